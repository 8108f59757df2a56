/** How the desktop stands: the open workspace, the preferences, drafts. Applies nothing; App does. */
import type { Desktop, DesktopOrder, Draft, Preferences, TableMemory } from './contract/desktop';
import { desktop as ask } from './door';

const state = $state<{ desktop: Desktop | null }>({ desktop: null });

/** How the desktop stands; null until the first answer. */
export function standing(): Desktop | null {
  return state.desktop;
}

/** Asks for the first time. */
export async function look(): Promise<Desktop> {
  const answer = await ask({ do: 'look' }, 'desktop');
  state.desktop = answer.desktop;
  return answer.desktop;
}

type Turn = Extract<DesktopOrder, { do: 'createWorkspace' | 'openWorkspace' | 'openRecent' | 'forgetRecent' | 'restoreNewest' | 'closeWorkspace' | 'actAs' }>;

/** Opens, makes or closes a workspace, or says who acts. False when somebody closed the system dialog. */
export async function turn(order: Turn): Promise<boolean> {
  const answer = await ask(order, 'desktop', 'cancelled');
  if (answer.is === 'cancelled') return false;
  state.desktop = answer.desktop;
  return true;
}

/** Changes preferences at once and keeps them. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  if (!state.desktop) return;
  const preferences = { ...$state.snapshot(state.desktop.preferences), ...change };
  state.desktop.preferences = preferences;
  await ask({ do: 'prefer', preferences }, 'desktop');
}

/** What a table remembers. */
export function tableMemory(table: string): TableMemory {
  return state.desktop?.preferences.tables[table] ?? { widths: {}, filter: null, sort: null };
}

/** Keeps what a table shall remember. */
export async function remember(table: string, memory: Partial<TableMemory>): Promise<void> {
  const tables = $state.snapshot(state.desktop?.preferences.tables ?? {});
  await prefer({ tables: { ...tables, [table]: { ...tableMemory(table), ...memory } } });
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
