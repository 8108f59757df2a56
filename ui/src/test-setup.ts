/** Every component test starts in German, light, with the real styles. */
import { beforeEach } from 'vitest';
import { speak } from './i18n/words.svelte';
import './design/styles.css';

beforeEach(async () => {
  document.documentElement.dataset['theme'] = 'light';
  document.documentElement.dataset['still'] = '';
  await speak('de');
});
