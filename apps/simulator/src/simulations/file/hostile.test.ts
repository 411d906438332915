import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startSimulator, type TestSimulator } from '../../testing/simulator.ts';

type Json = Record<string, unknown>;
const NO_EVENTS = createHash('sha256').digest('hex');

/** The file of a run, without its inputs: nothing that the engine would stumble over is run when it is opened. */
async function stateAlone(simulator: TestSimulator): Promise<{ state: Json; withState(state: Json): Json }> {
  const run = await simulator.create();
  const { body } = await simulator.call('GET', `/api/simulations/${run.id}/file`);
  const { state } = body.initial as { state: Json };
  return { state, withState: (changed) => ({ ...body, initial: { n: 0, state: changed }, inputs: [], trace: [], digest: NO_EVENTS }) };
}

describe('a file whose state no engine made is refused by the place that is wrong, and nothing of it is kept', () => {
  const session = { id: 'a', run: 'a', status: null };
  it.each<[string, Json, RegExp]>([
    ['a session of nothing', { sessions: { a: {} } }, /^initial\.state\.sessions\.a\./],
    ['a session without a status', { sessions: { a: session } }, /^initial\.state\.sessions\.a\./],
    ['a transaction of nothing', { transactions: { a: {} } }, /^initial\.state\.transactions\.a\./],
    ['a message of nothing', { outbox: { a: { kind: 'push' } } }, /^initial\.state\.outbox\.a\./],
    ['a time that no date holds', { now: 1e300 }, /^initial\.state\.now$/],
    ['half an event', { seq: 0.5 }, /^initial\.state\.seq$/],
    ['breakpoints that are a word', { breakpoints: 'all' }, /^initial\.state\.breakpoints$/],
    ['faults that are a number', { faults: 7 }, /^initial\.state\.faults$/],
  ])('%s', async (_, change, field) => {
    const simulator = await startSimulator();
    const { state, withState } = await stateAlone(simulator);
    const { status, body } = await simulator.call('POST', '/api/simulations/files', withState({ ...state, ...change }));
    expect(status).toBe(400);
    expect((body.errors as { field: string }[])[0]?.field).toMatch(field);
    expect((await simulator.call('GET', '/api/simulations')).body.total).toBe(1);
  });
});

describe('a file without its secrets', () => {
  it('holds nothing that a person put into transient or secure state by hand', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const session = ((await run.state()).sessions as { id: string }[])[0]?.id;
    for (const [scope, value] of [
      ['transient', 'typed-into-transient'],
      ['secure', 'typed-into-secure'],
      ['shared', 'typed-into-shared'],
    ])
      await simulator.call('POST', `/api/simulations/${run.id}/edits`, { session, scope, key: 'mine', value });
    const fileOf = async (query: string): Promise<string> =>
      JSON.stringify((await simulator.call('GET', `/api/simulations/${run.id}/file${query}`)).body);
    const told = (text: string): string[] => text.match(/typed-into-\w+/g) ?? [];
    expect(new Set(told(await fileOf('')))).toEqual(new Set(['typed-into-shared']));
    expect(new Set(told(await fileOf('?secrets=true'))).size).toBe(3);
  });
});
