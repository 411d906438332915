import { describe, expect, it } from 'vitest';
import { output, runOf, type Step, startSimulator, type TestRun, type TestSimulator } from '../../testing/simulator.ts';

type Json = Record<string, unknown>;

/** The login pair of the first run, scripts and all: the phone logs in, at first with this password; then the main journey asks how it went. */
async function loginRun(simulator: TestSimulator, password: string): Promise<{ run: TestRun; main: Step; phone: string }> {
  const run = await simulator.create();
  const main = await run.answer(await run.start('BackchannelMain', 'desktop'), 'bjensen');
  const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
  const phone = String(((await run.state()).sessions as { id: string }[])[1]?.id);
  await run.advance(3);
  await run.answer(user, password);
  await run.advance(6);
  const last = await run.answer(main);
  return { run, main: last, phone };
}

async function helpDeskRun(simulator: TestSimulator): Promise<{ run: TestRun }> {
  const run = await simulator.create({ latency: { DataStoreDecisionNode: 4000, Success: 4000 } });
  let step = await run.answer(await run.start('HelpDeskVerify', 'agent'), 'bjensen@example.com');
  const { transactions } = (await run.state()) as { transactions: { redirectUri: string }[] };
  const done = run.answer(await run.open(transactions[0]?.redirectUri ?? ''), 'Secret12!');
  for (let poll = 0; poll < 4 && output(step, 'PollingWaitCallback', 'message') !== undefined; poll++) {
    await run.advance(3.001);
    step = await run.answer(step);
  }
  await done;
  return { run };
}

const fork = (simulator: TestSimulator, run: TestRun, body: Json) => simulator.call('POST', `/api/simulations/${run.id}/forks`, body);
const eventsOf = async (simulator: TestSimulator, id: unknown): Promise<string[]> =>
  (await simulator.runs.eventsAfter(String(id), 0, 100_000)).map((event) => JSON.stringify(event));

