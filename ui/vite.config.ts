import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { BrowserCommand } from 'vitest/node';
import { defineConfig, type Plugin } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const chromium = process.env['LOTSE_CHROMIUM'] ?? '/usr/bin/chromium';

/** What a system asks of every program: forced colours, less movement, light or dark. */
const emulate: BrowserCommand<[media: { forcedColors?: 'active' | 'none' | null; reducedMotion?: 'reduce' | 'no-preference' | null; colorScheme?: 'light' | 'dark' | null }]> = async ({ page }, media) => page.emulateMedia(media);
/** A picture of the first element that a selector finds, as PNG in Base64. */
const picture: BrowserCommand<[selector: string]> = async ({ iframe }, selector) => (await iframe.locator(selector).first().screenshot()).toString('base64');

/** What asks first stands in the page itself, and knows which files the words of a language and the screen of a place are. */
const first: Plugin = {
  name: 'first',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const screens = [...readFileSync(here('./src/shell/screens.ts'), 'utf8').matchAll(/screen\('(\w+)', \(\) => import\('\.\.(\/features\/[^']+)'\)\)/g)];
      if (screens.length === 0) throw new Error('no screen stands in screens.ts');
      const files = Object.values(bundle ?? {}).flatMap((chunk) => {
        if (chunk.type !== 'chunk') return [];
        const names = [/^words-(.+)\.first/.exec(chunk.name)?.[1], ...screens.filter(([, , file]) => chunk.facadeModuleId?.endsWith(file!)).map(([, place]) => place)];
        return names.filter((name) => name !== undefined).map((name) => [name, `/${chunk.fileName}`]);
      });
      const script = readFileSync(here('./src/ipc/first.js'), 'utf8').replace("'%files%'", JSON.stringify(Object.fromEntries(files)));
      // Before the styles: a script waits for those above it.
      return html.replace('</title>', () => `</title>\n    <script>${script}</script>`);
    },
  },
};

/** Where a window may begin: what these need stands in one file, what only others share in another. */
const starts = /\/src\/(main\.ts|features\/(today\/Today|incidents\/Incidents)\.svelte)$/;
function ofTheStart(id: string, graph: { getModuleInfo: (id: string) => { importers: readonly string[] } | null }): boolean {
  const above = new Set([id]); // grows while it is gone through
  for (const module of above) {
    if (starts.test(module)) return true;
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) above.add(importer);
  }
  return false;
}

export default defineConfig({
  plugins: [svelte(), first],
  json: { stringify: true, namedExports: false }, // parsed faster than written as code
  resolve: {
    alias: {
      $design: here('./src/design'),
      $i18n: here('./src/i18n'),
      $ipc: here('./src/ipc'),
      $parts: here('./src/parts'),
      $shell: here('./src/shell'),
    },
  },
  // Named here so that nothing is discovered in the middle of a test run, which would reload the page under it.
  optimizeDeps: {
    include: ['@fluent/bundle', '@internationalized/date', '@tauri-apps/api/core', '@tauri-apps/api/event', '@tauri-apps/api/mocks', 'axe-core', 'bits-ui', 'svelte/reactivity'],
    exclude: ['@lucide/svelte'],
  },
  server: { port: 5179, strictPort: true, fs: { allow: [here('..')] } },
  build: {
    target: ['safari16', 'chrome110'],
    assetsInlineLimit: 0, // the content policy allows no data: addresses for fonts or scripts
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // Each file is a question to the program: two of sentences a language instead of one an area, and one of
        // what many screens share.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: (id: string) => /words\.(\w+\.\w+)\.gen/.exec(id)?.[1]?.replace(/^/, 'words-') ?? null, test: /words\.\w+\.\w+\.gen\.json/ },
            // What opens over a screen is fetched when it does.
            { name: 'surfaces', test: /\/node_modules\/(bits-ui|@floating-ui|runed|svelte-toolbelt|tabbable|style-to-object|inline-style-parser|lz-string|dequal)\/|\/src\/design\/(ComboField|Confirm|Dialog|FilterChoices|MenuDeeds|Popover|SelectField|Tabs|Tooltip)\.svelte|\/src\/parts\/RecoveryKey/, priority: 2 },
            { name: (id, graph) => (ofTheStart(id, graph) ? 'common' : 'further'), test: /\/src\/(design|i18n|ipc|parts|shell)\/|\/node_modules\/(?!pdfjs-dist)|vite\/preload-helper/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      provider: playwright({
        launchOptions: {
          ...(existsSync(chromium) ? { executablePath: chromium } : {}),
          args: ['--no-sandbox'],
        },
        contextOptions: { locale: 'de-DE', timezoneId: 'Europe/Berlin' },
      }),
      commands: { emulate, picture },
      instances: [{ browser: 'chromium' }],
    },
  },
});
