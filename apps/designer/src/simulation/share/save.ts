import { requestFile } from '../../app/index.ts';
import { refuse, toast } from '../../components/index.ts';
import { saveFile } from '../../transfer/download.ts';

/** Reads a file from the server and hands it to the browser. @returns its name */
export async function saveFrom(path: string, type: string, fallback: string): Promise<string> {
  const { text, name } = await requestFile(path);
  const file = name ?? fallback;
  saveFile(file, new Blob([text], { type }));
  return file;
}

/** Puts a text where it can be pasted from, and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    refuse('The browser did not allow copying. Select the text and copy it.');
  }
}
