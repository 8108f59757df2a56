import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { speak, t } from './words.svelte';

it('says a sentence anew when another language is spoken, and not when the same one is', async () => {
  await speak('de');
  const said: string[] = [];
  const end = $effect.root(() => {
    $effect(() => void said.push(t('cancel')));
  });
  flushSync();
  await speak('de');
  flushSync();
  await speak('en');
  flushSync();
  end();
  await speak('de');
  expect(said).toEqual(['Abbrechen', 'Cancel']);
});
