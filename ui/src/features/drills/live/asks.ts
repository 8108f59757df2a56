/** The questions of a running test: what each of its deeds asks before it is ordered. */
import { t } from '$i18n/words.svelte';
import { newId } from '$ipc/core';
import type { Committed, DrillCommand, DrillStepView } from '$ipc/wire';
import type { Asked } from '../AskDialog.svelte';
import { when, type DrillShown } from '../drill.svelte';

type Press = (command: DrillCommand, words: string, id?: string) => Promise<Committed>;

export function asks(drill: DrillShown, press: Press) {
  const { number } = drill.view;
  const of = (one: DrillStepView): string => `${one.step.number} ${one.step.title}`;
  const key = (what: string, about = ''): string => `${number}/live/${what}/${about}`;

  function step(what: 'partly' | 'fail' | 'skip', one: DrillStepView): Asked {
    const verb = t(`drill-live-${what}`);
    const words = t('drill-live-noted', { number: one.step.number, what: verb });
    const command = (text: string, at: Parameters<typeof when>[0]): DrillCommand =>
      what === 'partly'
        ? { partlyStep: { step: one.step.id, deviation: text, next: one.next, when: when(at) } }
        : what === 'fail'
          ? { failStep: { step: one.step.id, reason: text, when: when(at) } }
          : { skipStep: { step: one.step.id, reason: text, when: when(at) } };
    return { key: key(what, one.step.id), title: `${verb}: ${of(one)}`, verb, done: words, text: { label: what === 'partly' ? t('drill-column-deviation') : t('step-reason') }, late: true, danger: what === 'fail', make: ({ text, at }, id) => press(command(text, at), words, id) };
  }

  return {
    partly: (one: DrillStepView) => step('partly', one),
    fail: (one: DrillStepView) => step('fail', one),
    skip: (one: DrillStepView) => step('skip', one),
    despite: (one: DrillStepView): Asked => ({
      key: key('despite', one.step.id), title: t('drill-despite-title', { step: of(one) }), verb: t('drill-despite'), done: t('drill-live-started', { number: one.step.number }), hint: t('drill-despite-hint'), text: { label: t('step-reason') }, late: true,
      make: ({ text, at }, id) => press({ startStep: { step: one.step.id, person: null, despite: text, when: when(at) } }, t('drill-live-started', { number: one.step.number }), id),
    }),
    note: (one: DrillStepView | null): Asked => ({
      key: key('note'), title: one ? t('drill-note-title', { step: of(one) }) : t('drill-note'), verb: t('drill-note-save'), done: t('drill-noted'), text: { label: t('drill-note-text') }, late: true,
      make: ({ text, at }, id) => press({ note: { id: newId(), text, step: one?.step.id ?? null, when: when(at) } }, t('drill-noted'), id),
    }),
    observe: (one: DrillStepView | null): Asked => ({
      key: key('observe'), title: t('drill-observe'), verb: t('drill-note-save'), done: t('drill-noted'), text: { label: t('drill-observation') }, late: true,
      person: { label: t('drill-observer'), choices: drill.view.arrangement.observers.map((id) => ({ value: id, label: drill.name(id) })), ...(drill.view.arrangement.observers.length === 1 ? { start: drill.view.arrangement.observers[0]! } : {}) },
      make: ({ text, person, at }, id) => press({ observe: { id: newId(), observer: person, text, step: one?.step.id ?? null, when: when(at) } }, t('drill-noted'), id),
    }),
    pause: (): Asked => ({ key: key('pause'), title: t('drill-pause-title'), verb: t('drill-pause'), done: t('drill-live-paused'), hint: t('drill-pause-hint'), text: { label: t('step-reason') }, late: true, make: ({ text, at }, id) => press({ pause: { reason: text, when: when(at) } }, t('drill-live-paused'), id) }),
    lapse: (): Asked => ({
      key: key('lapse'), title: t('drill-lapse-title'), verb: t('drill-lapse'), done: t('drill-lapse-done'), hint: t('drill-lapse-hint'), text: { label: t('drill-lapse-what') }, person: { label: t('drill-lapse-whom'), choices: drill.everyone }, late: true, danger: true,
      make: ({ text, person, at }, id) => press({ reportLapse: { id: newId(), text, told: person, when: when(at) } }, t('drill-lapse-done'), id),
    }),
    /** Handed over by whoever conducts it, or taken over by whoever steps in. */
    handOver: (): Asked => {
      const acting = drill.people.acting?.id ?? '';
      const conducts = drill.view.coordinator === acting;
      const title = conducts ? t('drill-hand-over') : t('drill-take-over');
      return {
        key: key('hand-over'), title, verb: title, done: t('drill-handed-over'), text: { label: t('drill-hand-over-note'), optional: true },
        person: { label: t('drill-hand-over-to'), choices: drill.everyone.filter((one) => one.value !== drill.view.coordinator && (conducts || one.value === acting)), ...(conducts ? {} : { start: acting }) },
        make: ({ text, person, at }, id) => press({ handOver: { to: person, note: text, when: when(at) } }, t('drill-handed-over'), id),
      };
    },
    abort: (): Asked => ({ key: key('abort'), title: t('drill-abort-title', { number }), verb: t('drill-abort'), done: t('drill-live-aborted'), hint: t('drill-abort-hint'), text: { label: t('step-reason') }, late: true, danger: true, make: ({ text, at }, id) => press({ abort: { reason: text, when: when(at) } }, t('drill-live-aborted'), id) }),
  };
}
