import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const icon = /\/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/;

/** An icon is plain markup: what Lucide's component works out whenever one is shown is known when the page is built. */
const drawn = {
  name: 'drawn-icons',
  markup({ content, filename }) {
    if (!icon.test(filename ?? '')) return undefined;
    const data = /const iconData = (\{.*\});/.exec(content)?.[1];
    if (!data) throw new Error(`${filename} holds no icon`);
    const { size, node } = JSON.parse(data);
    const shapes = node.map(([tag, attributes]) => `<${tag} ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ')} />`);
    return {
      code: `<script>let { size } = $props();</script>
<svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`,
    };
  },
};

/** Styles stay in files: the content policy of the window allows no inline styles. */
export default {
  preprocess: [drawn, vitePreprocess()],
  compilerOptions: { runes: true, css: 'external' },
  vitePlugin: { dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? { runes: undefined, css: 'external' } : undefined) },
};
