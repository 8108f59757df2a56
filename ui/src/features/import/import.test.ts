import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder, ImportCheck } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop } from '$ipc/sample';
import type { BatchRow } from '$ipc/wire';
import ImportScreen from './ImportScreen.svelte';
import { forgetImport } from './run.svelte';
import { asCsv, refusedWord } from './sentences';

const heard = vi.fn<(order: DesktopOrder) => void>();
let check: ImportCheck;
let batches: BatchRow[];
let takeOver: () => unknown;
/** What the dry run answers instead of its findings. */
let refuse: unknown = null;

const plain: ImportCheck = {
  format: 'statuspage', counts: { new: 312, changed: 4, unchanged: 80, refused: 1, emergencies: 7 },
  refused: [{ file: 'incidents.json', place: 'kctbh9vrtdwd', code: 'noId', values: {} }],
  doubtful: [{ file: 'incidents.json', place: 'x1', code: 'endBeforeStart', values: { value: '2020-01-01' } }],
  doubtfulCount: 1, zoneWanted: false, zoneProposed: null, zoneExample: null, columns: [], table: null,
};

async function show(): Promise<void> {
  play({
    desktop: (order) => {
      heard(order);
      if (order.do === 'chooseFiles') return { is: 'files', files: [{ handle: 'h1', name: 'incidents.json', bytes: 312_400, folder: false }] };
      if (order.do === 'checkImport' && refuse) throw refuse;
      if (order.do === 'checkImport') return { is: 'importChecked', check };
      if (order.do === 'takeOver') return takeOver();
      if (order.do === 'undoImport') return { is: 'importUndone', records: 300, kept: 16 };
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      return { is: 'done' };
    },
    query: () => ({ batches }),
  });
  await look();
  await render(ImportScreen, { route: { at: 'import' } });
}

async function choose(): Promise<void> {
  await show();
  await page.getByTestId('choose-files').click();
  await expect.element(page.getByTestId('findings')).toBeVisible();
}

const last = (kind: DesktopOrder['do']): DesktopOrder | undefined => heard.mock.calls.map(([order]) => order).filter((order) => order.do === kind).at(-1);

beforeEach(() => {
  heard.mockClear();
  check = plain;
  batches = [];
  refuse = null;
  takeOver = () => ({ is: 'importTaken', taken: { batch: 'b1', number: null, counts: plain.counts } });
});
afterEach(() => {
  stopPlaying();
  forget();
  forgetImport();
  wear({ theme: 'light' });
});

