/**
 * Reads core/locales/{de,en}/*.ftl, holds both languages to the same ids and variables, and writes
 * src/i18n/words.gen.ts, so that a sentence that does not exist is a type error, and the sentences themselves: those that
 * are the same whenever they are said as they are said, the others as Fluent has parsed them. What the window says when it
 * starts lies in src/i18n/words.{de,en}.first.gen.json, the rest in words.{de,en}.rest.gen.json.
 * The files are not committed: every script that needs them writes them first, so they cannot be stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';

const locales = new URL('../../core/locales/', import.meta.url);
const target = (name) => new URL(`../src/i18n/${name}`, import.meta.url);
/** What no screen says: the sentences of the post-incident report and the invented year. The window does not load them. */
const unsaid = ['report.ftl', 'sample.ftl'];
/** What the shell, the register and Today say. */
const first = ['register.ftl', 'screen.ftl', 'today.ftl', 'words.ftl'];

function variables(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((part) => variables(part, found));
  else if (node && typeof node === 'object') {
    if (node.type === 'var') found.add(node.name);
    Object.values(node).forEach((part) => variables(part, found));
  }
  return found;
}

function read(language) {
  const words = new Map();
  const said = new Set();
  const sentences = { first: { plain: {}, fluent: {} }, rest: { plain: {}, fluent: {} } };
  const problems = [];
  const folder = new URL(`${language}/`, locales);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort()) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const resource = new FluentResource(text);
    const ids = new Set(resource.body.map((entry) => entry.id));
    for (const [, id] of text.matchAll(/^(-?[a-zA-Z][\w-]*)\s*=/gm)) {
      if (!ids.has(id)) problems.push(`${language}/${file}: "${id}" cannot be read as Fluent`);
    }
    if (/\b(NUMBER|DATETIME)\s*\(/.test(text)) problems.push(`${language}/${file}: NUMBER() and DATETIME() differ between Rust and here; pass formatted text`);
    for (const entry of resource.body) {
      if (words.has(entry.id)) problems.push(`${language}/${file}: "${entry.id}" is there twice`);
      words.set(entry.id, [...variables([entry.value, entry.attributes])].sort());
      if (!unsaid.includes(file)) said.add(entry.id);
    }
    const part = sentences[first.includes(file) ? 'first' : 'rest'];
    for (const entry of resource.body.filter(({ id }) => said.has(id))) {
      if (typeof entry.value === 'string') part.plain[entry.id] = entry.value;
      else part.fluent[entry.id] = entry;
    }
  }
  for (const [name, part] of Object.entries(sentences)) writeFileSync(target(`words.${language}.${name}.gen.json`), JSON.stringify(part));
  return { words, said, problems };
}

const de = read('de');
const en = read('en');
const problems = [...de.problems, ...en.problems];
for (const [id, names] of de.words) {
  const other = en.words.get(id);
  if (!other) problems.push(`"${id}" is missing in English`);
  else if (other.join() !== names.join()) problems.push(`"${id}" takes {${names}} in German and {${other}} in English`);
}
for (const id of en.words.keys()) if (!de.words.has(id)) problems.push(`"${id}" is missing in German`);

const lines = [...de.words]
  .filter(([id]) => de.said.has(id) && !id.startsWith('-'))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, names]) => `  '${id}': ${names.length ? names.map((name) => `'${name}'`).join(' | ') : 'never'};`);
writeFileSync(
  target('words.gen.ts'),
  `// Written by scripts/words.mjs from core/locales; every sentence with the values that it takes.\nexport interface Words {\n${lines.join('\n')}\n}\n`,
);

if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
