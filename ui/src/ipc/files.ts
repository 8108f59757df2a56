/** Files in and out of the workspace: evidence that is chosen, dropped or pasted, bytes that are shown, saved or printed. */
import type { ChosenFile, DesktopOrder, FileHandle, FilePurpose, KeptEvidence } from './contract/desktop';
import { desktop } from './door';
import type { HandoverTaken, HandoverView, Language } from './wire';

/** Which bytes of the open workspace. */
export type BytesOf = Extract<DesktopOrder, { do: 'saveAs' }>['of'];

/** Files that somebody chooses in a system dialog; none when it was cancelled. */
export async function chooseFiles(purpose: FilePurpose): Promise<ChosenFile[]> {
  return (await desktop({ do: 'chooseFiles', purpose }, 'files')).files;
}

export async function keepEvidence(file: FileHandle): Promise<KeptEvidence> {
  return (await desktop({ do: 'keepEvidence', file }, 'evidence')).evidence;
}

/** Keeps a picture of the clipboard. */
export async function keepPasted(name: string, picture: Blob): Promise<KeptEvidence> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let text = '';
  for (let index = 0; index < bytes.length; index += 0x8000) text += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  return (await desktop({ do: 'keepPasted', name, base64: btoa(text) }, 'evidence')).evidence;
}

/** Opens a copy in the system's own viewer; that is also the way to the printer. */
export async function showOutside(of: BytesOf, name: string): Promise<void> {
  await desktop({ do: 'showOutside', of, name }, 'done');
}

/** False when somebody closed the system dialog. */
export async function saveAs(of: BytesOf, name: string): Promise<boolean> {
  return (await desktop({ do: 'saveAs', of, name }, 'done', 'cancelled')).is === 'done';
}

/** Writes what a team is asked, or what it answers, into a signed file; null when somebody closed the system dialog. */
export async function handOver(number: string, language: Language): Promise<{ name: string; fingerprint: string; slip: string | null } | null> {
  const answer = await desktop({ do: 'handOver', number, language }, 'handedOver', 'cancelled');
  return answer.is === 'handedOver' ? answer : null;
}

/** What stands in such a file that somebody chooses; null when the dialog was closed. */
export async function lookAtHandover(): Promise<{ file: FileHandle; view: HandoverView } | null> {
  const answer = await desktop({ do: 'lookAtHandover' }, 'handover', 'cancelled');
  return answer.is === 'handover' ? answer : null;
}

export async function takeHandoverIn(file: FileHandle): Promise<HandoverTaken> {
  return (await desktop({ do: 'takeHandoverIn', file }, 'handoverTaken')).taken;
}

/** Saves a text made here, such as a table as CSV. False when somebody closed the system dialog. */
export async function saveText(text: string, name: string): Promise<boolean> {
  return (await desktop({ do: 'saveText', text, name }, 'done', 'cancelled')).is === 'done';
}
