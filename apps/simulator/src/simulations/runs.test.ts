import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { output, runOf, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';
import { forgetBefore, sweep } from './retention.ts';

type Json = Record<string, unknown>;
const AM = '/am/json/realms/root/realms/alpha/authenticate';

async function login(run: TestRun, password: string): Promise<void> {
  const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
  const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
  await run.answer(user, password);
  await run.advance(8);
  await run.answer(main);
}

const listed = async (simulator: TestSimulator, query = ''): Promise<{ total: number; ids: unknown[]; all: Json[] }> => {
  const { total, simulations } = (await simulator.call('GET', `/api/simulations${query}`)).body as { total: number; simulations: Json[] };
  return { total, ids: simulations.map(({ id }) => id), all: simulations };
};

describe('the list of simulations', () => {
  it('tells name, journey, user and outcome, and finds by each of them and by time', async () => {
    const simulator = await startSimulator();
    const good = await simulator.create();
    await login(good, 'Secret12!');
    const bad = await simulator.create();
    await bad.start('NoSuchJourney');
    const third = await simulator.create();
    await third.answer(await third.start('HelpDeskVerify'), 'nobody@example.com');
    await simulator.call('PUT', `/api/simulations/${bad.id}/name`, { name: 'My first' });
    expect((await listed(simulator)).total).toBe(3);
    expect((await listed(simulator, '?journey=backchannelmain')).ids).toEqual([good.id]);
    expect((await listed(simulator, '?user=BJEN')).ids).toEqual([good.id]);
    expect((await listed(simulator, '?search=first')).ids).toEqual([bad.id]);
    expect((await listed(simulator, `?search=${third.id.slice(0, 8)}`)).ids).toEqual([third.id]);
    expect((await listed(simulator, '?outcome=failed')).ids).toEqual([third.id]);
    expect((await listed(simulator, '?from=2100-01-01T00:00:00Z')).total).toBe(0);
    expect(await listed(simulator, '?limit=1&offset=1')).toMatchObject({ total: 3, ids: [expect.any(String)] });
    expect((await simulator.call('GET', '/api/simulations?from=yesterday')).status).toBe(400);
    expect((await listed(simulator, '?user=bjensen')).all[0]).toMatchObject({ journey: 'BackchannelMain', user: 'bjensen' });
  });

  it('several are deleted at once; what cannot be is told', async () => {
    const simulator = await startSimulator();
    const runs = [await simulator.create(), await simulator.create(), await simulator.create()];
    await simulator.call('POST', `${AM}?authIndexType=service&authIndexValue=BackchannelMain`);
    const ids = [runs[0]?.id, runs[1]?.id, 'nothing', 'live-alpha'];
    const { body } = await simulator.call('POST', '/api/simulations/deletions', { ids });
    expect(body).toMatchObject({ deleted: ids.slice(0, 2), kept: [{ id: 'nothing' }, { id: 'live-alpha' }] });
    expect((await listed(simulator)).ids).toEqual([runs[2]?.id]);
  });
});

describe('what is kept', () => {
  it('a pin stays after a restart and beside what the run goes on to tell; the list says what retention does', async () => {
    const simulator = await startSimulator(temporaryFolder());
    const run = await simulator.create();
    const step = await run.start('BackchannelMain');
    const other = await simulator.create();
    expect((await simulator.call('PUT', `/api/simulations/${run.id}/kept`, { kept: true })).body).toEqual({ kept: true });
    await run.answer(step, 'bjensen');
    const again = await simulator.restart();
    const { all } = await listed(again, '?kept=true');
    expect(all).toMatchObject([{ id: run.id, kept: true, user: 'bjensen' }]);
    expect((await listed(again, '?kept=false')).ids).toEqual([other.id]);
    expect((await again.call('GET', '/api/simulations')).body.retention).toEqual({ days: 0, most: 0 });
  });

  it('a fork says what it comes from, also when that one is gone', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const { body } = await simulator.call('POST', `/api/simulations/${run.id}/forks`, { at: 3 });
    const parentOf = async () => (await listed(simulator)).all.find(({ id }) => id === body.id)?.parent;
    expect(await parentOf()).toMatchObject({ id: run.id, title: 'BackchannelMain · bjensen' });
    await simulator.call('PUT', `/api/simulations/${run.id}/name`, { name: 'First try' });
    expect(await parentOf()).toMatchObject({ title: 'First try' });
    await simulator.call('DELETE', `/api/simulations/${run.id}`);
    expect(await parentOf()).not.toHaveProperty('title');
  });
});

