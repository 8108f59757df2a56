/** Where the window is. Listens to the address; a navigation moves the focus to the heading. */
import { afterPaint } from '$design/calm';
import { leave } from '$design/unsaved.svelte';
import { href, parse, type Route } from './route';

function read(address = location.hash): { route: Route; search: Record<string, string> } {
  const [path = '', query = ''] = address.split('?');
  return { route: parse(path), search: Object.fromEntries(new URLSearchParams(query)) };
}

const state = $state(read());
/** Where somebody is going: the area is marked at once, its screen is put together when that has been painted. */
let going = $state.raw<Route | null>(null);
let visits = $state(0);
let moved = $state(false);

/** A part of a screen is a tab of it: whoever walks from one to the next with the arrows stays there. */
const screenOf = (route: Route): string => JSON.stringify('part' in route ? { ...route, part: null } : route);

function arrive(): void {
  going = null;
  const before = screenOf(state.route);
  Object.assign(state, read());
  moved = true;
  if (before !== screenOf(state.route)) visits += 1;
}

function set(): void {
  const { route } = read();
  if (route.at === state.route.at) {
    arrive();
    return;
  }
  going = route;
  afterPaint(arrive);
}

/** Back and forward are asked about too; whoever stays gets the address again that belongs to what is seen. */
addEventListener('hashchange', () => {
  const here = href(state.route, state.search);
  if (location.hash !== here) leave(set, () => history.pushState(null, '', here));
});

export const router = {
  get route(): Route {
    return state.route;
  },
  /** Where somebody is going whose screen is not there yet; null when it is. */
  get going(): Route | null {
    return going;
  },
  /** What stands behind the question mark: filters and the like. */
  get search(): Readonly<Record<string, string>> {
    return state.search;
  },
  /** Rises with every change of the view; the shell moves the focus then. */
  get visits(): number {
    return visits;
  },
  /** Whether the window has gone anywhere since it began, be it within a view. */
  get moved(): boolean {
    return moved;
  },
  go(route: Route, search?: Record<string, string>): void {
    leave(() => {
      location.hash = href(route, search);
    });
  },
  /** Begins at an address: no step in the history, and no event that could tell us of it. */
  begin(address: string): void {
    const { route, search } = read(address);
    history.replaceState(null, '', href(route, search));
    Object.assign(state, { route, search });
  },
  /** Changes what stands behind the question mark without a new entry in the history. */
  refine(search: Record<string, string>): void {
    history.replaceState(history.state, '', href(state.route, search));
    state.search = search;
    moved = true;
  },
};
