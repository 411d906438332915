import type { EngineEvent, Input } from '@tandem/engine';
import type { Realm } from '@tandem/journey';
import { isSealed } from '@tandem/nodes';
import { badRequest, ProblemError } from '../../http/problem.ts';
import { secretPlace } from '../../realms/contents-routes.ts';
import type { RunStore, StoredSimulation } from '../../storage/run-store.ts';
import type { Sealer } from '../../storage/sealer.ts';
import { VERSION } from '../../version.ts';
import { realmVersions } from '../realm-versions.ts';
import { startOf } from '../restore.ts';
import { simulationSealer } from '../simulation-sealer.ts';
import { runAgain } from './digest.ts';
import { FILE_VERSION, FORMAT, type SimulationFile } from './schema.ts';
import { withheld } from './withhold.ts';

/**
 * A simulation as a file that runs again elsewhere. It is run before it is given away, so that nobody gets one that does not.
 *
 * @param secrets whether secrets go with it
 * @throws ProblemError 400 for the live realm, 409 when it does not run the same way again
 */
export async function writeFile(runs: RunStore, stored: StoredSimulation, sealers: Sealer, secrets: boolean): Promise<SimulationFile> {
  if (stored.snapshotHash === null)
    throw badRequest({ field: 'id', message: 'The live realm goes on for ever and is no file.', expected: 'A fork of one of its runs' });
  const initial = await startOf(runs, stored);
  const steps = await runs.readSteps(stored.id, initial.n);
  const realms = await readRealms(runs, stored);
  const inputs = steps.map(({ input }) => input);
  const sealer = simulationSealer(stored, sealers);
  const given = secrets
    ? { initial, realms: realms.map((each) => ({ ...each, realm: withOpenSecrets(each.realm, sealers) })), inputs }
    : { initial: withheld(initial), realms: withheld(realms), inputs: withheld(inputs) };
  const { events, trace, digest } = runAgain(given.initial.state, given.realms, given.inputs);
  checkCourse(steps, events, secrets);
  const { name } = stored.body;
  return {
    format: FORMAT,
    version: FILE_VERSION,
    tandem: VERSION,
    exportedAt: new Date().toISOString(),
    ...(typeof name === 'string' ? { name } : {}),
    ...given,
    trace,
    digest,
    ...(secrets ? { secrets: openAll([initial, inputs], sealer) } : {}),
  } as SimulationFile;
}

async function readRealms(runs: RunStore, stored: StoredSimulation): Promise<{ version: number; realm: Realm }[]> {
  const realms: { version: number; realm: Realm }[] = [];
  for (const { version, hash } of await realmVersions(runs, stored)) {
    const realm = await runs.readSnapshot(hash);
    if (realm) realms.push({ version, realm });
  }
  return realms;
}

/** Without what was withheld the run must still go the same way; with everything, the very same. */
function checkCourse(steps: readonly { input: Input; events: readonly EngineEvent[] }[], again: readonly EngineEvent[][], secrets: boolean): void {
  const course = ({ kind, at, session, node, outcome }: EngineEvent): unknown[] => [kind, at, session, node, outcome];
  const told = (events: readonly EngineEvent[]): string => JSON.stringify(secrets ? events : events.map(course));
  const parted = steps.findIndex(({ events }, index) => told(events) !== told(again[index] ?? []));
  if (parted < 0) return;
  const seq = steps[parted]?.events[0]?.seq;
  throw new ProblemError(409, `Run again, this simulation goes another way from event ${seq} on.`, {
    errors: [
      {
        field: secrets ? 'id' : 'secrets',
        message: secrets
          ? 'It was run by another version of Tandem.'
          : 'What scripts put into transient or secure state decides how it goes; without it the file would not run the same way.',
        expected: secrets ? 'A simulation of this version' : '?secrets=true, to give the secrets away with it',
      },
    ],
  });
}

function withOpenSecrets(realm: Realm, sealers: Sealer): Realm {
  const sealer = sealers.within(secretPlace(realm.name));
  const entries = Object.entries(realm.secrets).map(([id, secret]) => {
    try {
      return [id, { ...secret, value: sealer.open({ $sealed: secret.value, empty: false }) }];
    } catch {
      return [id, secret];
    }
  });
  return { ...realm, secrets: Object.fromEntries(entries) as Realm['secrets'] };
}

/** What is sealed anywhere in a value, by its ciphertext. */
function openAll(value: unknown, sealer: Sealer): Record<string, string> {
  const found: Record<string, string> = {};
  const open = ($sealed: string): void => {
    try {
      found[$sealed] = sealer.open({ $sealed, empty: false });
    } catch {
      // It only looks sealed.
    }
  };
  const visit = (node: unknown): void => {
    if (typeof node === 'string') for (const [, $sealed] of node.matchAll(/~(a1\.[\w-]{38,})~/g)) open(String($sealed));
    else if (isSealed(node)) open(node.$sealed);
    else if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      Object.keys(node).forEach(visit);
      Object.values(node).forEach(visit);
    }
  };
  visit(value);
  return found;
}
