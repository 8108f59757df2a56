/** A sentence in a component would exist in one language only: words belong to core/locales. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'text', 'aria-description', 'aria-roledescription']);
const letters = /\p{L}{2,}/u;

export const noRawText = {
  meta: { type: 'problem', messages: { raw: 'Write “{{text}}” in core/locales and say t(…).' }, schema: [] },
  create(context) {
    const report = (node, text) => {
      if (letters.test(text)) context.report({ node, messageId: 'raw', data: { text: text.trim().slice(0, 30) } });
    };
    return {
      SvelteText: (node) => {
        if (node.parent?.type === 'SvelteScriptElement' || node.parent?.type === 'SvelteStyleElement') return;
        report(node, node.value);
      },
      SvelteAttribute: (node) => {
        if (!spoken.has(node.key?.name)) return;
        for (const part of node.value ?? []) if (part.type === 'SvelteLiteral') report(part, part.value);
      },
    };
  },
};
