import './storage.ts';
import { journey } from '@forgerock/journey-client';
import { expect, test } from '@playwright/test';
import { call, LAST_MESSAGE, type Run, simulation } from './tandem.ts';

/** `@forgerock/journey-client` in Node: it is told nothing but the address of the discovery document. */

// It takes http for this name alone.
const local = (baseURL: string | undefined) => String(baseURL).replace('127.0.0.1', 'localhost');

async function client(run: Run) {
  const made = await journey({ config: { serverConfig: { wellknown: run.wellknown } } });
  if (!('start' in made)) throw new Error(JSON.stringify(made));
  return made;
}

type Result = Awaited<ReturnType<Awaited<ReturnType<typeof client>>['start']>>;
type Step = Extract<Result, { type: 'Step' }>;

function stepOf(result: Result): Step {
  expect(result, JSON.stringify(result)).toMatchObject({ type: 'Step' });
  return result as Step;
}

async function helpDesk(run: Run) {
  const [agent, user] = [await client(run), await client(run)];
  const asked = stepOf(await agent.start({ journey: 'HelpDeskVerify' }));
  asked.callbacks[0]?.setInputValue('bjensen@example.com');
  const waiting = stepOf(await agent.next(asked));
  const id = String((await run.transactions()).at(-1)?.id);
  const opened = stepOf(await user.start({ query: { authIndexType: 'transaction', authIndexValue: id } } as never));
  return { agent, user, waiting, opened, id };
}

test('two clients play the help desk pair', async ({ baseURL }) => {
  const run = await simulation(local(baseURL));
  const { agent, user, waiting, opened, id } = await helpDesk(run);
  opened.callbacks.at(-1)?.setInputValue('Secret12!');
  const done = await user.next(opened);
  expect(done, JSON.stringify(done)).toMatchObject({ type: 'LoginSuccess', payload: { realm: '/alpha', tokenId: expect.any(String) } });
  await run.advance(9);
  expect(JSON.stringify(await agent.next(waiting))).toContain(LAST_MESSAGE);
  expect((await run.transactions()).find((transaction) => transaction.id === id)).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
});

test('failures and timeouts come in AM’s bodies', async ({ baseURL }) => {
  const run = await simulation(local(baseURL));
  const first = await helpDesk(run);
  first.opened.callbacks.at(-1)?.setInputValue('wrong');
  expect(await first.user.next(first.opened)).toMatchObject({
    type: 'LoginFailure',
    payload: { code: 401, message: 'Login failure', detail: { failureUrl: '' } },
  });
  const second = await helpDesk(run);
  await run.advance(301);
  second.opened.callbacks.at(-1)?.setInputValue('Secret12!');
  expect(await second.user.next(second.opened)).toMatchObject({
    type: 'LoginFailure',
    payload: { code: 401, message: 'Session has timed out', detail: { errorCode: '110' } },
  });
});

test('the realm itself is found by its discovery document, too', async ({ baseURL }) => {
  const server = local(baseURL);
  const wellknown = `${server}/am/oauth2/realms/root/realms/alpha/.well-known/openid-configuration`;
  const made = await client({ wellknown } as Run);
  expect(stepOf(await made.start({ journey: 'BackchannelMain' })).callbacks.length).toBeGreaterThan(0);
  expect(await call(server, 'GET', '/healthz')).toEqual({ status: 'ok' });
});
