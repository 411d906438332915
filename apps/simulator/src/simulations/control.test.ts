import { describe, expect, it } from 'vitest';
import { runOf, type Step, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';

interface SessionRow {
  id: string;
  journey: string;
  node: string;
  status: string;
}
const sessions = async (run: TestRun): Promise<SessionRow[]> => (await run.state()).sessions as SessionRow[];
const sessionOf = async (run: TestRun, journey: string): Promise<string> =>
  (await sessions(run)).findLast((one) => one.journey === journey)?.id ?? '';
const put = (simulator: TestSimulator, run: TestRun, what: string, body: unknown) =>
  simulator.call('PUT', `/api/simulations/${run.id}/${what}`, body);
const goOn = async (simulator: TestSimulator, run: TestRun, session: string, body: object = {}) =>
  simulator.call('POST', `/api/simulations/${run.id}/sessions/${session}/continue`, body);

async function heldRun(simulator: TestSimulator, rate = 0): Promise<{ run: TestRun; session: string; answered: Promise<Step>; node: string }> {
  const run = await simulator.create();
  await simulator.call('POST', `/api/simulations/${run.id}/clock`, { rate });
  const first = await run.start('BackchannelMain');
  const tree = (await simulator.call('GET', `/api/simulations/${run.id}/journeys/BackchannelMain`)).body as {
    tree: { nodes: Record<string, { nodeType: string }> };
  };
  const node = Object.entries(tree.tree.nodes).find(([, { nodeType }]) => nodeType === 'BackChannelInitNode')?.[0] ?? '';
  await put(simulator, run, 'breakpoints', { breakpoints: [{ id: 'b', on: 'node', node }] });
  const answered = run.answer(first, 'bjensen');
  const session = await sessionOf(run, 'BackchannelMain');
  await expect.poll(async () => (await simulator.simulations.get(run.id)).runtime.state.sessions[session]?.status.kind).toBe('held');
  return { run, session, answered, node };
}

describe('a session that is held', () => {
  it('keeps its client waiting until it is let go, also over a restart of the server', async () => {
    const simulator = await startSimulator();
    const { run, session, answered, node } = await heldRun(simulator);
    answered.catch(() => undefined);
    expect((await sessions(run)).find(({ id }) => id === session)?.node).toBe(node);
    const after = await simulator.restart();
    const same = runOf(after.call, run.id);
    expect((await goOn(after, same, session, { step: true })).status).toBe(200);
    const { status, node: next } = (await after.simulations.get(run.id)).runtime.state.sessions[session] ?? {};
    expect([status?.kind, next === node]).toEqual(['held', false]);
  });

  it('answers the request that waited', async () => {
    const simulator = await startSimulator();
    const { run, session, answered } = await heldRun(simulator);
    expect((await run.state()).transactions).toEqual([]);
    await goOn(simulator, run, session);
    expect((await answered).status).toBe(200);
    expect((await run.state()).transactions).toHaveLength(1);
    expect(await goOn(simulator, run, session)).toMatchObject({ status: 400, body: { errors: [{ field: 'session' }] } });
  });
});

describe('a virtual clock', () => {
  it('stops at a breakpoint on time, when it is moved', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const at = new Date(Date.parse(String(((await run.state()).clock as { now: string }).now)) + 5000).toISOString();
    await put(simulator, run, 'breakpoints', { breakpoints: [{ id: 't', on: 'time', at }] });
    expect((await run.advance(60)).now).toBe(at);
    expect(Date.parse(String((await run.advance(60)).now))).toBe(Date.parse(at) + 60_000);
  });

  it('that runs stops where a session is held', async () => {
    const simulator = await startSimulator();
    const { run, session, answered } = await heldRun(simulator, 1);
    await expect.poll(async () => ((await run.state()).clock as { rate: number }).rate).toBe(0);
    await goOn(simulator, run, session);
    expect((await answered).status).toBe(200);
  });
});

describe('what is wrong is said', () => {
  it.each([
    ['breakpoints', { breakpoints: [{ id: 'a', on: 'node', node: 'none' }] }, 'breakpoints.0.node'],
    ['breakpoints', { breakpoints: ['a', 'a'].map((id) => ({ id, on: 'key', key: 'x' })) }, 'breakpoints.1.id'],
    ['breakpoints', { breakpoints: [{ id: 'a', on: 'time', at: 'soon' }] }, 'breakpoints.0.at'],
    ['faults', { faults: [{ kind: 'script' }] }, 'faults.0'],
    ['faults', { faults: [{ kind: 'http', url: 'https://x/*', status: 99 }] }, 'faults.0.status'],
    ['stubs', { stubs: { a: { url: 'https://x' } } }, 'stubs.a'],
  ])('%s %j', async (what, body, field) => {
    const simulator = await startSimulator();
    const answer = await put(simulator, await simulator.create(), what, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(field);
  });
});

it('while the identity store is down, a journey that needs it fails, and the log says why', async () => {
  const simulator = await startSimulator();
  const run = await simulator.create();
  const first = await run.start('BackchannelMain');
  await put(simulator, run, 'faults', { faults: [{ kind: 'identity-store' }] });
  const { status } = await run.answer(first, 'bjensen');
  expect(status).toBe(401);
  expect((await run.log()).map(({ message }) => String(message)).join('\n')).toContain('The identity store does not answer (fault).');
});
