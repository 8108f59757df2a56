import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { noRawText } from './scripts/no-raw-text.mjs';

const onlyIpc = { group: ['@tauri-apps/*'], message: 'Only src/ipc speaks to Rust.' };
const upward = (names) => names.map((name) => ({ group: [`$${name}/*`, `**/src/${name}/**`, `../${name}/*`, `../../${name}/*`], message: `This layer does not know ${name}.` }));
const forms = { group: ['$design/form.svelte'], message: 'createForm of parts puts what the core refuses at the field that it speaks of.' };
const layer = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/contract', 'src/i18n/words*.gen.*', 'harness/out'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { lotse: { rules: { 'no-raw-text': noRawText } } },
    rules: {
      'no-undef': 'off', // svelte-check knows better
      'max-lines': ['error', { max: 420, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': ['error', { object: 'navigator', property: 'language', message: 'The language comes from the settings: under LANG=C this is "C" and Intl throws.' }],
      'no-restricted-globals': ['error', { name: 'Temporal', message: 'WebKitGTK does not have it.' }, { name: 'requestIdleCallback', message: 'WebKitGTK does not have it.' }],
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': ['error', { selector: 'SvelteAttribute[key.name="style"]', message: 'The content policy blocks style attributes; style:name={…} is set by script and allowed.' }],
      'svelte/prefer-svelte-reactivity': 'off', // dates are values here, and caches are not drawn
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'lotse/no-raw-text': 'error', 'prefer-const': 'off', 'svelte/prefer-const': 'error' },
  },
  // The layers, from the bottom: i18n and ipc know nobody, design knows words, parts know the contract, features know no feature.
  layer(['src/i18n/**'], [onlyIpc, ...upward(['design', 'ipc', 'parts', 'shell', 'features'])]),
  layer(['src/ipc/**'], upward(['design', 'parts', 'shell', 'features'])),
  layer(['src/design/**'], [onlyIpc, ...upward(['ipc', 'parts', 'shell', 'features'])]),
  layer(['src/parts/**'], [onlyIpc, ...upward(['shell', 'features'])]),
  layer(['src/shell/**'], [onlyIpc]),
  layer(['src/features/*/*'], [onlyIpc, forms, { regex: '^\\.\\./(?!\\.\\./)|features/', message: 'A feature knows no other feature; what two need goes to parts.' }]),
  layer(['src/features/*/*/**'], [onlyIpc, forms, { regex: '^\\.\\./\\.\\./|features/', message: 'A feature knows no other feature; what two need goes to parts.' }]),
);