describe('an import', () => {
  it.each([['light', 'de'], ['dark', 'en']] as const)('passes axe in %s and %s, empty and with findings', async (theme, language) => {
    wear({ theme });
    await speak(language);
    batches = [{ batch: 'b0', number: 'I-1', file: 'alt.json', format: 'azure', rule: 'keyword', begun: '2026-11-20T08:00:00Z', outcome: [1, 2, 3, 4], undone: null }];
    await show();
    await expect.element(page.getByTestId('batches')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('choose-files').click();
    await expect.element(page.getByTestId('findings')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('looks before it writes, and says what it would do', async () => {
    await choose();
    expect(last('checkImport')).toMatchObject({ source: { files: ['h1'], format: null, zone: null, emergencyWhen: null, mapping: null } });
    expect(last('takeOver')).toBeUndefined();
    await expect.element(page.getByText('Erkannt: Statuspage')).toBeVisible();
    await expect.element(page.getByTestId('take-over')).toHaveTextContent('316 übernehmen');
    await expect.element(page.getByText('Ohne Nummer: der Eintrag ließe sich nicht wiederfinden.')).toBeVisible();
  });

  it('R15 says at the rule why it cannot be read', async () => {
    await choose();
    refuse = { code: 'importRule', values: { reason: 'unknownField', name: 'farbe' } };
    await page.getByTestId('rule').fill('farbe=rot');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByTestId('rule')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription(/Ein Feld „farbe“ kennt die Regel nicht/);
    refuse = null;
    await page.getByTestId('rule').fill('keyword');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByTestId('take-over')).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('R15 takes nothing over by a rule that stands there and was not applied', async () => {
    await choose();
    await page.getByTestId('rule').fill('impact>=major');
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription('Die getippte Regel zuerst anwenden.');
    await page.getByRole('button', { name: 'Anwenden', exact: true }).click();
    await expect.poll(() => last('checkImport')).toMatchObject({ source: { emergencyWhen: 'impact>=major' } });
    await page.getByTestId('take-over').click();
    await expect.poll(() => last('takeOver')).toMatchObject({ source: { emergencyWhen: 'impact>=major' } });
  });

  it('R15 takes nothing over in a zone that there is none of', async () => {
    check = { ...plain, zoneWanted: true, zoneProposed: 'Europe/Berlin', zoneExample: '3/4/2020 07:00' };
    await choose();
    await page.getByTestId('zone').fill('Mars/Phobos');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByTestId('zone')).toHaveValue('Mars/Phobos');
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription(/„Mars\/Phobos“ steht nicht zur Wahl/);
    expect(page.getByTestId('take-over').element().getAttribute('aria-disabled')).toBe('true');
  });

  it('takes files that are dropped on the page', async () => {
    await show();
    await tell('dropped', { phase: 'over', x: 1, y: 1 });
    await expect.element(page.getByTestId('drop')).toHaveClass(/over/);
    await tell('dropped', { phase: 'dropped', files: [{ handle: 'h7', name: 'azure.json', bytes: 10, folder: false }], x: 1, y: 1 });
    await expect.poll(() => last('checkImport')).toMatchObject({ source: { files: ['h7'] } });
  });

  it('asks for the zone that a source does not name, and looks again', async () => {
    check = { ...plain, zoneWanted: true, zoneProposed: 'Europe/Berlin', zoneExample: '3/4/2020 07:00' };
    await choose();
    await expect.element(page.getByText('Zum Beispiel „3/4/2020 07:00“, vorerst gelesen als Europe/Berlin.')).toBeVisible();
    await page.getByTestId('zone').fill('Tokyo');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => last('checkImport')).toMatchObject({ source: { zone: 'Asia/Tokyo' } });
  });

  it('lets every column of a table be read otherwise', async () => {
    check = { ...plain, format: 'table', table: { name: 'tickets', rows: 20, oneRowAChange: false, dayFirst: true, dayFirstCertain: false }, columns: [{ heading: 'Nr', samples: ['1', '2'], field: 'id' }, { heading: 'Betreff', samples: ['Ausfall'], field: null }] };
    await choose();
    expect(await violations()).toEqual([]);
    (page.getByRole('combobox', { name: /Betreff/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('option', { name: 'Titel' }).click();
    await expect.poll(() => last('checkImport')).toMatchObject({ source: { mapping: { Betreff: 'title' } } });
    await page.getByLabelText('Der Tag steht vor dem Monat').click();
    await expect.poll(() => last('checkImport')).toMatchObject({ source: { mapping: { Betreff: 'title' }, dayFirst: false } });
  });

  it('shows how far it is, can be stopped, and says that nothing stayed', async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    takeOver = () => new Promise((_, reject) => (refuse = reject));
    await choose();
    await page.getByTestId('take-over').click();
    const run = (last('takeOver') as { run: string }).run;
    await tell('progress', { run, done: 312, total: 1204 });
    await expect.element(page.getByText('312 von 1.204')).toBeVisible();
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    expect(last('cancelRun')).toEqual({ do: 'cancelRun', run });
    refuse({ code: 'runCancelled', values: {} });
    await expect.element(page.getByText('Abgebrochen. Es wurde nichts übernommen.')).toBeVisible();
    await expect.element(page.getByTestId('take-over')).toBeVisible();
  });

  it('goes on while one looks elsewhere', async () => {
    let finish: (answer: unknown) => void = () => undefined;
    takeOver = () => new Promise((done) => (finish = done));
    await choose();
    await page.getByTestId('take-over').click();
    const before = await render(ImportScreen, { route: { at: 'import' } });
    before.unmount();
    finish({ is: 'importTaken', taken: { batch: 'b1', number: null, counts: plain.counts } });
    await expect.element(page.getByText('312 neu, 4 geändert, 80 unverändert, 1 nicht übernommen').first()).toBeVisible();
  });

  it('can be taken back, and says what stayed', async () => {
    await choose();
    await page.getByTestId('take-over').click();
    await page.getByTestId('undo').click();
    await expect.poll(() => last('undoImport')).toMatchObject({ batch: 'b1' });
    await expect.element(page.getByText('300 Vorgänge der Übernahme zurückgenommen, 16 seither geänderte blieben stehen.')).toBeVisible();
  });

  it('takes an earlier batch back only after it said what that means', async () => {
    batches = [{ batch: 'b0', number: 'I-1', file: 'alt.json', format: 'azure', rule: 'keyword', begun: '2026-11-20T08:00:00Z', outcome: [1, 2, 3, 4], undone: null }];
    await show();
    await page.getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect.element(page.getByText(/aus dem Register genommen/)).toBeVisible();
    expect(last('undoImport')).toBeUndefined();
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect.poll(() => last('undoImport')).toMatchObject({ batch: 'b0' });
  });

  it('R15 says what is wrong with a rule in the language of the screen', async () => {
    await choose();
    refuse = { code: 'importRule', values: { reason: 'unknownValue', field: 'impact', value: 'quatsch' } };
    await page.getByTestId('rule').fill('impact=quatsch');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription('„quatsch“ ist kein Wert für impact. Beispiel: impact>=major and length>=4h');
  });

  it('says that nothing was recognised, and names several formats one by one', async () => {
    check = { ...plain, format: '', counts: { new: 0, changed: 0, unchanged: 0, refused: 1, emergencies: 0 } };
    await choose();
    await expect.element(page.getByText('Kein bekanntes Format')).toBeVisible();
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription('In diesen Dateien wurde nichts erkannt, was sich übernehmen ließe.');
    check = { ...plain, format: 'statuspage+cstate' };
    await page.getByTestId('rule').fill('keyword');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Erkannt: Statuspage, cState')).toBeVisible();
  });

  it('opens with the findings that there are, in the zone of the screen, and says how many more there are', async () => {
    check = { ...plain, counts: { ...plain.counts, refused: 0 }, refused: [], doubtful: [{ file: 'a.md', place: '', code: 'endBeforeStart', values: { value: '2026-03-13T22:01:06Z – 2026-03-13T21:00:00Z' } }], doubtfulCount: 2345 };
    await choose();
    await expect.element(page.getByText(/13\.03\.2026 23:01.*13\.03\.2026 22:00/)).toBeVisible();
    await expect.element(page.getByText('Hier stehen die ersten 1 von 2.345; alle stehen an ihren Vorgängen.')).toBeVisible();
  });

  it('offers nothing when nothing is new', async () => {
    check = { ...plain, counts: { new: 0, changed: 0, unchanged: 396, refused: 0, emergencies: 0 }, refused: [], doubtful: [] };
    await choose();
    await expect.element(page.getByTestId('take-over')).toHaveAccessibleDescription('In diesen Dateien steht nichts Neues.');
  });

  it('writes its findings so that no spreadsheet takes them for a formula', () => {
    const csv = asCsv([{ file: '=cmd', place: 'a;b', code: 'noId', values: {} }], refusedWord);
    expect(csv).toContain(`'=cmd;"a;b";noId;Ohne Nummer`);
    expect(csv.startsWith('\ufeff')).toBe(true);
  });
});
