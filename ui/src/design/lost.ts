/** Whether the focus is nowhere: what had it is gone, and the next key would reach nothing. */
export function focusIsLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
