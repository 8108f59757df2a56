/**
 * Every screen there is. An area shows in the sidebar once its screen stands here, so there are no dead links.
 * Screens are loaded when they are first opened.
 */
import type { Component } from 'svelte';
import { IconCalendar, IconChanges, IconFile, IconFindings, IconGuide, IconImport, IconIncidents, IconLog, IconMessage, IconReview, IconSettings, IconTests, IconToday, type Icon } from '$design/Icon';
import { worded, type WordId } from '$i18n/words.svelte';
import type { Place, Route } from './route';

/** A screen gets the route by which it was opened. */
export type Screen<P extends Place = Place> = Component<{ route: Extract<Route, { at: P }> }>;
interface Loaded {
  default: Component<{ route: Route }>;
}
/** A screen that was loaded before comes at once. */
type Load = () => Loaded | Promise<Loaded>;

/** Where a window most often begins: they say only what the window says first. */
const first: Place[] = ['heute', 'notfaelle'];

/** The shell gives a screen only routes of its own place, which the compiler cannot see. */
function screen<P extends Place>(place: P, load: () => Promise<{ default: Screen<P> }>): Load {
  let loaded: Loaded | undefined;
  const all = first.includes(place) ? load : () => worded(load());
  return () => loaded ?? all().then((module) => (loaded = module as unknown as Loaded));
}

export const screens: Partial<Record<Place, Load>> = {
  heute: screen('heute', () => import('../features/today/Today.svelte')),
  notfaelle: screen('notfaelle', () => import('../features/incidents/Incidents.svelte')),
  notfall: screen('notfall', () => import('../features/incident/IncidentScreen.svelte')),
  kalender: screen('kalender', () => import('../features/calendar/CalendarScreen.svelte')),
  pruefungen: screen('pruefungen', () => import('../features/reviews/Reviews.svelte')),
  pruefung: screen('pruefung', () => import('../features/reviews/ReviewScreen.svelte')),
  feststellungen: screen('feststellungen', () => import('../features/finding/Findings.svelte')),
  feststellung: screen('feststellung', () => import('../features/finding/FindingScreen.svelte')),
  aenderungen: screen('aenderungen', () => import('../features/changes/ChangesScreen.svelte')),
  aenderung: screen('aenderung', () => import('../features/changes/ChangeScreen.svelte')),
  tests: screen('tests', () => import('../features/drills/Tests.svelte')),
  test: screen('test', () => import('../features/drills/record/DrillScreen.svelte')),
  testlive: screen('testlive', () => import('../features/drills/live/LiveScreen.svelte')),
  aktionsplan: screen('aktionsplan', () => import('../features/drills/plan/PlanScreen.svelte')),
  leitfaden: screen('leitfaden', () => import('../features/guide/Guides.svelte')),
  dokument: screen('dokument', () => import('../features/guide/GuideScreen.svelte')),
  mitteilungen: screen('mitteilungen', () => import('../features/notices/Notices.svelte')),
  mitteilung: screen('mitteilung', () => import('../features/notices/NoticeScreen.svelte')),
  berichte: screen('berichte', () => import('../features/reports/Reports.svelte')),
  bericht: screen('bericht', () => import('../features/reports/Reports.svelte')),
  erinnerungen: screen('erinnerungen', () => import('../features/reminders/Reminders.svelte')),
  protokoll: screen('protokoll', () => import('../features/log/LogScreen.svelte')),
  import: screen('import', () => import('../features/import/ImportScreen.svelte')),
  einstellungen: screen('einstellungen', () => import('../features/settings/Settings.svelte')),
};

interface Area {
  route: Route;
  /** The places that belong to it: they light it up in the sidebar. */
  places: Place[];
  icon: Icon;
  word: Extract<WordId, `area-${string}`>;
  /** G and this letter go there. */
  letter: string;
  /** Below the line. */
  lower?: boolean;
}

const all: Area[] = [
  { route: { at: 'heute' }, places: ['heute'], icon: IconToday, word: 'area-today', letter: 'h' },
  { route: { at: 'notfaelle' }, places: ['notfaelle', 'notfall'], icon: IconIncidents, word: 'area-incidents', letter: 'n' },
  { route: { at: 'kalender', part: null }, places: ['kalender'], icon: IconCalendar, word: 'area-calendar', letter: 'k' },
  { route: { at: 'pruefungen' }, places: ['pruefungen', 'pruefung'], icon: IconReview, word: 'area-reviews', letter: 'p' },
  { route: { at: 'feststellungen' }, places: ['feststellungen', 'feststellung'], icon: IconFindings, word: 'area-findings', letter: 'f' },
  { route: { at: 'aenderungen' }, places: ['aenderungen', 'aenderung'], icon: IconChanges, word: 'area-changes', letter: 'a' },
  { route: { at: 'tests' }, places: ['tests', 'test', 'testlive', 'aktionsplan'], icon: IconTests, word: 'area-tests', letter: 't' },
  { route: { at: 'leitfaden' }, places: ['leitfaden', 'dokument'], icon: IconGuide, word: 'area-guide', letter: 'l' },
  { route: { at: 'berichte' }, places: ['berichte', 'bericht'], icon: IconFile, word: 'area-reports', letter: 'b' },
  { route: { at: 'mitteilungen' }, places: ['mitteilungen', 'mitteilung'], icon: IconMessage, word: 'area-notices', letter: 'm', lower: true },
  { route: { at: 'import' }, places: ['import'], icon: IconImport, word: 'area-import', letter: 'i', lower: true },
  { route: { at: 'protokoll' }, places: ['protokoll'], icon: IconLog, word: 'area-log', letter: 'r', lower: true },
  { route: { at: 'einstellungen', part: null }, places: ['einstellungen'], icon: IconSettings, word: 'area-settings', letter: 'e', lower: true },
];

/** The areas whose screen exists. */
export function areas(): Area[] {
  return all.filter((area) => screens[area.route.at]);
}
