import { describe, expect, it } from 'vitest';
import { output, type Step, startSimulator, type TestRun } from '../testing/simulator.ts';

/** The journeys of Ping's page on the Backchannel Initialize node, driven over HTTP as curl would. */
async function initialized(options: Record<string, unknown> = {}): Promise<{ run: TestRun; main: Step; uri: string }> {
  const simulator = await startSimulator();
  const run = await simulator.create(options);
  const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
  return { run, main, uri: String(output(main, 'PollingWaitCallback', 'message')) };
}
const logLines = async (run: TestRun): Promise<string> =>
  (await run.log())
    .filter(({ kind }) => kind === 'log')
    .map(({ message }) => message)
    .join('\n');

describe('BackchannelMain and BackchannelLogin over HTTP', () => {
  it('goes from the redirect URI over in progress to the session properties, and ends on Failure', async () => {
    const { run, main, uri } = await initialized();
    expect(uri).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/sim\/[^/]+\/am\/XUI\/Login\?realm=\/alpha&authIndexType=transaction&authIndexValue=[0-9a-f-]{36}$/,
    );
    const user = await run.open(uri);
    expect(user.body.callbacks?.map(({ type }) => type)).toEqual(['TextOutputCallback', 'PasswordCallback']);
    await run.advance(6);
    const progress = await run.answer(main);
    expect(output(progress, 'PollingWaitCallback', 'waitTime')).toBe('8000');
    expect(await run.answer(user, 'Secret12!')).toMatchObject({
      status: 200,
      body: { tokenId: expect.any(String), successUrl: '/enduser/?realm=/alpha', realm: '/alpha' },
    });
    await run.advance(9);
    const shown = await run.answer(progress);
    const properties = JSON.parse(String(output(shown, 'TextOutputCallback', 'message'))) as Record<string, string>;
    expect(properties).toMatchObject({ AMCtxId: expect.any(String), UserId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await run.answer(shown)).toMatchObject({
      status: 401,
      body: { code: 401, reason: 'Unauthorized', message: 'Login failure', detail: { failureUrl: '' } },
    });
  });

  it('Max Time passed: the status is unknown', async () => {
    const { run, main } = await initialized();
    await run.advance(121);
    expect((await run.answer(main)).status).toBe(401);
    expect((await run.log()).filter(({ kind }) => kind === 'visited').map(({ outcome }) => outcome)).toContain('unknown');
  });

  it('a wrong password may be retried, and the right one is approved', async () => {
    const { run, uri } = await initialized();
    expect(await run.answer(await run.open(uri), 'wrong')).toMatchObject({ status: 401, body: { message: 'Login failure' } });
    expect((await run.answer(await run.open(uri), 'Secret12!')).status).toBe(200);
    expect(await run.state()).toMatchObject({ transactions: [{ state: 'COMPLETED', result: 'APPROVED' }] });
  });

  it('an unknown name throws in the page’s script: the journey fails with that log line', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    expect(await run.answer(await run.start('BackchannelMain'), 'nobody')).toMatchObject({ status: 401, body: { message: 'Login failure' } });
    expect(await logLines(run)).toMatch(/_id/);
  });

  it('BackchannelOutcomes reaches Unknown Subject with an unknown name and Error with none', async () => {
    const simulator = await startSimulator();
    const run = await simulator.create();
    const unknown = await run.answer(await run.start('BackchannelOutcomes'), 'nobody');
    expect(unknown.body.callbacks?.map(({ type }) => type)).toEqual(['TextOutputCallback', 'ConfirmationCallback']);
    expect((await run.answer(await run.start('BackchannelOutcomes'), '')).status).toBe(401);
    expect(await logLines(run)).toMatch(/Error retrieving subject from node state\./);
  });

  it('no secret is in the log, the view or the database', async () => {
    const { run, uri } = await initialized();
    await run.answer(await run.open(uri), 'Secret12!');
    expect(JSON.stringify(await run.log())).not.toContain('Secret12!');
  });
});
