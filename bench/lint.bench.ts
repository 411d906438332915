/**
 * Type to lint: one setting of one node changes, as with every letter typed into a form, and the whole journey is looked at again. Journeys of 12, 100
 * and 1,000 nodes, against the 16 ms of one frame, which 100 nodes must keep. The first look, at a journey that was just opened, is told apart.
 */
import { emptyRealm, type JourneyDocument, journeyDocument, parseExport, planImport, type Realm, setConfig } from '@tandem/journey';
import { lint } from '@tandem/lint';
import { configOf, nodeKnowledge } from '@tandem/nodes';
import { largeJourney } from './support/large.ts';
import { cpuSeconds, median, ratio, table } from './support/report.ts';

const FRAME_MS = 16;
const SIZES = [12, 100, 1_000];
const PROMISED = 100;
const EDITS = Number(process.env.EDITS ?? 60);

function opened(size: number): { realm: Realm; document: JourneyDocument } {
  const { name, file } = largeJourney(size);
  const realm = emptyRealm('alpha');
  const knowledge = nodeKnowledge(realm);
  for (const { kind, key, value } of planImport(realm, parseExport(JSON.stringify(file)), {}, knowledge).puts)
    (realm[kind] as Record<string, unknown>)[key] = value;
  const document = journeyDocument(realm, name, knowledge);
  if (!document) throw new Error('The journey was not imported.');
  return { realm, document };
}

/** One letter more in a setting of a node: everything else of the document stays the same object. */
function typed(document: JourneyDocument, id: string, edit: number): JourneyDocument {
  const resource = document.nodes[id];
  if (!resource) throw new Error('There is no such node.');
  const config = { ...configOf(resource), description: `letter ${edit}` };
  return setConfig(
    document,
    id,
    config,
    (resource._outcomes ?? []).map(({ id: outcome, displayName }) => ({ id: outcome, displayName: displayName ?? outcome })),
  ).document;
}

/** Milliseconds of a core: others that want the machine meanwhile do not count. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return cpuSeconds(start) * 1000;
}

for (const size of SIZES) {
  const { realm, document } = opened(size);
  const ids = Object.keys(document.nodes);
  const first = timed(() => lint(document, realm));
  let current = document;
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    current = typed(current, ids[(edit * 7) % ids.length] as string, edit);
    times.push(timed(() => lint(current, realm)));
  }
  table([
    [`${size} nodes: first look in µs`, first * 1000],
    [`${size} nodes: look after an edit in µs`, median(times) * 1000],
  ]);
  ratio(`${size} nodes, to a frame of ${FRAME_MS} ms`, median(times) / FRAME_MS);
  if (size <= PROMISED && median(times) > FRAME_MS) process.exitCode = 1;
}
