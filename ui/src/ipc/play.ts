/** Plays Rust's side of the door for component tests. Never imported by the product. */
import { emit } from '@tauri-apps/api/event';
import { mockIPC } from '@tauri-apps/api/mocks';
import type { DesktopOrder } from './contract/desktop';

export { bareDesktop } from './bare';

export interface Part {
  desktop?: (order: DesktopOrder) => unknown;
  query?: (question: never) => unknown;
  execute?: (order: never) => unknown;
  bytes?: (request: never) => unknown;
}

/** What a command throws arrives as the failure; every call that nobody plays fails loudly. */
export function play(part: Part): void {
  mockIPC(
    (command, args) => {
      const given = args as Record<string, never>;
      if (command === 'desktop' && part.desktop) return part.desktop(given['request']!);
      if (command === 'query' && part.query) return part.query(given['question']!);
      if (command === 'execute' && part.execute) return part.execute(given['order']!);
      if (command === 'bytes' && part.bytes) return part.bytes(given['request']!);
      throw new Error(`nobody plays ${command} ${JSON.stringify(args)}`);
    },
    { shouldMockEvents: true },
  );
}

/** Sends an event as Rust would. */
export async function tell(event: 'changed' | 'progress' | 'link' | 'file' | 'dropped', payload: unknown): Promise<void> {
  await emit(event, payload);
}

/** Every call is answered with nothing: components that are taken down still end their listeners. */
export function stopPlaying(): void {
  mockIPC(() => null, { shouldMockEvents: true });
}
