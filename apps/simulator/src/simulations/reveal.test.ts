import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const PASSWORD = 'Secret12!';

/** A run that stands after the password of the user who was notified: the answer has just been given. */
async function answered() {
  const simulator = await startSimulator();
  const run = await simulator.create();
  await run.start('BackchannelMain');
  const session = String(((await run.state()).sessions as { id: string }[])[0]?.id);
  const edit = { session, scope: 'transient', key: 'password', value: PASSWORD };
  await simulator.call('POST', `/api/simulations/${run.id}/edits`, edit);
  const ask = (body: object) => simulator.call('POST', `/api/simulations/${run.id}/secrets`, { session, ...body });
  return { simulator, run, session, ask };
}

describe('POST /api/simulations/{id}/secrets', () => {
  it('gives one value of node state in plain text, and no list, view or log does', async () => {
    const { simulator, run, ask } = await answered();
    expect(await ask({ place: ['transient', 'password'] })).toMatchObject({ status: 200, body: { value: PASSWORD } });
    for (const part of ['', '/view', '/log', '/file'])
      expect(JSON.stringify(await simulator.call('GET', `/api/simulations/${run.id}${part}`))).not.toContain(PASSWORD);
  });

  it('as it was at a moment', async () => {
    const { run, simulator, session, ask } = await answered();
    const before = Number((await run.log()).at(-1)?.seq);
    await simulator.call('POST', `/api/simulations/${run.id}/edits`, { session, scope: 'transient', key: 'password', value: 'Another12!' });
    expect((await ask({ place: ['transient', 'password'] })).body.value).toBe('Another12!');
    expect((await ask({ place: ['transient', 'password'], seq: before })).body.value).toBe(PASSWORD);
    expect(await ask({ place: ['transient', 'password'], seq: before - 1 })).toMatchObject({ status: 404 });
    expect(await ask({ place: ['transient', 'password'], seq: 9_999 })).toMatchObject({ status: 400, body: { errors: [{ field: 'seq' }] } });
  });

  it('what a client answered, right after it did', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    await run.answer(await run.start('HelpDeskVerify'), 'bjensen@example.com');
    const { transactions } = (await run.state()) as { transactions: { redirectUri: string }[] };
    await run.answer(await run.open(transactions[0]?.redirectUri ?? ''), PASSWORD);
    const event = (await run.log()).find(({ kind, callbacks }) => kind === 'answered' && (callbacks as string[]).includes('PasswordCallback'));
    const place = ['status', 'answers', String(((event?.callbacks ?? []) as string[]).indexOf('PasswordCallback')), 'values', ''];
    const asked = { session: event?.session, seq: event?.seq, place };
    expect((await simulator.call('POST', `/api/simulations/${run.id}/secrets`, asked)).body).toEqual({ value: PASSWORD });
  });

  it.each([
    [['ssoSessions', 'x'], 400],
    [['request', 'cookies'], 400],
    [['status', 'tokenId'], 400],
    [['transient', '__proto__'], 404],
    [['transient', 'nothing'], 404],
  ])('of %j is a problem %i', async (place, status) => {
    const { ask } = await answered();
    expect(await ask({ place })).toMatchObject({ status, body: { errors: [{ field: 'place' }] } });
  });
});
