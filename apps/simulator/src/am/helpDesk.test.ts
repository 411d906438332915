import { describe, expect, it } from 'vitest';
import { output, startSimulator, type TestRun } from '../testing/simulator.ts';

const seen = async (run: TestRun, latency: boolean): Promise<unknown[]> => {
  const main = await run.answer(await run.start('HelpDeskVerify', 'agent'), 'bjensen@example.com');
  const { transactions } = (await run.state()) as { transactions: { redirectUri: string }[] };
  const user = await run.open(transactions[0]?.redirectUri ?? '');
  const done = run.answer(user, 'Secret12!');
  if (!latency) await done;
  const messages: unknown[] = [];
  let step = main;
  for (let poll = 0; poll < 4 && output(step, 'PollingWaitCallback', 'message') !== undefined; poll++) {
    await run.advance(3.001);
    step = await run.answer(step);
    messages.push(output(step, 'PollingWaitCallback', 'message') ?? output(step, 'TextOutputCallback', 'message'));
  }
  expect((await done).status).toBe(200);
  return messages;
};

describe('HelpDeskVerify and HelpDeskVerifyUser over HTTP', () => {
  it('with a latency of 4 s the agent sees every step while the user’s request is open', async () => {
    const run = await (await startSimulator()).create({ latency: { DataStoreDecisionNode: 4000, Success: 4000 } });
    expect(await seen(run, true)).toEqual(['User has entered their credentials', "User's credentials are valid", 'User successfully authenticated']);
  });

  it('with latency 0 the agent sees only the last, and both notifications are in the history', async () => {
    const run = await (await startSimulator()).create();
    expect(await seen(run, false)).toEqual(['User successfully authenticated']);
    expect(await run.state()).toMatchObject({
      transactions: [
        {
          notifications: [
            { data: { journeyStatus: 'User has entered their credentials' } },
            { data: { journeyStatus: "User's credentials are valid" } },
          ],
        },
      ],
    });
  });

  it.each(['nobody@example.com', 'shared@example.com'])('%s names no single user: the journey fails', async (mail) => {
    const run = await (await startSimulator()).create();
    expect((await run.answer(await run.start('HelpDeskVerify'), mail)).status).toBe(401);
  });
});
