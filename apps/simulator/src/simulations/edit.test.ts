import { describe, expect, it } from 'vitest';
import { runOf, startSimulator, type TestRun } from '../testing/simulator.ts';

const sessionOf = async (run: TestRun): Promise<string> => String(((await run.state()).sessions as { id: string }[])[0]?.id);

describe('POST /api/simulations/{id}/edits', () => {
  it('changes what the journey reads next, is in the log, and is still there after a restart', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const main = await run.start('BackchannelMain');
    expect(main.status).toBe(200);
    const session = ((await run.state()).sessions as { id: string; journey: string }[]).find(({ journey }) => journey === 'BackchannelMain')?.id;
    const { status, body } = await simulator.call('POST', `/api/simulations/${run.id}/edits`, { session, scope: 'shared', key: 'mine', value: [1] });
    expect(status).toBe(200);
    expect((await run.log()).at(-1)).toMatchObject({ seq: body.seq, kind: 'state-edited', because: 'edited by hand' });
    const after = await simulator.restart();
    const same = runOf(after.call, run.id);
    expect((await after.simulations.get(same.id)).runtime.state.sessions[String(session)]?.shared.mine).toEqual([1]);
  });

  it('seals what stands under a telling key outside of shared state', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.start('BackchannelMain');
    const session = await sessionOf(run);
    const edit = { session, scope: 'transient', key: 'password', value: 'Secret12!' };
    expect((await simulator.call('POST', `/api/simulations/${run.id}/edits`, edit)).status).toBe(200);
    const { runtime } = await simulator.simulations.get(run.id);
    const { password } = runtime.state.sessions[session]?.transient ?? {};
    expect(JSON.stringify(runtime.state)).not.toContain('Secret12!');
    expect(runtime.sealer.open(password as never)).toBe('Secret12!');
  });

  it('says what is wrong: no such session, one that ended, a key that is none', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.start('NoSuchJourney');
    const ended = await sessionOf(run);
    const edit = (session: string, key = 'k') =>
      simulator.call('POST', `/api/simulations/${run.id}/edits`, { session, scope: 'shared', key, value: 1 });
    expect(await edit('nobody')).toMatchObject({ status: 404, body: { detail: 'There is no session "nobody" in this simulation.' } });
    expect(await edit(ended)).toMatchObject({ status: 400, body: { errors: [{ field: 'session', expected: 'A session under way' }] } });
    await run.start('BackchannelMain');
    const live = ((await run.state()).sessions as { id: string }[])[1]?.id ?? '';
    expect(await edit(live, '__proto__')).toMatchObject({ status: 400, body: { errors: [{ field: 'key' }] } });
  });
});
