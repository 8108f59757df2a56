import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { language, t } from '$i18n/words.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation, quietHome } from '$ipc/sample';
import App from '../App.svelte';
import { fetchAhead } from './ahead';
import { screens } from './screens';

/** The window never comes to rest here, so that what it fetches then does not come. */
vi.mock('$design/calm', async (load) => ({ ...(await load<object>()), whenCalm: () => () => undefined }));

afterEach(() => {
  stopPlaying();
  forget();
  localStorage.clear();
});

it('shows a screen that says more when all of its sentences are there, also where the language was guessed wrong', async () => {
  const desktop = { ...openDesktop, preferences: { ...openDesktop.preferences, language: 'en' as const, lastView: 'einstellungen' } };
  play({ desktop: () => ({ is: 'desktop', desktop }), query: (question: object) => ('home' in question ? { home: quietHome } : { organisation }) });
  localStorage.setItem('lotse.ahead', JSON.stringify({ language: 'de', view: 'einstellungen', questions: [] }));
  fetchAhead();
  await screens.einstellungen?.();
  await render(App);
  await expect.poll(() => document.getElementById('heading')?.textContent).toBe('Settings');
  expect([language(), t('settings-look')]).toEqual(['en', 'Look']);
});
