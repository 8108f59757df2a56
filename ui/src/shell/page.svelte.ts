/** What the screen that is open says about itself: heading, the way to it, its deeds on the right. */
import type { Snippet } from 'svelte';

export interface Crumb {
  label: string;
  href: string;
}
export interface Page {
  title: string;
  /** The areas above it. */
  crumbs?: Crumb[];
  /** Buttons beside the heading; the primary one last. */
  actions?: Snippet;
  /** Stands beside the heading, such as a status. */
  beside?: Snippet;
}

let page = $state.raw<Page | null>(null);
/** The same, not reactive: what runs when a screen goes is shown the values of before. */
let newest: Page | null = null;

function set(next: Page): void {
  newest = next;
  page = next;
}

export function currentPage(): Page | null {
  return page;
}

/** Call it once while a screen is made; the heading follows what it returns. */
export function usePage(say: () => Page): void {
  $effect.pre(() => {
    const said = say();
    set(said);
    document.title = `${said.title} – Lotse`;
    return () => {
      if (newest === said) set({ title: said.title, crumbs: said.crumbs }); // its buttons die with the screen
    };
  });
}
