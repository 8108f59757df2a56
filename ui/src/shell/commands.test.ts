import { describe, expect, it } from 'vitest';
import { presses } from './commands.svelte';

const event = (key: string, held: Partial<KeyboardEventInit> = {}): KeyboardEvent => new KeyboardEvent('keydown', { key, ...held });

describe('a shortcut', () => {
  it.each([
    ['mod+k', event('k', { ctrlKey: true })],
    ['mod+k', event('k', { metaKey: true })],
    ['mod+shift+c', event('C', { ctrlKey: true, shiftKey: true })],
    ['?', event('?', { shiftKey: true })],
    ['n', event('n')],
    ['mod++', event('+', { ctrlKey: true })],
    ['mod++', event('=', { ctrlKey: true })],
  ])('R03 %s is pressed', (keys, pressed) => expect(presses(pressed, keys)).toBe(true));

  it.each([
    ['n', event('n', { ctrlKey: true })],
    ['n', event('N', { shiftKey: true })],
    ['mod+c', event('C', { ctrlKey: true, shiftKey: true })],
    ['mod+k', event('k')],
  ])('R03 %s is not pressed', (keys, pressed) => expect(presses(pressed, keys)).toBe(false));
});
