/**
 * What the window loads before its first screen stands may weigh 150 KiB, zipped: the entry, its imports, "Heute", one language.
 * Runs after the build and fails it when the page grew too heavy.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 150;
const dist = new URL('../dist/', import.meta.url);
const read = (name) => readFileSync(new URL(name, dist));
const weighed = new Set();

function take(name) {
  if (weighed.has(name)) return;
  weighed.add(name);
  if (!name.endsWith('.js')) return;
  for (const match of read(name).toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) take(`assets/${match[1]}`);
}

for (const match of read('index.html').toString().matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) take(match[1]);
for (const name of readdirSync(new URL('assets/', dist))) if (/^(Today|words-de\.first)-.*\.(js|css)$/.test(name)) take(`assets/${name}`);

const weight = [...weighed].reduce((sum, name) => sum + gzipSync(read(name)).length, 0) / 1024;
console.log(`first screen: ${weight.toFixed(1)} KiB zipped in ${weighed.size} files (at most ${limit})`);
if (weight > limit || weighed.size < 5) process.exit(1);
