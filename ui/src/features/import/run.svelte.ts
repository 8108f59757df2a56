/**
 * One import: the files, how they are read, the dry run, taking over. Lives beside the screen, so that leaving it stops nothing.
 * Knows the desktop's orders; does not know how anything looks.
 */
import { say } from '$design/failure';
import { t } from '$i18n/words.svelte';
import type { ChosenFile, ImportCheck, ImportSource, ImportTaken } from '$ipc/contract/desktop';
import { newId } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import { desktop, hear } from '$ipc/door';

type Doing = 'checking' | 'takingOver' | 'undoing';
/** How the files are read, as far as somebody said so; null lets the program conclude it. */
export type Reading = Omit<ImportSource, 'files'>;
const asProposed: Reading = { format: null, zone: null, emergencyWhen: null, mapping: null, dayFirst: null, oneRowAChange: null, name: null };

class Import {
  files = $state.raw<ChosenFile[]>([]);
  reading = $state.raw<Reading>(asProposed);
  check = $state.raw<ImportCheck | null>(null);
  /** What is typed and not applied yet; null where nothing is. */
  typed = $state<{ rule: string | null; name: string | null }>({ rule: null, name: null });
  /** Why the zone that is typed is none. */
  noZone = $state<string | undefined>();
  taken = $state.raw<ImportTaken | null>(null);
  undone = $state.raw<{ records: number; kept: number } | null>(null);
  doing = $state<Doing | null>(null);
  cancelling = $state(false);
  done = $state(0);
  total = $state<number | null>(null);
  /** Why the last step failed. */
  error = $state<string | null>(null);
  /** What that speaks of. */
  about = $state<string | undefined>();
  #run = '';
  /** How the files were read when they were looked at last. */
  #looked = $state.raw<Reading>(asProposed);

  constructor() {
    hear('progress', ({ run, done, total }) => {
      if (run !== this.#run) return;
      this.done = done;
      this.total = total;
    });
  }

  get source(): ImportSource {
    return { files: this.files.map((file) => file.handle), ...this.reading };
  }

  /** Why what was looked at is not what would be taken over. */
  get unsettled(): string | undefined {
    if (this.noZone) return this.noZone;
    if (open(this.typed.rule, this.reading.emergencyWhen)) return t('importing-rule-first');
    if (open(this.typed.name, this.reading.name ?? this.check?.table?.name)) return t('importing-name-first');
    if (this.doing === 'checking') return t('importing-checking');
    return this.#looked === this.reading ? undefined : (this.error ?? t('importing-look-first'));
  }

  /** Adds files and looks at all of them. */
  async add(files: readonly ChosenFile[]): Promise<void> {
    const known = new Set(this.files.map((file) => file.handle));
    const fresh = files.filter((file) => !known.has(file.handle));
    if (!fresh.length || this.doing) return;
    if (this.taken) this.begin();
    this.files = [...this.files, ...fresh];
    await this.look();
  }

  async remove(handle: string): Promise<void> {
    this.files = this.files.filter((file) => file.handle !== handle);
    this.check = null;
    if (this.files.length) await this.look();
    else this.begin();
  }

  /** Reads the files otherwise than proposed, and looks again. */
  async read(change: Partial<Reading>): Promise<void> {
    this.reading = { ...this.reading, ...change };
    await this.look();
  }

  /** The dry run: nothing is written. What is changed meanwhile is looked at after it. */
  async look(): Promise<void> {
    if (this.doing) return;
    let reading: Reading;
    do {
      reading = this.reading;
      await this.#do('checking', async (run) => {
        this.check = (await desktop({ do: 'checkImport', run, source: this.source }, 'importChecked')).check;
        this.#looked = reading;
      });
    } while (reading !== this.reading && !this.cancelling);
  }

  async takeOver(): Promise<void> {
    await this.#do('takingOver', async (run) => {
      this.taken = (await desktop({ do: 'takeOver', run, source: this.source }, 'importTaken')).taken;
    });
  }

  /** Takes a batch back; true when it was done. */
  async undo(batch: string): Promise<boolean> {
    return this.#do('undoing', async (run) => {
      const { records, kept } = await desktop({ do: 'undoImport', run, batch }, 'importUndone');
      this.undone = { records, kept };
      if (this.taken?.batch === batch) this.taken = null;
    });
  }

  async cancel(): Promise<void> {
    this.cancelling = true;
    await desktop({ do: 'cancelRun', run: this.#run }, 'done').catch(() => undefined);
  }

  /** From the beginning, with no files. */
  begin(): void {
    this.files = [];
    this.reading = asProposed;
    this.#looked = asProposed;
    this.typed = { rule: null, name: null };
    this.noZone = undefined;
    this.check = null;
    this.taken = null;
    this.undone = null;
    this.error = null;
  }

  async #do(doing: Doing, work: (run: string) => Promise<void>): Promise<boolean> {
    if (this.doing) return false;
    this.#run = newId();
    this.doing = doing;
    this.cancelling = false;
    this.done = 0;
    this.total = null;
    this.error = null;
    this.about = undefined;
    this.undone = null;
    try {
      await work(this.#run);
      return true;
    } catch (failure) {
      const words = say(failure);
      this.error = words.sentence;
      this.about = words.about;
      return false;
    } finally {
      this.doing = null;
    }
  }
}

/** Whether something else is typed than what is applied. */
function open(typed: string | null, applied: string | null | undefined): boolean {
  return typed !== null && typed.trim() !== (applied ?? '');
}

let made: { workspace: string; run: Import } | null = null;

/** The one import of the open workspace; another workspace begins anew. */
export function theImport(): Import {
  const workspace = standing()?.workspace?.id ?? '';
  if (made?.workspace !== workspace) made = { workspace, run: new Import() };
  return made.run;
}

/** For tests: nothing of the last import stays. */
export function forgetImport(): void {
  made = null;
}
