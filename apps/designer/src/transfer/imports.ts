import { type ImportAnswer, importAnswerSchema } from '@tandem/api';
import { realmPath, request } from '../app/index.ts';

export type Imported = { file: string; status: 'done'; answer: ImportAnswer } | { file: string; status: 'refused'; error: unknown };

/** Custom nodes go first: journeys that use them are then known to be complete. */
function customNodesFirst(files: readonly { name: string; text: string }[]) {
  const isCustom = (text: string) => text.includes('"nodeTypes"') && !text.includes('"entryNodeId"');
  return [...files].sort((a, b) => Number(isCustom(b.text)) - Number(isCustom(a.text)));
}

/**
 * Imports files one after the other; a refused one does not stop the others.
 * @param onProgress called with what is done so far
 */
export async function importFiles(realm: string, files: readonly File[], onProgress: (done: Imported[]) => void): Promise<Imported[]> {
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const done: Imported[] = [];
  for (const { name, text } of customNodesFirst(texts)) {
    try {
      const answer = await request(`${realmPath(realm)}/import`, importAnswerSchema, { method: 'POST', text });
      done.push({ file: name, status: 'done', answer });
    } catch (error) {
      done.push({ file: name, status: 'refused', error });
    }
    onProgress([...done]);
  }
  return done;
}