describe('POST /api/simulations/{id}/forks', () => {
  it.each(['Secret12!', 'wrong'])(
    'without changes, with replay, gives the events of the parent byte for byte, from every moment on (%s)',
    async (password) => {
      const simulator = await startSimulator();
      const { run } = await loginRun(simulator, password);
      const parent = await eventsOf(simulator, run.id);
      expect(parent.length).toBeGreaterThan(25);
      for (let at = 0; at <= parent.length; at += 3) {
        const { status, body } = await fork(simulator, run, { at, replay: true });
        expect(status).toBe(201);
        expect(body).toMatchObject({ dropped: [], exact: true, seq: parent.length, parent: { id: run.id } });
        expect(await eventsOf(simulator, body.id)).toEqual(parent);
      }
    },
  );

  it('holds for the help desk pair, its custom nodes and scripts', async () => {
    const simulator = await startSimulator();
    const { run } = await helpDeskRun(simulator);
    const parent = await eventsOf(simulator, run.id);
    expect(parent.some((event) => event.includes('designer-'))).toBe(true);
    for (const at of [0, Math.floor(parent.length / 2), parent.length - 1]) {
      const { body } = await fork(simulator, run, { at, replay: true });
      expect(await eventsOf(simulator, body.id)).toEqual(parent);
    }
  });

  it('at a failed password, with the right one: success, and the main journey learns of it', async () => {
    const simulator = await startSimulator();
    const { run, phone } = await loginRun(simulator, 'wrong');
    const answered = (await run.log()).findLast(({ kind, session }) => kind === 'answered' && session === phone);
    const at = Number(answered?.seq) - 1;
    const changes = [{ kind: 'answer', session: phone, inputs: { IDToken2: 'Secret12!' } }];
    const { body } = await fork(simulator, run, { at, changes, replay: true });
    expect(body).toMatchObject({ dropped: [], parent: { id: run.id, seq: at } });
    const forked = runOf(simulator.call, String(body.id));
    const state = await forked.state();
    expect(state.transactions).toMatchObject([{ state: 'COMPLETED', result: 'APPROVED' }]);
    expect(state.sessions).toMatchObject([{ role: 'main' }, { status: 'succeeded' }]);
    // The parent stays what it was, and both are in the list with who comes from whom.
    expect((await run.state()).transactions).toMatchObject([{ result: 'UNKNOWN' }]);
    const { simulations } = (await simulator.call('GET', '/api/simulations')).body as { simulations: Json[] };
    expect(simulations.find(({ id }) => id === body.id)).toMatchObject({ parent: { id: run.id, seq: at } });
    expect(state.parent).toEqual({ id: run.id, seq: at, changes: [{ kind: 'answer', name: expect.any(String) }] });
  });

  it('goes on with any client: a late one asks for the step, and links lead to the fork', async () => {
    const simulator = await startSimulator();
    const { run, phone } = await loginRun(simulator, 'wrong');
    const log = await run.log();
    const at = Number(log.findLast(({ kind, session }) => kind === 'answered' && session === phone)?.seq) - 1;
    const { body } = await fork(simulator, run, { at });
    const forked = runOf(simulator.call, String(body.id));
    const state = await forked.state();
    expect(JSON.stringify(state)).toContain(`/sim/${forked.id}/am/XUI`);
    expect(JSON.stringify(state)).not.toContain(`/sim/${run.id}/am`);
    const step = (await simulator.call('GET', `/api/simulations/${forked.id}/sessions/${phone}/step`)).body as unknown as Step;
    expect(step).toMatchObject({ status: 200, body: { callbacks: [{ type: 'TextOutputCallback' }, { type: 'PasswordCallback' }] } });
    expect((await forked.answer(step, 'Secret12!')).body.tokenId).toBeTypeOf('string');
    expect((await simulator.call('GET', `/api/simulations/${forked.id}/sessions/nobody/step`)).status).toBe(404);
  });

  it('tells what was answered next, without secrets; what a changed answer leaves out stays as it was given', async () => {
    const simulator = await startSimulator();
    const { run, phone } = await loginRun(simulator, 'Secret12!');
    const log = await run.log();
    const main = String(((await run.state()).sessions as Json[])[0]?.id);
    const first = Number(log.find(({ kind }) => kind === 'callbacks')?.seq);
    const point = async (at: number) => (await simulator.call('GET', `/api/simulations/${run.id}/fork-point?at=${at}`)).body;
    expect(await point(first)).toMatchObject({ seq: first, answers: [{ session: main, inputs: { IDToken1: 'bjensen' } }] });
    const at = Number(log.find(({ kind, session }) => kind === 'answered' && session === phone)?.seq) - 1;
    expect(JSON.stringify(await point(at))).not.toContain('Secret12!');
    expect(await point(at)).toMatchObject({ seq: at, answers: [{ session: phone, inputs: {} }, { session: main }] });
    // In the middle of what an input did there is nothing to go on from.
    const points = await Promise.all(log.map(async ({ seq }) => ({ asked: Number(seq), seq: Number((await point(Number(seq))).seq) })));
    expect(points.filter(({ asked, seq }) => seq < asked)).not.toEqual([]);
    expect(points.filter(({ asked, seq }) => seq > asked)).toEqual([]);
    for (const replay of [true, false]) {
      const { body } = await fork(simulator, run, { at, changes: [{ kind: 'answer', session: phone, inputs: {} }], replay });
      expect((await runOf(simulator.call, String(body.id)).state()).sessions).toMatchObject([{}, { status: 'succeeded' }]);
    }
  });

  it('is one of a tree: parents, children and their children, whichever is asked, also when one of them is gone', async () => {
    const simulator = await startSimulator();
    const { run } = await loginRun(simulator, 'wrong');
    await simulator.create();
    const child = String((await fork(simulator, run, { at: 3, replay: true })).body.id);
    const grandchild = String(
      (await fork(simulator, runOf(simulator.call, child), { at: 2, moves: [{ kind: 'clock', move: { advanceMs: 1 } }] })).body.id,
    );
    const sibling = String((await fork(simulator, run, { at: 4 })).body.id);
    const family = async (id: string) => ((await simulator.call('GET', `/api/simulations/${id}/forks`)).body as { simulations: Json[] }).simulations;
    for (const id of [run.id, child, grandchild, sibling])
      expect((await family(id)).map((one) => one.id)).toEqual([run.id, child, grandchild, sibling]);
    expect((await family(child)).map(({ parent }) => parent)).toMatchObject([
      undefined,
      { id: run.id },
      { id: child, changes: [{ kind: 'clock' }] },
      { id: run.id },
    ] as object);
    await simulator.call('DELETE', `/api/simulations/${run.id}`);
    expect((await family(sibling)).map((one) => one.id)).toEqual([child, grandchild, sibling]);
  });

  it('a changed script or setting is run for real; what it is in the parent stays', async () => {
    const simulator = await startSimulator();
    const { run } = await loginRun(simulator, 'Secret12!');
    const { runtime } = await simulator.simulations.get(run.id);
    const script = Object.values(runtime.model.realm.scripts).find(({ name }) => name.includes('Display Redirect'));
    const journey = runtime.model.realm.journeys.BackchannelMain?.tree;
    const init = Object.entries(journey?.nodes ?? {}).find(([, { nodeType }]) => nodeType === 'BackChannelInitNode')?.[0];
    const config = { ...runtime.model.realm.nodes[`BackChannelInitNode/${init}`], timeout: 5 };
    const changes = [{ kind: 'node', id: init, config }];
    const { body } = await fork(simulator, run, { at: 0, changes, replay: true });
    const log = await runOf(simulator.call, String(body.id)).log();
    expect(log.map(({ kind }) => kind)).toContain('transaction-expired');
    expect(log.map(({ kind }) => kind)).toContain('realm');
    expect(script).toBeDefined();
    const broken = await fork(simulator, run, { at: 0, replay: true, changes: [{ kind: 'script', id: script?._id, source: 'throw "not today";' }] });
    expect(JSON.stringify(await runOf(simulator.call, String(broken.body.id)).log())).toContain('not today');
    // Both have a realm of their own before and after, and can be forked and read again after a restart.
    const again = await simulator.restart();
    const twice = await again.call('POST', `/api/simulations/${String(body.id)}/forks`, { at: body.seq, replay: true });
    expect(await eventsOf(again, twice.body.id)).toEqual(await eventsOf(again, body.id));
    const whole = await again.call('POST', `/api/simulations/${String(body.id)}/forks`, { at: 0, replay: true });
    expect(await eventsOf(again, whole.body.id)).toEqual(await eventsOf(again, body.id));
  });

  it('race here: two forks with the moves in either order end differently', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
    expect(user.status).toBe(200);
    const phone = String(((await run.state()).sessions as { id: string }[])[1]?.id);
    const password = { kind: 'answer', session: phone, inputs: { IDToken2: 'Secret12!' } };
    const wait = { kind: 'clock', move: { advanceMs: 121_000 } };
    const { seq } = await run.state();
    const outcome = async (moves: unknown[]): Promise<unknown> => {
      const { body } = await fork(simulator, run, { at: seq, moves });
      const [transaction] = (await runOf(simulator.call, String(body.id)).state()).transactions as Json[];
      return [transaction?.result, transaction?.expired, (body.dropped as Json[]).length];
    };
    expect(await outcome([password, wait])).toEqual(['APPROVED', true, 0]);
    expect(((await outcome([wait, password])) as unknown[])[0]).not.toBe('APPROVED');
  });

  it('outlives its parent, secrets included', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
    const phone = String(((await run.state()).sessions as Json[])[1]?.id);
    const { runtime } = await simulator.simulations.get(run.id);
    const password = { session: phone, scope: 'transient', key: 'password', value: 'Secret12!' };
    await simulator.call('POST', `/api/simulations/${run.id}/edits`, password);
    const { seq } = await run.state();
    const { body } = await fork(simulator, run, { at: seq });
    const twice = await fork(simulator, runOf(simulator.call, String(body.id)), { at: seq });
    expect((await simulator.call('DELETE', `/api/simulations/${run.id}`)).status).toBe(204);
    const forked = runOf(simulator.call, String(twice.body.id));
    const { runtime: heir } = await simulator.simulations.get(forked.id);
    const sealed = runtime.state.sessions[phone]?.transient.password as never;
    expect(heir.sealer.open(sealed)).toBe('Secret12!');
    // A player that held the step goes on with it there.
    expect((await forked.answer(user, 'Secret12!')).status).toBe(200);
  });

  it('of the live realm begins with the run that it is about, and leaves the others alone', async () => {
    const simulator = await startSimulator();
    const endpoint = '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=';
    await simulator.call('POST', `${endpoint}BackchannelMain`);
    const step = await simulator.call('POST', `${endpoint}BackchannelMain`);
    expect(step.status).toBe(200);
    const live = runOf(simulator.call, 'live-alpha');
    const log = await live.log();
    const { body } = await fork(simulator, live, { at: Number(log.at(-1)?.seq), replay: true });
    const forked = runOf(simulator.call, String(body.id));
    expect((await forked.state()).sessions).toHaveLength(2);
    expect((await forked.log())[0]).toMatchObject({ kind: 'session-started' });
    expect(await forked.log()).toHaveLength(log.length / 2);
    const view = (await simulator.call('GET', `/api/simulations/${forked.id}/view`)).body as { initial: Json; clock: Json };
    expect(view).toMatchObject({ clock: { mode: 'virtual', rate: 0 } });
    expect(Object.keys(view.initial.sessions as object)).toHaveLength(1);
    const again = await simulator.restart();
    expect((await runOf(again.call, forked.id).state()).sessions).toHaveLength(2);
  });

  it('says what cannot be: a moment that is not there, an unknown node, script, session or latency', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.start('BackchannelMain');
    const problem = async (body: Json): Promise<unknown> => ((await fork(simulator, run, { at: 0, ...body })).body.errors as Json[])[0]?.field;
    expect(await problem({ at: 9999 })).toBe('at');
    expect(await problem({ changes: [{ kind: 'node', id: 'x', config: {} }] })).toBe('changes.0.id');
    expect(await problem({ changes: [{ kind: 'script', id: 'x', source: '' }] })).toBe('changes.0.id');
    expect(await problem({ changes: [{ kind: 'latency', latency: { nothing: 1 } }] })).toBe('latency.nothing');
    expect(await problem({ changes: [{ kind: 'state', session: 'x', scope: 'shared', key: 'k' }] })).toBe('changes.0.session');
    const { body } = await fork(simulator, run, { at: 0, moves: [{ kind: 'answer', session: 'x', inputs: {} }] });
    expect(body.dropped).toMatchObject([{ kind: 'answer', session: 'x', why: 'there is no such session' }]);
  });
});
