import { randomUUID } from 'node:crypto';
import { ImportRefused, type Issue, type JsonObject, parseJsonStrict, type Realm } from '@tandem/journey';
import { issuesOf } from '../../http/issues.ts';
import { ProblemError } from '../../http/problem.ts';
import { secretPlace } from '../../realms/contents-routes.ts';
import type { RealmOfVersion, RunStore, StoredStep } from '../../storage/run-store.ts';
import type { Sealer } from '../../storage/sealer.ts';
import { VERSION } from '../../version.ts';
import { titleOf } from '../title.ts';
import { type Rerun, runAgain } from './digest.ts';
import { otherJson, otherText } from './otherFormats.ts';
import { FILE_VERSION, FORMAT, type SimulationFile, simulationFileSchema } from './schema.ts';

const RIGHT = 'A file that was saved with "Share and export" of a simulation';

/** What is refused is told in a word, a place, and what would be right. */
export function refused(message: string, issue: Partial<Issue> = {}): ProblemError {
  return new ProblemError(400, message, { title: 'The file was refused', errors: [{ message, ...issue }] });
}

/** @throws ProblemError 400 for anything that is no such file */
export function parseFile(text: string): SimulationFile {
  let value: unknown;
  try {
    value = parseJsonStrict(text);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const other = otherText(text);
    if (other !== undefined) throw refused(`This is no file of a simulation. ${other}`, { expected: RIGHT });
    throw refused(error.issues[0]?.message ?? error.message, error.issues[0]);
  }
  const { format, version, tandem } = (value ?? {}) as { format?: unknown; version?: unknown; tandem?: unknown };
  if (format !== FORMAT)
    throw refused(['This is no file of a simulation.', otherJson(value)].filter(Boolean).join(' '), {
      field: 'format',
      expected: `"${FORMAT}": ${RIGHT}`,
    });
  if (version !== FILE_VERSION) {
    const message = `The file has version ${String(version)}; Tandem ${VERSION} reads version ${FILE_VERSION}. It was written by Tandem ${String(tandem)}.`;
    throw refused(message, { field: 'version', expected: String(FILE_VERSION) });
  }
  const checked = simulationFileSchema.safeParse(value);
  if (!checked.success) {
    const errors = issuesOf(checked.error, (path) => ({ field: path.join('.') }));
    throw new ProblemError(400, errors[0]?.message ?? 'The file is damaged.', { title: 'The file was refused', errors });
  }
  return value as SimulationFile;
}

/** Runs the file again, and compares event by event. @throws ProblemError 400 where it parts */
export function verify(file: SimulationFile): Rerun {
  let again: Rerun;
  try {
    again = runAgain(file.initial.state, file.realms, file.inputs);
  } catch (error) {
    throw refused(`The file cannot be run: ${error instanceof Error ? error.message : String(error)}`, { expected: 'A file as Tandem wrote it' });
  }
  if (again.digest === file.digest) return again;
  const parted = again.trace.findIndex((digest, index) => digest !== file.trace[index]);
  const at = parted < 0 ? file.inputs.length : parted;
  const input = file.inputs[at];
  const parts = input
    ? `gives other events from input ${at + 1} (${input.kind}) on`
    : 'gives the same events, but not the digest that the file names';
  const why =
    file.tandem === VERSION
      ? 'it was changed since it was written.'
      : `it was changed, or Tandem ${VERSION} runs it otherwise than Tandem ${file.tandem}, which wrote it.`;
  throw refused(`Run again, the file ${parts}: ${why}`, { field: input ? `inputs.${at}` : 'digest', expected: 'A file as Tandem wrote it' });
}

const PORTION = 2000;

/** Keeps a verified file as a simulation of its own. @returns its id */
export async function keepFile(runs: RunStore, sealers: Sealer, file: SimulationFile, { events, state }: Rerun): Promise<string> {
  const id = randomUUID();
  const { initial, inputs, name, secrets } = file;
  const versions: RealmOfVersion[] = [];
  for (const { version, realm } of file.realms)
    versions.push({ version, hash: await runs.keepSnapshot(sealedRealm(realm, sealers, secrets !== undefined)) });
  await runs.putBase(id, initial.n, JSON.stringify(initial.state));
  const steps = inputs.map(
    (input, index): StoredStep => ({ simulation: id, n: initial.n + index + 1, at: input.at, input, events: events[index] ?? [] }),
  );
  for (let at = 0; at < steps.length; at += PORTION) await runs.appendSteps(steps.slice(at, at + PORTION));
  const sealer = sealers.within(id);
  const foreign = Object.entries(secrets ?? {}).map(([sealed, secret]) => [sealed, sealer.seal(secret).$sealed]);
  const now = inputs.at(-1)?.at ?? initial.state.now;
  const body: JsonObject = {
    start: initial.state.now,
    latency: initial.state.latency,
    realmVersion: initial.state.realmVersion,
    clock: Math.max(now, initial.state.now),
    imported: { digest: file.digest, tandem: file.tandem },
    ...(name === undefined ? {} : { name }),
    ...(foreign.length > 0 ? { secrets: Object.fromEntries(foreign) as JsonObject } : {}),
    ...titleOf(state),
  };
  const current = versions.at(-1) as RealmOfVersion;
  const realm = file.realms[0]?.realm.name ?? 'alpha';
  const clock = { clockMode: 'virtual' as const, rate: 0 };
  const createdAt = new Date().toISOString();
  const realms = versions.length > 1 ? versions : [];
  await runs.createSimulation({ id, realm, createdAt, ...clock, body, snapshot: null, snapshotHash: current.hash, realms });
  return id;
}

function sealedRealm(realm: Realm, sealers: Sealer, open: boolean): Realm {
  if (!open) return realm;
  const sealer = sealers.within(secretPlace(realm.name));
  const entries = Object.entries(realm.secrets).map(([id, secret]) => [id, { ...secret, value: sealer.seal(secret.value).$sealed }]);
  return { ...realm, secrets: Object.fromEntries(entries) as Realm['secrets'] };
}
