import { IsUsingKeyboard } from 'bits-ui';

/** Tells the menus, once one of them is set up, by what it was opened: until then none of them hears a key. By a key the first item gets the focus. */
export function awake(keyed: boolean): void {
  new IsUsingKeyboard().current = keyed;
}