describe('the live realm', () => {
  it('tells its simulation and its runs, which are watched and forked like any other', async () => {
    const simulator = await startSimulator();
    expect((await simulator.call('GET', '/api/realms/nowhere/live')).status).toBe(404);
    expect((await simulator.call('GET', '/api/realms/alpha/live')).body).toMatchObject({ id: 'live-alpha', baseUrl: '/am', seq: 0, runs: [] });
    await simulator.call('POST', `${AM}?authIndexType=service&authIndexValue=NoSuchJourney`);
    const step = await simulator.call('POST', `${AM}?authIndexType=service&authIndexValue=BackchannelMain`);
    const callbacks = step.body.callbacks as Json[];
    const filled = callbacks.map((callback) => ({ ...callback, input: [{ name: 'IDToken1', value: 'bjensen' }] }));
    await simulator.call('POST', AM, { ...step.body, callbacks: filled });
    const { runs, since, seq } = (await simulator.call('GET', '/api/realms/alpha/live')).body as { runs: Json[]; since: number; seq: number };
    expect(runs).toMatchObject([
      { journey: 'BackchannelMain', user: 'bjensen', outcome: 'running', transactions: 1, to: seq },
      { journey: 'NoSuchJourney', outcome: 'failed', from: 1 },
    ]);
    expect(since).toBe(0);
    const view = await simulator.call('GET', `/api/simulations/live-alpha/view?from=${Number(runs[0]?.from) - 1}`);
    expect((view.body.initial as Json).seq).toBe(Number(runs[0]?.from) - 1);
    const { body } = await simulator.call('POST', '/api/simulations/live-alpha/forks', { at: runs[0]?.to });
    expect((await runOf(simulator.call, String(body.id)).state()).transactions).toHaveLength(1);
    expect((await simulator.call('GET', `/api/simulations/${String(body.id)}/runs`)).body.runs).toMatchObject([{ journey: 'BackchannelMain' }]);
  });

  it('forgets the old part of its log, and nothing of its state: after a restart too', async () => {
    const simulator = await startSimulator();
    await simulator.call('POST', `${AM}?authIndexType=service&authIndexValue=BackchannelMain`);
    const { stored, runtime } = await simulator.simulations.settled('live-alpha');
    const middle = runtime.state.now + 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await simulator.call('POST', `${AM}?authIndexType=service&authIndexValue=BackchannelMain`);
    await simulator.simulations.settled('live-alpha');
    const before = (await simulator.call('GET', '/api/simulations/live-alpha/view')).body.state;
    await forgetBefore(simulator.runs, stored, middle);
    const log = (await simulator.call('GET', '/api/simulations/live-alpha/log')).body.events as Json[];
    expect(log.length).toBeGreaterThan(0);
    const live = (await simulator.call('GET', '/api/realms/alpha/live')).body as { since: number; runs: Json[] };
    expect(live.since).toBeGreaterThan(0);
    expect(Number(log[0]?.seq)).toBe(live.since + 1);
    expect(live.runs).toHaveLength(1);
    const again = await simulator.restart();
    expect((await again.call('GET', '/api/simulations/live-alpha/view')).body.state).toEqual(before);
  });
});

describe('retention', () => {
  it('deletes what is too old or too much, the oldest first, but nothing with a name, with a pin or in use', async () => {
    const simulator = await startSimulator();
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) {
      ids.push((await simulator.create()).id);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const [oldest, second, third, newest] = ids as [string, string, string, string];
    await simulator.call('PUT', `/api/simulations/${oldest}/name`, { name: 'Keep me' });
    await simulator.call('PUT', `/api/simulations/${second}/kept`, { kept: true });
    const parts = (retention: { days: number; most: number }, days = 0, used: string[] = []) => ({
      runs: simulator.runs,
      retention,
      used: (id: string) => used.includes(id),
      remove: (id: string) => simulator.simulations.delete(id),
      wall: () => Date.now() + days * 86_400_000,
    });
    await sweep(parts({ days: 0, most: 0 }, 9999));
    expect((await listed(simulator)).total).toBe(4);
    await sweep(parts({ days: 0, most: 2 }));
    expect((await listed(simulator)).ids).toEqual([newest, third, second, oldest]);
    await simulator.call('PUT', `/api/simulations/${second}/kept`, { kept: false });
    await sweep(parts({ days: 0, most: 2 }));
    expect((await listed(simulator)).ids).toEqual([newest, third, oldest]);
    await sweep(parts({ days: 30, most: 0 }, 31, [third]));
    expect((await listed(simulator)).ids).toEqual([third, oldest]);
  });
});
