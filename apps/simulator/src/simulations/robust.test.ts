import { FAILURE_NODE_ID, type JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

/** A journey of so many scripts in a row, each with this source. */
function scripts(name: string, count: number, source: string, tree: JsonObject = {}): JsonObject {
  const ids = Array.from({ length: count }, (_, n) => `${name}-${n}`);
  const place = (id: string, n: number): [string, JsonObject] => [
    id,
    { nodeType: 'ScriptedDecisionNode', displayName: id, connections: { next: ids[n + 1] ?? FAILURE_NODE_ID } },
  ];
  const node = (id: string): [string, JsonObject] => [id, { _id: id, _type: { _id: 'ScriptedDecisionNode' }, script: name, outcomes: ['next'] }];
  return {
    tree: { _id: name, entryNodeId: ids[0] ?? FAILURE_NODE_ID, ...tree, nodes: Object.fromEntries(ids.map(place)) },
    nodes: Object.fromEntries(ids.map(node)),
    scripts: { [name]: { _id: name, name, script: JSON.stringify(source), context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' } },
  };
}
const count = `
  var found = openidm.query("managed/alpha_user", { "_queryFilter": "/userName eq 'scarter'" }, ["*"]).result[0];
  openidm.patch("managed/alpha_user/" + found._id, null, [{ operation: "replace", field: "/description", value: String(Number(found.description || 0) + 1) }]);
  outcome = "next";`;

describe('identities of the live realm', () => {
  it('keep every change of a journey, however quickly they follow each other', async () => {
    const simulator = await startSimulator();
    await simulator.import(scripts('Count', 12, count));
    const path = '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=Count';
    for (let n = 0; n < 2; n++) expect((await simulator.call('POST', path)).status).toBe(401);
    await expect.poll(() => simulator.identity('scarter')?.description).toBe('24');
    const after = await simulator.restart();
    expect(after.identity('scarter')?.description).toBe('24');
  });
});

describe('numbers beyond all measure in a file', () => {
  it('end with the last moment a date can hold: the simulation goes on and can be listed', async () => {
    const simulator = await startSimulator();
    await simulator.import(scripts('Forever', 1, 'callbacksBuilder.nameCallback("x"); outcome = "next";', { treeTimeout: 1e300 }));
    const run = await simulator.create();
    expect((await run.start('Forever')).status).toBe(200);
    expect((await simulator.call('POST', `/api/simulations/${run.id}/clock`, { to: 'next-event' })).status).toBe(200);
    for (const path of ['', `/${run.id}`, `/${run.id}/view`, `/${run.id}/log`])
      expect((await simulator.call('GET', `/api/simulations${path}`)).status).toBe(200);
  });
});

describe('clock', () => {
  it('stands where it stood after it ran by itself and the server was restarted', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const clock = (rate: number): Promise<unknown> => simulator.call('POST', `/api/simulations/${run.id}/clock`, { rate });
    const now = async (server: typeof simulator): Promise<number> => {
      const { body } = await server.call('GET', `/api/simulations/${run.id}`);
      return Date.parse(String((body.clock as { now: string }).now));
    };
    const start = await now(simulator);
    await clock(60);
    await expect.poll(() => now(simulator)).toBeGreaterThan(start + 10_000);
    await clock(0);
    const stopped = await now(simulator);
    expect(await now(await simulator.restart())).toBe(stopped);
  });

  it('goes on after the year 9999, to the times that it tells itself', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const move = (body: unknown): Promise<{ status: number; body: Record<string, unknown> }> =>
      simulator.call('POST', `/api/simulations/${run.id}/clock`, body);
    await move({ to: '9999-12-31T23:59:59Z' });
    const { body } = await move({ advanceMs: 86_400_000 });
    expect(body.now).toBe('+010000-01-01T23:59:59.000Z');
    expect(await move({ to: '+010000-01-02T00:00:00.000Z' })).toMatchObject({ status: 200, body: { now: '+010000-01-02T00:00:00.000Z' } });
    expect((await move({ to: '+999999-01-01T00:00:00Z' })).status).toBe(400);
  });

  it('moved twice at once goes the whole way', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const start = Date.parse(String(((await run.state()).clock as { now: string }).now));
    await Promise.all([run.advance(6), run.advance(6)]);
    expect(Date.parse(String(((await run.state()).clock as { now: string }).now)) - start).toBe(12_000);
  });
});

describe('seed', () => {
  it('gives two simulations the same ids', async () => {
    const simulator = await startSimulator();
    const ids = async (): Promise<unknown> => {
      const run = await simulator.create({ seed: 'ab12' });
      await run.answer(await run.start('BackchannelMain'), 'bjensen');
      const state = (await run.state()) as { sessions: { id: string }[]; transactions: { id: string }[] };
      return [state.sessions.map(({ id }) => id), state.transactions.map(({ id }) => id)];
    };
    expect(await ids()).toEqual(await ids());
  });
});
