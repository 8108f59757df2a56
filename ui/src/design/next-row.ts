/** After a row of a list is gone, the focus goes to the next row, not to the top of the page. Knows nothing of what a row is. */

import { focusIsLost } from './lost';

const reachable = 'button, a[href], [tabindex="0"]';

/** For `<ul {@attach nextRow}>` or a `tbody`. Without a row left the focus goes to what can be reached next. */
export function nextRow(list: HTMLElement): () => void {
  let at = -1;
  const remember = (event: FocusEvent): void => {
    const row = [...list.children].findIndex((child) => child.contains(event.target as Element));
    if (row >= 0) at = row;
  };
  const care = (): void => {
    if (at < 0 || !focusIsLost() || document.querySelector('[role=dialog]')) return;
    const row = list.children[Math.min(at, list.children.length - 1)];
    (row?.querySelector<HTMLElement>(reachable) ?? document.querySelector<HTMLElement>(`main :is(${reachable})`))?.focus();
    if (!focusIsLost()) at = -1;
  };
  /** A dialog that asked gives the focus back only when it has closed. */
  const soon = (): void => [0, 60, 300].forEach((wait) => setTimeout(care, wait));
  const watch = new MutationObserver((changes) => {
    if (changes.some((change) => [...change.removedNodes].some((node) => node instanceof HTMLElement))) soon();
  });
  list.addEventListener('focusin', remember);
  watch.observe(list, { childList: true });
  return () => {
    list.removeEventListener('focusin', remember);
    watch.disconnect();
    soon(); // the last row takes the list with it
  };
}
