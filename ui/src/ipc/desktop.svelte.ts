/** How the desktop stands: the open workspace, the preferences, drafts. Applies nothing; App does. */
import type { Desktop, DesktopOrder, Draft, FailedStart, Preferences, TableMemory } from './contract/desktop';
import { desktop as ask } from './door';
import { forgetEarly } from './early';

const state = $state<{ desktop: Desktop | null }>({ desktop: null });
/** The preferences that are on the disk. */
let confirmed: Preferences | null = null;
let unkept = false;
let keeping: Promise<boolean> | null = null;
let trouble = $state.raw<{ failure: unknown; again: () => void } | null>(null);

function take(desktop: Desktop): void {
  confirmed = desktop.preferences;
  state.desktop = keeping && state.desktop ? { ...desktop, preferences: $state.snapshot(state.desktop.preferences) } : desktop;
}

/** How the desktop stands; null until the first answer. */
export function standing(): Desktop | null {
  return state.desktop;
}

/** Asks for the first time. */
export async function look(): Promise<Desktop> {
  const answer = await ask({ do: 'look' }, 'desktop');
  take(answer.desktop);
  return answer.desktop;
}

type Turn = Extract<DesktopOrder, { do: 'createWorkspace' | 'openWorkspace' | 'openRecent' | 'forgetRecent' | 'restoreNewest' | 'closeWorkspace' | 'actAs' | 'followCalendar' | 'leaveCalendar' }>;

/** Opens, makes or closes a workspace, or says who acts or which folder a calendar follows. False when somebody closed the system dialog. */
export async function turn(order: Turn): Promise<boolean> {
  const answer = await ask(order, 'desktop', 'cancelled');
  forgetEarly();
  if (answer.is === 'cancelled') return false;
  take(answer.desktop);
  return true;
}

/** Says on the first screen which file did not open; null when it was said. */
export function failed(start: FailedStart | null): void {
  if (state.desktop) state.desktop.failed = start;
}

/**
 * Changes preferences at once and keeps them: one order after the other, and what changed meanwhile goes with the next.
 * When they cannot be kept, what holds is what was kept last, and `preferring` says why. True when they are on the disk.
 */
export function prefer(change: Partial<Preferences>): Promise<boolean> {
  if (!state.desktop) return Promise.resolve(false);
  state.desktop.preferences = { ...$state.snapshot(state.desktop.preferences), ...change };
  unkept = true;
  trouble = null;
  keeping ??= keepAll();
  return keeping;
}

async function keepAll(): Promise<boolean> {
  try {
    while (unkept && state.desktop) {
      unkept = false;
      const preferences = $state.snapshot(state.desktop.preferences);
      await ask({ do: 'prefer', preferences }, 'desktop');
      confirmed = preferences;
    }
    return true;
  } catch (failure) {
    const wanted = state.desktop ? $state.snapshot(state.desktop.preferences) : null;
    if (state.desktop && confirmed) state.desktop.preferences = confirmed;
    if (wanted) trouble = { failure, again: () => void prefer(wanted) };
    return false;
  } finally {
    unkept = false;
    keeping = null;
  }
}

/** Why the preferences were not kept, and the way to try once more; null when they were. */
export function preferring(): { failure: unknown; again: () => void } | null {
  return trouble;
}

/** What a table remembers. */
export function tableMemory(table: string): TableMemory {
  return state.desktop?.preferences.tables[table] ?? { widths: {}, filter: null, sort: null };
}

/** Keeps what a table shall remember. */
export async function remember(table: string, memory: Partial<TableMemory>): Promise<boolean> {
  const tables = $state.snapshot(state.desktop?.preferences.tables ?? {});
  return prefer({ tables: { ...tables, [table]: { ...tableMemory(table), ...memory } } });
}

/** The drafts of the open workspace, newest first. */
export async function drafts(): Promise<Draft[]> {
  return (await ask({ do: 'drafts' }, 'drafts')).drafts;
}

/** Resolves when the draft is on the disk. */
export async function keepDraft(key: string, content: string): Promise<void> {
  await ask({ do: 'keepDraft', key, content }, 'done');
}

export async function dropDraft(key: string): Promise<void> {
  await ask({ do: 'dropDraft', key }, 'done');
}

/** Puts a text on the clipboard; the page itself may not. */
export async function copy(text: string): Promise<void> {
  await ask({ do: 'copyText', text }, 'done');
}
