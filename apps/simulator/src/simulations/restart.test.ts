import { SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { output, runOf, startSimulator, type TestRun } from '../testing/simulator.ts';

const view = async (run: TestRun, call: (method: string, path: string) => Promise<{ body: Record<string, unknown> }>): Promise<unknown> =>
  (await call('GET', `/api/simulations/${run.id}/view`)).body;

describe('after a restart', () => {
  it('a virtual simulation stands where it stood, to the byte, and goes on', async () => {
    const before = await startSimulator(temporaryFolder());
    const run = await before.create();
    const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const uri = String(output(main, 'PollingWaitCallback', 'message'));
    const user = await run.open(uri);
    await run.advance(6);
    const then = await view(run, before.call);
    const after = await before.restart();
    const same = runOf(after.call, run.id);
    expect(await view(same, after.call)).toEqual(then);
    expect((await same.answer(user, 'Secret12!')).status).toBe(200);
    expect(output(await same.answer(main), 'TextOutputCallback', 'message')).toMatch(/AMCtxId/);
  });

  it('a request that a latency held is answered when the client asks again', async () => {
    const before = await startSimulator(temporaryFolder());
    const run = await before.create({ latency: { 'Identity Store Decision': 4000 } });
    const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
    const held = run.answer(user, 'Secret12!').catch(() => undefined);
    await expect.poll(async () => (await run.state()).seq as number).toBeGreaterThan(0);
    await expect.poll(async () => ((await run.state()).sessions as { status: string }[]).map(({ status }) => status)).toContain('running');
    const after = await before.restart();
    await held;
    const same = runOf(after.call, run.id);
    const again = same.answer(user, 'Secret12!');
    await same.advance(5);
    expect((await again).status).toBe(200);
  });

  it('a long one comes from a checkpoint and the steps after it, and stands where it stood', async () => {
    const before = await startSimulator(temporaryFolder());
    const run = await before.create();
    const main = await run.start('BackchannelMain');
    const { runtime } = await before.simulations.get(run.id);
    // As many steps as it takes, without a request for each.
    await Promise.all(Array.from({ length: 250 }, (_, ms) => runtime.submit({ kind: 'latency', latency: { success: ms } })));
    await run.answer(main, 'bjensen');
    const then = await view(run, before.call);
    await expect.poll(async () => (await before.runs.latestCheckpoint(run.id))?.n ?? 0).toBeGreaterThan(0);
    const { n = 0 } = (await before.runs.latestCheckpoint(run.id)) ?? {};
    expect((await before.runs.readSteps(run.id, n)).length).toBeGreaterThan(0);
    const after = await before.restart();
    expect(await view(runOf(after.call, run.id), after.call)).toEqual(then);
  });
});

describe('clock', () => {
  it('to the next event stops at each poll, visit and deadline, and tells what became due', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const next = async (): Promise<unknown> => (await simulator.call('POST', `/api/simulations/${run.id}/clock`, { to: 'next-event' })).body.fired;
    expect(await next()).toMatchObject([{ kind: 'poll-due' }]);
    expect(await next()).toMatchObject([{ kind: 'transaction-expired' }]);
    expect(await next()).toMatchObject([{ kind: 'session-expired' }]);
    expect(await next()).toEqual([]);
  });

  it('to the next event tells of the end of an SSO session, also when something else ends at that very moment', async () => {
    const simulator = await startSimulator();
    const name = { nodeType: 'UsernameCollectorNode', displayName: 'Name', connections: { outcome: SUCCESS_NODE_ID } };
    const tree = { _id: 'Login', entryNodeId: 'Name', maximumIdleTime: 10, treeTimeout: 10, nodes: { Name: name } };
    await simulator.import({ tree, nodes: { Name: { _id: 'Name', _type: { _id: 'UsernameCollectorNode' } } } });
    const run = await simulator.create();
    await run.answer(await run.start('Login'), 'bjensen');
    await run.start('Login');
    const next = async () =>
      (await simulator.call('POST', `/api/simulations/${run.id}/clock`, { to: 'next-event' })).body.fired as { kind: string }[];
    expect((await next()).map(({ kind }) => kind)).toEqual(['auth-id-expired']);
    expect((await next()).map(({ kind }) => kind)).toEqual(['session-expired', 'sso-session-expired']);
    expect(await next()).toEqual([]);
  });

  it.each([
    [{ to: 'soon' }, 'no time'],
    [{ to: '2001-01-01T00:00:00Z' }, 'cannot go back'],
    [{ advanceMs: -1 }, ''],
    [{ rate: 7 }, ''],
    [{}, ''],
  ])('%j is refused and says what would be right', async (body, message) => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const answer = await simulator.call('POST', `/api/simulations/${run.id}/clock`, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(message);
  });

  it('while it runs, a time that it passed since it was asked counts as reached; one before that does not', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const path = `/api/simulations/${run.id}/clock`;
    const now = async (): Promise<number> => Date.parse(String(((await run.state()).clock as { now: string }).now));
    const start = await now();
    await simulator.call('POST', path, { rate: 60 });
    const asked = (await now()) + 1;
    await expect.poll(now).toBeGreaterThan(asked);
    const reached = await simulator.call('POST', path, { to: new Date(asked).toISOString() });
    expect(reached).toMatchObject({ status: 200, body: { fired: [] } });
    expect(Date.parse(String(reached.body.now))).toBeGreaterThan(asked);
    expect((await simulator.call('POST', path, { to: new Date(start - 1).toISOString() })).status).toBe(400);
  });

  it('a real clock cannot be moved; once it was stopped it is a virtual one, also after a restart', async () => {
    const simulator = await startSimulator(temporaryFolder());
    const path = `/api/simulations/${(await simulator.create({ clock: 'real' })).id}`;
    expect((await simulator.call('POST', `${path}/clock`, { advanceMs: 1 })).status).toBe(400);
    const stopped = await simulator.call('POST', `${path}/clock`, { rate: 0 });
    expect((await simulator.call('GET', path)).body.clock).toMatchObject({ mode: 'virtual', rate: 0, now: stopped.body.now });
    const again = await simulator.restart();
    expect((await again.call('GET', path)).body.clock).toMatchObject({ mode: 'virtual', rate: 0, now: stopped.body.now });
    const moved = await again.call('POST', `${path}/clock`, { advanceMs: 1000 });
    expect(Date.parse(String(moved.body.now))).toBe(Date.parse(String(stopped.body.now)) + 1000);
  });

  it("the live realm's clock is neither stopped nor moved", async () => {
    const simulator = await startSimulator();
    for (const body of [{ rate: 0 }, { advanceMs: 1 }])
      expect(await simulator.call('POST', '/api/simulations/live-alpha/clock', body)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'clock' }] },
      });
  });

  it('a virtual clock can run by itself', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create({ latency: { 'Collect User to Login': 3000 } });
    const started = run.start('BackchannelMain');
    await simulator.call('POST', `/api/simulations/${run.id}/clock`, { rate: 60 });
    expect((await started).status).toBe(200);
  });

  it('a latency for a node that does not exist is refused', async () => {
    const simulator = await startSimulator();
    const answer = await simulator.call('POST', '/api/simulations', { realm: 'alpha', latency: { 'No Such Node': 1 } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'latency.No Such Node' }] } });
  });
});

