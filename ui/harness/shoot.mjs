/**
 * Shows the built page in Chromium without the program around it, under the program's own content policy, and takes pictures.
 * Never part of the product: the page is served from dist as it is, the desktop and the core are played by a script.
 *
 *   node harness/shoot.mjs SCENE OUT.png [--dark] [--en] [--size 1024x700] [--zoom 200] [--route notfaelle] [--keys "g n"] [--pdf FILE] [--type TEXT]
 *
 * The scene `file` asks a real workspace through the command line: --file X.lotse --lotse PATH-OF-THE-PROGRAM.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import ts from 'typescript';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const config = JSON.parse(readFileSync(process.env.LOTSE_CONF ?? new URL('../../src-tauri/tauri.conf.json', import.meta.url), 'utf8'));
const policy = config.app.security.csp;
const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    try {
      const body = readFileSync(join(dist, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'text/html', 'content-security-policy': policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

export async function open({ scene, dark = false, english = false, size = '1280x800', zoom = 100, route = '', density = 'comfortable', pdf, file, lotse = 'lotse', forced = false }) {
  const server = await serve();
  const [width, height] = size.split('x').map(Number);
  const browser = await chromium.launch({ executablePath: process.env.LOTSE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-prefers-reduced-motion'] });
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-US', timezoneId: 'UTC', forcedColors: forced ? 'active' : 'none' });
  const problems = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(`${message.text()} ${message.location().url}`); });
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  await page.exposeFunction('core', (verb, line) => execFileSync(lotse, [verb, file], { input: `${line}\n`, encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n')[0]);
  await page.exposeFunction('paper', (record, language) => {
    if (pdf) return readFileSync(pdf).toString('base64');
    const made = join(tmpdir(), `${record}.pdf`);
    execFileSync(lotse, ['report', file, 'post-incident', record, '--language', language, '--out', made]);
    return readFileSync(made).toString('base64');
  });
  const sample = ts.transpileModule(readFileSync(new URL('../src/ipc/sample-incident.ts', import.meta.url), 'utf8'), { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } }).outputText.replaceAll(/^(?:export \{\};|export )/gm, '');
  const play = readFileSync(new URL(`./scenes/${scene}.js`, import.meta.url), 'utf8');
  const stage = readFileSync(new URL('./stage.js', import.meta.url), 'utf8');
  const wishes = { language: english ? 'en' : 'de', look: dark ? 'dark' : 'light', zoom, density };
  await page.addInitScript(`const wishes = ${JSON.stringify(wishes)};\n${sample}\n${play}\n${stage}`);
  await page.goto(`http://127.0.0.1:${server.address().port}/${route ? `#/${route}` : ''}`);
  await page.waitForSelector("h1:not(:empty)", { timeout: 8000 }).catch((error) => problems.push(error.message));
  await page.waitForFunction(() => !document.querySelector('[data-stage]'));
  return { page, problems, close: async () => { await browser.close(); server.close(); } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [scene, out, ...flags] = process.argv.slice(2);
  const value = (name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
  const { page, problems, close } = await open({ scene, dark: flags.includes('--dark'), english: flags.includes('--en'), size: value('--size'), zoom: Number(value('--zoom') ?? 100), route: value('--route'), density: value('--density'), pdf: value('--pdf'), file: value('--file'), lotse: value('--lotse'), forced: flags.includes('--forced') });
  for (const key of (value('--keys') ?? '').split(' ').filter(Boolean)) await page.keyboard.press(key);
  for (const text of (value('--type') ?? '').split('|').filter(Boolean)) await page.keyboard.type(text);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(Number(value('--wait') ?? 150)); // a picture, not a test
  await page.screenshot({ path: out });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) problems.push(`the page is ${wide} pixels too wide`);
  if (problems.length) console.error([...new Set(problems.map((problem) => problem.slice(0, 400)))].slice(0, 6).join('\n'));
  await close();
}
