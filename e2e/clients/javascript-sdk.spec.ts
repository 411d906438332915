import { CallbackType, type ConfigOptions, FRAuth, FRLoginFailure, FRLoginSuccess, FRStep, SessionManager } from '@forgerock/javascript-sdk';
import { expect, test } from '@playwright/test';
import { call, LAST_MESSAGE, type Run, simulation } from './tandem.ts';

/** `@forgerock/javascript-sdk` in Node, as it comes from the registry. */

const options = (run: Run, tree?: string): ConfigOptions => ({
  serverConfig: { baseUrl: run.am, timeout: 10_000 },
  realmPath: 'alpha',
  ...(tree === undefined ? {} : { tree }),
});

function stepOf(result: unknown): FRStep {
  expect(result, JSON.stringify(result)).toBeInstanceOf(FRStep);
  return result as FRStep;
}

/** The agent names a user; the SDK that opens the transaction is another person's. */
async function helpDesk(run: Run, mail: string) {
  const asked = stepOf(await FRAuth.start(options(run, 'HelpDeskVerify')));
  asked.callbacks[0]?.setInputValue(mail);
  const agent = stepOf(await FRAuth.next(asked, options(run)));
  const id = (await run.transactions()).at(-1)?.id;
  const user = stepOf(await FRAuth.start({ ...options(run), query: { authIndexType: 'transaction', authIndexValue: String(id) } }));
  return { agent, user, id };
}

async function poll(run: Run, step: FRStep) {
  await run.advance(9);
  return FRAuth.next(step, options(run));
}

test('two users play the help desk pair, one of them by the transaction', async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  const { agent, user, id } = await helpDesk(run, 'bjensen@example.com');
  expect(agent.getCallbackOfType(CallbackType.PollingWaitCallback).getType()).toBe('PollingWaitCallback');
  user.getCallbackOfType<never>(CallbackType.PasswordCallback);
  user.callbacks.at(-1)?.setInputValue('Secret12!');
  const done = await FRAuth.next(user, options(run));
  expect(done).toBeInstanceOf(FRLoginSuccess);
  expect((done as FRLoginSuccess).getSessionToken()).toMatch(/\S{20,}/);
  expect((done as FRLoginSuccess).getRealm()).toBe('/alpha');
  expect(JSON.stringify((await poll(run, agent)) as FRStep)).toContain(LAST_MESSAGE);
  expect((await run.transactions()).find((transaction) => transaction.id === id)).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
});

test('a wrong password is AM’s login failure', async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  const { user } = await helpDesk(run, 'bjensen@example.com');
  user.callbacks.at(-1)?.setInputValue('wrong');
  const failed = (await FRAuth.next(user, options(run))) as FRLoginFailure;
  expect(failed).toBeInstanceOf(FRLoginFailure);
  expect([failed.getCode(), failed.getReason(), failed.getMessage()]).toEqual([401, 'Unauthorized', 'Login failure']);
  expect(failed.getDetail()).toEqual({ failureUrl: '' });
});

test('a step that is answered after the journey’s time tells errorCode 110', async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  const { user } = await helpDesk(run, 'bjensen@example.com');
  await run.advance(301);
  user.callbacks.at(-1)?.setInputValue('Secret12!');
  const failed = (await FRAuth.next(user, options(run))) as FRLoginFailure;
  expect(failed).toBeInstanceOf(FRLoginFailure);
  expect([failed.getCode(), failed.getMessage(), failed.getDetail()]).toEqual([401, 'Session has timed out', { errorCode: '110' }]);
});

test('a transaction that nobody made fails at once', async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  const query = { authIndexType: 'transaction', authIndexValue: '11111111-1111-4111-8111-111111111111' };
  const failed = (await FRAuth.start({ ...options(run), query })) as FRLoginFailure;
  expect(failed.getMessage()).toBe('Unable to read transaction.');
});

test('logout ends nothing but says so to a client without a session', async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  // Node keeps no cookies, so the SDK's request names no session; AM answers that with 401, which the SDK takes as it is.
  const response = await SessionManager.logout(options(run));
  expect(response.status).toBe(401);
  expect(await call(String(baseURL), 'GET', '/healthz')).toEqual({ status: 'ok' });
});