describe('the list of simulations', () => {
  const listed = async (simulator: Awaited<ReturnType<typeof startSimulator>>) =>
    (await simulator.call('GET', '/api/simulations')).body.simulations as Record<string, unknown>[];

  it('names the journey that ran last and whom it was about, also after a restart', async () => {
    const simulator = await startSimulator(temporaryFolder());
    const run = await simulator.create();
    expect((await listed(simulator))[0]).not.toHaveProperty('journey');
    const asked = await run.start('BackchannelMain');
    expect((await listed(simulator))[0]).toMatchObject({ journey: 'BackchannelMain' });
    await run.answer(asked, 'bjensen');
    await run.advance(2);
    expect((await listed(await simulator.restart()))[0]).toMatchObject({ id: run.id, journey: 'BackchannelMain', user: 'bjensen' });
  });

  it('a start that AM refused names nothing', async () => {
    const simulator = await startSimulator();
    await (await simulator.create()).start('NoSuch');
    expect((await listed(simulator))[0]).not.toHaveProperty('journey');
  });

  it('a person may name one, and the clock that goes on does not take the name away', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const name = (text: string) => simulator.call('PUT', `/api/simulations/${run.id}/name`, { name: text });
    expect((await name('  Wrong phone ')).body).toEqual({ name: 'Wrong phone' });
    await run.answer(await run.start('BackchannelMain'), 'bjensen');
    await run.advance(3);
    expect((await listed(simulator))[0]).toMatchObject({ name: 'Wrong phone', journey: 'BackchannelMain' });
    await name('');
    expect((await listed(simulator))[0]).not.toHaveProperty('name');
    expect((await simulator.call('PUT', '/api/simulations/nope/name', { name: 'x' })).status).toBe(404);
  });
});

it('a pause stops every timer: a poll, a deadline and a latency stay where they are while the machine’s time goes on', async () => {
  const simulator = await startSimulator();
  const run = await simulator.create({ latency: { 'Backchannel Status': 3000 } });
  const path = `/api/simulations/${run.id}/clock`;
  await simulator.call('POST', path, { rate: 60 });
  await run.answer(await run.start('BackchannelMain'), 'bjensen');
  await simulator.call('POST', path, { rate: 0 });
  const paused = JSON.stringify(await run.state());
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(JSON.stringify(await run.state())).toBe(paused);
});
