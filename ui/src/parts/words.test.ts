import { describe, expect, it } from 'vitest';
import { kebab } from '../design/failure';
import { find, speak, type Language } from '$i18n/words.svelte';

/** The lists of the contract and the name under which their words stand. */
const lists: Record<string, string> = {
  ActionKind: 'action-kind', Audience: 'audience', CauseClass: 'cause-class', Channel: 'channel', ClockKind: 'clock', ClockState: 'clock-state', Confidentiality: 'confidentiality', CustomerReports: 'customer-reports', DeedKind: 'deed-kind', DurationKind: 'duration',
  EntryKind: 'entry-kind', Fact: 'fact', Language: 'language', MessageStatus: 'message-status', Milestone: 'milestone', NeedKind: 'need', OutsideKind: 'outside-kind', Phase: 'phase', Priority: 'priority', ProviderChoice: 'provider-choice',
  ProviderFault: 'provider-fault', ProviderState: 'provider-state', RecommendedTo: 'recommended-to', Role: 'role', Severity: 'severity', Source: 'source', StepResult: 'step-result', TakenStep: 'taken-step', TeamKind: 'team-kind', TeamRole: 'team-role',
};
const contract = import.meta.glob<string>('../ipc/contract/*.ts', { query: '?raw', import: 'default', eager: true });

describe('the words of the process', () => {
  it('leave out what is said on paper alone', async () => {
    await speak('de');
    expect(find('report-keyword')).toBeNull();
    expect(find('paper-as-pdf')).toBe('Als PDF');
  });

  it.each(['de', 'en'] as Language[])('name every value of every list of the contract in %s', async (language) => {
    await speak(language);
    for (const [type, list] of Object.entries(lists)) {
      const text = contract[`../ipc/contract/${type}.ts`] ?? '';
      const values = [...(text.split('=').at(-1) ?? '').matchAll(/"(\w+)"/g)].map((match) => match[1]!);
      expect(values.length, type).toBeGreaterThan(1);
      expect(values.filter((value) => find(`${list}-${kebab(value)}`) === null), type).toEqual([]);
    }
    expect(contract['../ipc/contract/ReportKind.ts']).toContain('"postIncident";');
    expect(find('report-kind-post-incident')).not.toBeNull();
  });
});
