/** What notices are called and how their standing looks, wherever they are shown. Knows no screen. */
import type { StatusTone } from '$design/status';
import type { NoticePhase, NoticeRow } from '$ipc/wire';
import { say } from './incident';

export const noticeTone: Record<NoticePhase, StatusTone> = { open: 'wait', acknowledged: 'ok', superseded: 'cancelled', withdrawn: 'cancelled' };

/** "A-2026-003 Rufliste"; what has no title is called by its kind. */
export function noticeTitle({ about, title, kind }: Pick<NoticeRow, 'about' | 'title' | 'kind'>): string {
  return `${about} ${title || say('notice-subject-kind', kind)}`.trim();
}
