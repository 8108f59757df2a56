/** The questions of a test that is conducted: what each of its deeds asks before it is ordered. */
import { t } from '$i18n/words.svelte';
import { newId } from '$ipc/core';
import type { Committed, DrillCommand, DrillStepView, ServiceOutcome } from '$ipc/wire';
import type { Asked } from './AskDialog.svelte';
import { when, type DrillShown } from './drill.svelte';

type Press = (command: DrillCommand, words: string, id?: string) => Promise<Committed>;

interface Ways {
  /** How an order is given that the screen answers itself. */
  press?: Press;
  /** Each question asks for its moment, because what it is about is over. */
  afterwards?: boolean;
  /** Who carries out a step that begins. */
  person?: (one: DrillStepView) => string | null;
}

export function asks(drill: DrillShown, { press = (command, _words, id) => drill.order(command, id), afterwards = false, person: personOf = () => null }: Ways = {}) {
  const { number } = drill.view;
  const of = (one: DrillStepView): string => `${one.step.number} ${one.step.title}`;
  const key = (what: string, about = ''): string => `${number}/live/${what}/${about}`;
  const late = afterwards ? ('always' as const) : true;
  const byHand = (one: DrillStepView) => ({ label: t('drill-column-by'), choices: drill.everyone, optional: true, start: personOf(one) ?? '' });
  const nextPerson = (one: DrillStepView): string | null => {
    const next = drill.view.steps.find((other) => other.step.id === one.next);
    return next ? personOf(next) : null;
  };

  function step(what: 'partly' | 'fail' | 'skip', one: DrillStepView): Asked {
    const verb = t(`drill-live-${what}`);
    const words = t('drill-live-noted', { number: one.step.number, what: verb });
    const command = (text: string, at: Parameters<typeof when>[0]): DrillCommand =>
      what === 'partly'
        ? { partlyStep: { step: one.step.id, deviation: text, next: one.next, nextPerson: nextPerson(one), when: when(at) } }
        : what === 'fail'
          ? { failStep: { step: one.step.id, reason: text, when: when(at) } }
          : { skipStep: { step: one.step.id, reason: text, when: when(at) } };
    return { key: key(what, one.step.id), title: `${verb}: ${of(one)}`, verb, done: words, text: { label: what === 'partly' ? t('drill-column-deviation') : t('step-reason') }, late, danger: what === 'fail', make: ({ text, at }, id) => press(command(text, at), words, id) };
  }

  return {
    partly: (one: DrillStepView) => step('partly', one),
    fail: (one: DrillStepView) => step('fail', one),
    skip: (one: DrillStepView) => step('skip', one),
    /** Begins a step, or tries one anew, with whoever is named here. */
    startWith: (one: DrillStepView): Asked => {
      const words = t('drill-live-started', { number: one.step.number });
      const again = one.state === 'failed';
      return {
        key: key('start-with', one.step.id), title: t('drill-start-with-title', { step: of(one) }), verb: again ? t('drill-retry') : t('drill-step-start'), done: words, person: byHand(one), late,
        make: ({ person, at }, id) => press(again ? { retry: { step: one.step.id, person: person || null, when: when(at) } } : { startStep: { step: one.step.id, person: person || null, despite: '', when: when(at) } }, words, id),
      };
    },
    despite: (one: DrillStepView): Asked => ({
      key: key('despite', one.step.id), title: t('drill-despite-title', { step: of(one) }), verb: t('drill-despite'), done: t('drill-live-started', { number: one.step.number }), hint: t('drill-despite-hint'), text: { label: t('step-reason') }, person: byHand(one), late,
      make: ({ text, person, at }, id) => press({ startStep: { step: one.step.id, person: person || null, despite: text, when: when(at) } }, t('drill-live-started', { number: one.step.number }), id),
    }),
    note: (one: DrillStepView | null): Asked => ({
      key: key('note'), title: one ? t('drill-note-title', { step: of(one) }) : t('drill-note'), verb: t('drill-note-save'), done: t('drill-noted'), text: { label: t('drill-note-text') }, late,
      make: ({ text, at }, id) => press({ note: { id: newId(), text, step: one?.step.id ?? null, when: when(at) } }, t('drill-noted'), id),
    }),
    observe: (one: DrillStepView | null): Asked => {
      const { observers } = drill.view.arrangement;
      const acting = drill.people.acting?.id ?? '';
      const start = observers.includes(acting) ? acting : observers.length === 1 ? observers[0]! : '';
      return {
        key: key('observe'), title: t('drill-observe'), verb: t('drill-note-save'), done: t('drill-noted'), text: { label: t('drill-observation') }, late,
        person: { label: t('drill-observer'), choices: observers.map((id) => ({ value: id, label: drill.name(id) })), start },
        make: ({ text, person, at }, id) => press({ observe: { id: newId(), observer: person, text, step: one?.step.id ?? null, when: when(at) } }, t('drill-noted'), id),
      };
    },
    pause: (): Asked => ({ key: key('pause'), title: t('drill-pause-title'), verb: t('drill-pause'), done: t('drill-live-paused'), hint: t('drill-pause-hint'), text: { label: t('step-reason') }, late, make: ({ text, at }, id) => press({ pause: { reason: text, when: when(at) } }, t('drill-live-paused'), id) }),
    resume: (): Asked => ({ key: key('resume'), title: t('drill-resume-late'), verb: t('drill-resume'), done: t('drill-live-resumed'), late: 'always', make: ({ at }, id) => press({ resume: { when: when(at) } }, t('drill-live-resumed'), id) }),
    end: (): Asked => ({ key: key('end'), title: t('drill-end-late'), verb: t('drill-end'), done: t('drill-live-ended'), hint: t('drill-end-late-hint'), late: 'always', make: ({ at }, id) => press({ end: { when: when(at) } }, t('drill-live-ended'), id) }),
    /** Who carries out the attempt that runs, or who did. */
    assign: (one: DrillStepView): Asked => {
      const words = t('drill-assigned', { number: one.step.number });
      return {
        key: key('assign', one.step.id), title: t('drill-start-with-title', { step: of(one) }), verb: t('save'), done: words, person: { label: t('drill-column-by'), choices: drill.everyone, optional: true, start: one.attempts.at(-1)?.person ?? '' },
        make: ({ person }, id) => press({ assignStep: { step: one.step.id, person: person || null } }, words, id),
      };
    },
    /** The last press of a clock was a mistake. */
    withdraw: (one: ServiceOutcome): Asked => {
      const service = drill.service(one.service);
      const [title, words] = one.stoppedAt === null ? [t('drill-clock-withdraw-start-title', { service }), t('drill-clock-withdrawn-start', { service })] : [t('drill-clock-withdraw-stop-title', { service }), t('drill-clock-withdrawn-stop', { service })];
      return {
        key: key('withdraw', one.service), title, verb: t('drill-clock-withdraw'), done: words, hint: t('drill-clock-withdraw-hint'), text: { label: t('step-reason') },
        make: ({ text }, id) => press({ withdrawClock: { service: one.service, reason: text } }, words, id),
      };
    },
    correctEnd: (): Asked => {
      const over = drill.view.over?.timed.at;
      return {
        key: key('correct-end'), title: t('drill-end-correct'), verb: t('drill-correct'), done: t('drill-end-corrected'), hint: t('drill-end-correct-hint'), text: { label: t('step-reason') }, late: 'always', ...(over ? { at: over } : {}),
        make: ({ text, at }, id) => press({ correctEnd: { at: at!, reason: text } }, t('drill-end-corrected'), id),
      };
    },
    lapse: (): Asked => ({
      key: key('lapse'), title: t('drill-lapse-title'), verb: t('drill-lapse'), done: t('drill-lapse-done'), hint: t('drill-lapse-hint'), text: { label: t('drill-lapse-what') }, person: { label: t('drill-lapse-whom'), choices: drill.everyone }, late, danger: true,
      make: ({ text, person, at }, id) => press({ reportLapse: { id: newId(), text, told: person, when: when(at) } }, t('drill-lapse-done'), id),
    }),
    /** Handed over by whoever conducts it, or taken over by whoever steps in. */
    handOver: (): Asked => {
      const acting = drill.people.acting?.id ?? '';
      const conducts = drill.view.coordinator === acting;
      const title = conducts ? t('drill-hand-over') : t('drill-take-over');
      return {
        key: key('hand-over'), title, verb: title, done: t('drill-handed-over'), text: { label: t('drill-hand-over-note'), optional: true }, late,
        person: { label: t('drill-hand-over-to'), choices: drill.conductors.filter((one) => one.value !== drill.view.coordinator && (conducts || one.value === acting)), ...(conducts ? {} : { start: acting }) },
        make: ({ text, person, at }, id) => press({ handOver: { to: person, note: text, when: when(at) } }, t('drill-handed-over'), id),
      };
    },
    abort: (): Asked => ({ key: key('abort'), title: t('drill-abort-title', { number }), verb: t('drill-abort'), done: t('drill-live-aborted'), hint: t('drill-abort-hint'), text: { label: t('step-reason') }, late, danger: true, make: ({ text, at }, id) => press({ abort: { reason: text, when: when(at) } }, t('drill-live-aborted'), id) }),
  };
}
