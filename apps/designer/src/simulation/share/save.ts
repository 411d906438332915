import { requestFile } from '../../app/index.ts';
import { saveFile } from '../../transfer/download.ts';

/** Reads a file from the server and hands it to the browser. @returns its name */
export async function saveFrom(path: string, type: string, fallback: string): Promise<string> {
  const { text, name } = await requestFile(path);
  const file = name ?? fallback;
  saveFile(file, new Blob([text], { type }));
  return file;
}
