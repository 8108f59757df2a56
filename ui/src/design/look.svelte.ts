/** How the window looks: theme, density, zoom, and whether single keys work. Applies it; does not store it. */
export type Theme = 'light' | 'dark' | 'system';
export type Density = 'comfortable' | 'compact' | 'dense';
export interface Look {
  theme: Theme;
  density: Density;
  /** In percent, 80 to 200. */
  zoom: number;
  singleKeys: boolean;
}

export const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
const state = $state<Look>({ theme: 'system', density: 'comfortable', zoom: 100, singleKeys: true });

function apply(): void {
  const root = document.documentElement;
  const system = dark?.matches ? 'dark' : 'light';
  root.dataset['theme'] = state.theme === 'system' ? system : state.theme;
  root.dataset['density'] = state.density;
  localStorage.setItem('lotse.theme', state.theme);
  root.style.fontSize = `${(16 * state.zoom) / 100}px`;
}

dark?.addEventListener('change', apply);

/** Before anything is known, what was chosen the last time: no flash of the other one, also when the system changed since. */
export function wearAsBefore(): void {
  const before = localStorage.getItem('lotse.theme');
  const system = dark?.matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = before === 'dark' || before === 'light' ? before : system;
}

/** The look as it is now; reading it in a component subscribes to changes. */
export function look(): Readonly<Look> {
  return state;
}

/** Changes the look at once, without a reload. */
export function wear(change: Partial<Look>): void {
  Object.assign(state, change);
  state.zoom = Math.min(200, Math.max(80, Math.round(state.zoom)));
  apply();
}

/** The next step of the zoom: up, down, or back to 100 %. */
export function nextZoom(direction: 1 | -1 | 0): number {
  if (direction === 0) return 100;
  const steps = direction > 0 ? [...zooms] : [...zooms].reverse();
  return steps.find((step) => (direction > 0 ? step > state.zoom : step < state.zoom)) ?? state.zoom;
}

/** Height of a table row in pixels, for the arithmetic of virtual rows. */
export function rowHeight(): number {
  const rem = { comfortable: 2.5, compact: 2, dense: 1.75 }[state.density];
  return (rem * 16 * state.zoom) / 100;
}
