import { FluentBundle, FluentResource } from '@fluent/bundle';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { find, speak, t, type Language } from './words.svelte';

const files = import.meta.glob<string>(['../../../core/locales/*/*.ftl', '!../../../core/locales/*/report.ftl', '!../../../core/locales/*/sample.ftl'], { query: '?raw', import: 'default', eager: true });

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

it.each<Language>(['de', 'en'])('says every sentence of %s as Fluent itself does', async (language) => {
  await speak(language);
  const bundle = new FluentBundle(language === 'de' ? 'de-DE' : 'en-GB', { useIsolating: false });
  const texts = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`)).map(([, text]) => text);
  const resources = texts.map((text) => new FluentResource(text));
  resources.forEach((resource) => bundle.addResource(resource));
  const ids = resources.flatMap((resource) => resource.body.map((entry) => entry.id));
  expect(ids.length).toBeGreaterThan(1000);
  const differing = ids.filter((id) => find(id) !== bundle.formatPattern(bundle.getMessage(id)!.value!, {}, []));
  await speak('de');
  expect(differing).toEqual([]);
});
