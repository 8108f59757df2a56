import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Styles stay in files: the content policy of the window allows no inline styles. */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true, css: 'external' },
  vitePlugin: { dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? { runes: undefined, css: 'external' } : undefined) },
};
