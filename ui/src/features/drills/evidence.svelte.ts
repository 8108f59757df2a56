/** Keeps files as evidence of a test: chosen, dropped anywhere in the window, or pasted. Call it while a component is made. */
import { say as sayFailure } from '$design/failure';
import { now } from '$design/now.svelte';
import { toasts } from '$design/toasts.svelte';
import { iso } from '$i18n/format';
import { t } from '$i18n/words.svelte';
import { newId } from '$ipc/core';
import type { ChosenFile, KeptEvidence } from '$ipc/contract/desktop';
import { hear } from '$ipc/door';
import { chooseFiles, keepEvidence, keepPasted } from '$ipc/files';
import { when, type DrillShown } from './drill.svelte';

/** What the core takes at most, in bytes. */
const most = 100_000_000;

export interface Files {
  readonly busy: boolean;
  choose: () => void;
  paste: (event: ClipboardEvent) => void;
}

export function keepFiles(drill: DrillShown, step: () => string | null): Files {
  let busy = $state(false);

  /** One after the other: each is on the disk before the next, and a failure is told with its file. */
  async function keep(jobs: { name: string; run: () => Promise<KeptEvidence> }[]): Promise<void> {
    if (drill.why('attachEvidence') || !jobs.length) return;
    busy = true;
    let kept = 0;
    for (const job of jobs) {
      try {
        const file = await job.run();
        await drill.order({ attachEvidence: { evidence: { id: newId(), hash: file.hash, name: file.name, size: file.bytes, note: '', at: null }, step: step(), when: when() } });
        kept += 1;
      } catch (failure) {
        const words = sayFailure(failure);
        toasts.add({ text: `${job.name}: ${words.sentence}`, tone: 'danger', details: words.details });
      }
    }
    busy = false;
    if (kept) toasts.add({ text: t('evidence-done', { count: kept }), tone: 'ok', final: true });
  }

  function take(files: ChosenFile[]): void {
    for (const file of files.filter((one) => one.folder || one.bytes > most)) {
      toasts.add({ text: `${file.name}: ${file.folder ? t('evidence-folder') : t('error-evidence-too-large')}`, tone: 'danger' });
    }
    void keep(files.filter((one) => !one.folder && one.bytes <= most).map((file) => ({ name: file.name, run: () => keepEvidence(file.handle) })));
  }

  $effect(() => hear('dropped', (drop) => {
    if (drop.phase === 'dropped') take(drop.files);
  }));

  return {
    get busy() {
      return busy;
    },
    choose: () => void chooseFiles('evidence').then(take),
    paste: (event) => {
      const picture = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith('image/'));
      if (!picture) return;
      event.preventDefault();
      const stamp = iso(now().toISOString()).replace(/[-:]/g, '').slice(0, 15);
      const name = `${drill.view.number}-${stamp}.${picture.type.split('/')[1] ?? 'png'}`;
      void keep([{ name, run: () => keepPasted(name, picture) }]);
    },
  };
}
