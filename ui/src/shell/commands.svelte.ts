/**
 * What can be done now, by key and by palette: one list for the shortcuts, their overview, and Ctrl+K.
 * Single keys never fire in fields or while a dialog is open, and can be switched off.
 */
import { look } from '$design/look.svelte';
import { offered } from '$design/offered.svelte';
import { t } from '$i18n/words.svelte';

export interface Command {
  id: string;
  label: string;
  run: () => void;
  /** `n`, `g n`, `mod+k`, `mod+shift+c`, `?`. None: only in the palette. */
  keys?: string;
  /** Where the overview lists it. */
  group: 'here' | 'everywhere' | 'go';
  /** Why it cannot be done now. */
  why?: string | undefined;
  /** Other words by which the palette finds it. */
  also?: string;
  /** One of many of its kind: the palette shows it once its words are sought. */
  sought?: boolean;
  /** Works in fields too; only for shortcuts with Ctrl. */
  inFields?: boolean;
}

const screens = offered<Command>();

/** Offers commands as long as the component lives; the newest come first. */
export const offer = screens.offer;

/** What is shown as a paper: the one command for it on every screen that has one. */
export function toPaper(run: () => void): Command {
  return { id: 'as-pdf', label: t('paper-as-pdf'), also: t('reports-print'), keys: 'mod+p', inFields: true, group: 'here', run };
}

export function commands(): Command[] {
  return screens.all().reverse().flatMap((source) => source());
}

const modifiers = ['mod', 'shift', 'alt'];
const isSingle = (keys: string): boolean => !keys.includes('mod+') && !keys.includes('alt+');

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox]') !== null;
}

/** Does this event press the one chord, such as `mod+shift+c`? */
export function presses(event: KeyboardEvent, chord: string): boolean {
  const parts = chord === 'mod++' ? ['mod', '+'] : chord.split('+');
  const key = parts.filter((part) => !modifiers.includes(part)).at(-1) ?? '';
  const mod = event.ctrlKey || event.metaKey;
  if (mod !== parts.includes('mod') || event.altKey !== parts.includes('alt')) return false;
  const letter = /^[a-z]$/.test(key);
  if (letter && event.shiftKey !== parts.includes('shift')) return false; // signs such as ? need Shift on some keyboards and not on others
  return event.key.toLowerCase() === key || (chord === 'mod++' && event.key === '='); // the plus of an English keyboard needs Shift
}

let first: { key: string; until: number } | null = null;

/** The command that this key press means now, if any. Remembers the first key of a sequence for a second and a half. */
export function meant(event: KeyboardEvent, at: number): Command | 'waiting' | null {
  if (event.defaultPrevented || event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return null;
  const blocked = typing(event.target) || document.querySelector('[role=dialog][data-state=open], [role=alertdialog]') !== null;
  const singles = look().singleKeys && !blocked;
  const prefix = first && first.until > at ? first.key : null;
  first = null;
  const open = commands().filter((command) => command.keys && !command.why);
  if (prefix) {
    const found = open.find((command) => command.keys!.startsWith(`${prefix} `) && presses(event, command.keys!.slice(prefix.length + 1)));
    if (found && singles) return found;
  }
  for (const command of open) {
    const keys = command.keys!;
    if (keys.includes(' ')) {
      if (singles && presses(event, keys.split(' ')[0]!)) {
        first = { key: keys.split(' ')[0]!, until: at + 1500 };
        return 'waiting';
      }
    } else if (presses(event, keys)) {
      if (isSingle(keys) ? singles : !blocked || command.inFields) return command;
    }
  }
  return null;
}
