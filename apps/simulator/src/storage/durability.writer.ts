import { realmWith } from '../testing/realm.ts';
import { openStorage } from './open.ts';

/**
 * The process that `durability.test.ts` kills: saves without end and prints a line for every save that was answered.
 * Argument: the data folder.
 */
const storage = await openStorage(process.argv[2] ?? '');
if (storage.realms.load('alpha') === undefined) await storage.realms.create(realmWith('alpha', []));
const seen = Object.keys(storage.realms.load('alpha')?.realm.journeys ?? {}).length;

for (let n = seen; ; n++) {
  const id = `J${n}`;
  const simulation = `S${n}`;
  await storage.realms.apply('alpha', {
    puts: [
      { kind: 'journeys', key: id, body: { tree: { _id: id, description: 'x'.repeat(2000) } } },
      { kind: 'variables', key: id, body: n },
    ],
  });
  await storage.runs.appendSteps([{ simulation, n: 1, at: n, input: { kind: 'clock', at: n, random: '' }, events: [] }]);
  process.stdout.write(`${n}\n`);
}
