import { describe, expect, it } from 'vitest';
import { kebab } from '../design/failure';
import { find, speak, t, type Language } from '$i18n/words.svelte';

/** The lists of the contract and the name under which their words stand. */
const lists: Record<string, string> = {
  ActionKind: 'action-kind', Audience: 'audience', CauseClass: 'cause-class', Channel: 'channel', ClockKind: 'clock', ClockState: 'clock-state', Confidentiality: 'confidentiality', CustomerReports: 'customer-reports', DeedKind: 'deed-kind', DurationKind: 'duration',
  EntryKind: 'entry-kind', Fact: 'fact', Language: 'language', MessageStatus: 'message-status', Milestone: 'milestone', NeedKind: 'need', OutsideKind: 'outside-kind', Phase: 'phase', Priority: 'priority', ProviderChoice: 'provider-choice',
  DrillKind: 'drill-kind', DrillPhase: 'drill-phase', DrillVerdict: 'drill-verdict', DrillTrigger: 'drill-trigger', DrillCast: 'drill-cast', DrillCheckOutcome: 'check-outcome', ObjectiveRating: 'rating', PlanStage: 'plan-stage', ProofAge: 'proof-age', Recovered: 'recovered', RetestReason: 'retest-reason', StepState: 'step-state',
  ProviderFault: 'provider-fault', ProviderState: 'provider-state', RecommendedTo: 'recommended-to', ReportKind: 'report-kind', Role: 'role', Severity: 'severity', Source: 'source', StepResult: 'step-result', TakenStep: 'taken-step', TeamKind: 'team-kind', TeamRole: 'team-role',
  ReviewDeed: 'review-deed', ReviewInputKind: 'review-input', ReviewJudgement: 'review-judgement', ReviewMark: 'review-mark', ReviewPhase: 'review-phase', ReviewPresence: 'review-presence', ReviewStep: 'review-step', ReviewTopic: 'review-topic', ReviewTriggerKind: 'review-trigger', ReviewWhy: 'review-why',
  DrillScope: 'drill-scope', LegalStage: 'legal-stage', PromiseKind: 'promise-kind', Regime: 'regime', RuleKind: 'rule-kind', Unit: 'unit',
  GuideDeed: 'guide-deed', GuideKind: 'guide-kind', GuideLineChange: 'guide-line-change', GuideStage: 'guide-stage', GuideStanding: 'guide-standing', GuideStepChange: 'guide-step-change',
};
/** Sentences in which a number stands alone, or is never one. */
const alone = ['filter-several', 'importing-take-over', 'start-careful', 'import-zone-assumed', 'verify-fits', 'verify-does-not-fit', 'verify-pages', 'restore-done', 'rebuild-done', 'log-damaged-pages', 'reports-page', 'paper-ledger-kept-year', 'review-report-acknowledged'];
const locales = import.meta.glob<string>('../../../core/locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
const contract = import.meta.glob<string>('../ipc/contract/*.ts', { query: '?raw', import: 'default', eager: true });

describe('the words of the process', () => {
  it('leave out what is said on paper alone', async () => {
    await speak('de');
    expect(find('report-keyword')).toBeNull();
    expect(find('paper-as-pdf')).toBe('Als PDF');
  });

  it('know one from many wherever they count', async () => {
    const counting = Object.entries(locales).flatMap(([path, text]) => text.split(/^(?=[a-z])/m).map((sentence) => ({ path, sentence })));
    const blind = counting.filter(({ sentence }) => {
      const counted = /\{ \$(count|rows|records|events|pages) \}/.exec(sentence);
      return counted && !sentence.includes(`$${counted[1]} ->`) && !alone.includes(sentence.split(' =')[0]!);
    });
    expect(blind).toEqual([]);
    await speak('de');
    expect([t('register-count', { count: 1 }), t('register-count', { count: 20769 })]).toEqual(['Ein Eintrag', '20.769 Einträge']);
    expect(t('today-counts', { incidents: 1, emergencies: 1 })).toBe('Ein Vorfall im Register, davon ein Notfall');
  });

  it.each(['de', 'en'] as Language[])('name every value of every list of the contract in %s', async (language) => {
    await speak(language);
    for (const [type, list] of Object.entries(lists)) {
      const text = contract[`../ipc/contract/${type}.ts`] ?? '';
      const values = [...(text.split('=').at(-1) ?? '').matchAll(/"(\w+)"/g)].map((match) => match[1]!);
      expect(values.length, type).toBeGreaterThan(1);
      expect(values.filter((value) => find(`${list}-${kebab(value)}`) === null), type).toEqual([]);
    }
  });
});
