/** Plays the core for the tests of this folder: notes what is ordered and asked, and answers with what stands here. */
import { vi } from 'vitest';
import { toasts } from '$design/toasts.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { MarkdownBlock, Order, OrganisationView, Question } from '$ipc/wire';

export const ordered = vi.fn<(order: Order) => void>();
export const asked = vi.fn<(question: Question) => void>();
export const heard = vi.fn<(order: DesktopOrder) => void>();
let refusal: unknown = null;
const plain = (text: string) => ({ text, strong: false, emphasis: false, struck: false, code: false, link: null });
/** What the core makes of each text in Markdown. */
const blocks: MarkdownBlock[] = [{ block: 'paragraph', runs: [plain('Abschalten, '), { ...plain('dann'), strong: true }, plain(' prüfen.')] }];

export const refuse = (next: unknown): void => void (refusal = next);
/** The command of the newest order. */
export const lastCommand = (): unknown => ordered.mock.calls.at(-1)?.[0].command;

export async function playing(answer: (question: Question) => unknown, desktop: (order: DesktopOrder) => unknown = () => ({ is: 'done' }), workspace: OrganisationView = organisation): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      return order.do === 'look' || order.do === 'prefer' ? { is: 'desktop', desktop: openDesktop } : desktop(order);
    },
    query: (question: Question) => {
      asked(question);
      return 'organisation' in question ? { organisation: workspace } : 'markdown' in question ? { markdown: blocks } : answer(question);
    },
    execute: (order: Order) => {
      ordered(order);
      if (refusal) throw refusal;
      return { order: order.id, record: order.record ?? 'new', number: 'T-2026-002', events: [{ seq: 1, kind: 'x' }], undoable: false, stale: [] };
    },
  });
  await look();
}

export function stop(): void {
  stopPlaying();
  forget();
  toasts.list = [];
  refusal = null;
  for (const spy of [ordered, asked, heard]) spy.mockClear();
}
