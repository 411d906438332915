import { type ImportAnswer, importAnswerSchema, realmResourcesSchema } from '@tandem/api';
import type { Issue } from '@tandem/journey';
import { realmPath, request } from '../app/index.ts';

export type Imported =
  | { file: string; status: 'done'; answer: ImportAnswer; warnings: readonly Issue[] }
  | { file: string; status: 'refused'; error: unknown };

/** Custom nodes go first: journeys that use them are then known to be complete. */
function customNodesFirst(files: readonly { name: string; text: string }[]) {
  const isCustom = (text: string) => text.includes('"nodeTypes"') && !text.includes('"entryNodeId"');
  return [...files].sort((a, b) => Number(isCustom(b.text)) - Number(isCustom(a.text)));
}

/**
 * Imports files one after the other; a refused one does not stop the others.
 * @param onProgress called with what is done so far, and once more when warnings were settled by a later file
 */
export async function importFiles(realm: string, files: readonly File[], onProgress: (done: Imported[]) => void): Promise<void> {
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const done: Imported[] = [];
  for (const { name, text } of customNodesFirst(texts)) {
    try {
      const answer = await request(`${realmPath(realm)}/import`, importAnswerSchema, { method: 'POST', text });
      done.push({ file: name, status: 'done', answer, warnings: answer.warnings });
    } catch (error) {
      done.push({ file: name, status: 'refused', error });
    }
    onProgress([...done]);
  }
  if (done.length > 1) onProgress(await withoutSettled(realm, done));
}

const LACKS = /names the journey "(?<journey>.+)", which the realm lacks|uses the script "(?<script>.+)", which the realm lacks/;

/** Files imported together may need each other: a warning about what a later one brought no longer holds. */
async function withoutSettled(realm: string, done: readonly Imported[]): Promise<Imported[]> {
  const warned = done.some((result) => result.status === 'done' && result.warnings.some((warning) => LACKS.test(warning.message)));
  if (!warned) return [...done];
  try {
    const resources = await request(`${realmPath(realm)}/resources`, realmResourcesSchema);
    const journeys = new Set(resources.journeys);
    const scripts = new Set(resources.scripts.map((script) => script.id));
    const holds = ({ message }: Issue) => {
      const { journey = '', script = '' } = LACKS.exec(message)?.groups ?? {};
      return !journeys.has(journey) && !scripts.has(script);
    };
    return done.map((result) => (result.status === 'done' ? { ...result, warnings: result.warnings.filter(holds) } : result));
  } catch {
    // The warnings of each import are still there.
    return [...done];
  }
}
