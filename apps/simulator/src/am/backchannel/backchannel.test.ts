import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../testing/simulator.ts';

const PATH = '/json/realms/root/realms/alpha/authenticate/backchannel';
const JOURNEY = { type: 'service', value: 'BackchannelLogin' };

async function gateway() {
  const simulator = await startSimulator();
  await simulator.services({ sessionProperties: ['UserId'] });
  const run = await simulator.create();
  const basic = `Basic ${Buffer.from('backchannelGateway:Secret12!').toString('base64')}`;
  const token = async (): Promise<string> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'back_channel_authentication' });
    const response = await fetch(`${simulator.url}${run.base}/oauth2/alpha/access_token`, {
      method: 'POST',
      body,
      headers: { authorization: basic },
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const authorization = `Bearer ${await token()}`;
  const post = async (what: string, body: unknown, headers: Record<string, string> = { authorization }) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    const response = await fetch(`${simulator.url}${run.base}${PATH}/${what}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const initialize = async (more = {}) => (await post('initialize', { ...JOURNEY, data: { username: 'bjensen' }, ...more })).body;
  const info = async (transaction: unknown) => (await post('info', { transaction })).body;
  return { simulator, run, post, initialize, info, token };
}

describe('a transaction that a client starts', () => {
  it('is created, in progress, then approved, and tells the session properties that may leave', async () => {
    const { run, initialize, info } = await gateway();
    const { transaction, redirectUri } = await initialize({ trackingId: 'order-7', subject: { type: 'user', name: 'bjensen' } });
    expect(redirectUri).toContain(`${run.base}/UI/Login?realm=%2Falpha&authIndexType=transaction&authIndexValue=${transaction}`);
    expect(await info(transaction)).toEqual({
      state: 'CREATED',
      result: 'UNKNOWN',
      auditTrackingIds: ['order-7'],
      type: 'service',
      value: 'BackchannelLogin',
      subject: { type: 'user', name: 'bjensen' },
    });
    const step = await run.open(String(redirectUri));
    expect(await info(transaction)).toMatchObject({ state: 'IN_PROGRESS', result: 'UNKNOWN' });
    expect((await run.answer(step, 'Secret12!')).status).toBe(200);
    expect(await info(transaction)).toMatchObject({ state: 'COMPLETED', result: 'APPROVED', sessionProperties: { UserId: expect.any(String) } });
  });

  it('is denied by a wrong password only when it may not be tried again', async () => {
    const { run, initialize, info } = await gateway();
    const attempt = async (allowRetry: boolean) => {
      const { transaction, redirectUri } = await initialize({ allowRetry });
      expect((await run.answer(await run.open(String(redirectUri)), 'wrong')).status).toBe(401);
      return info(transaction);
    };
    expect(await attempt(true)).toMatchObject({ state: 'IN_PROGRESS', result: 'UNKNOWN' });
    expect(await attempt(false)).toMatchObject({ state: 'COMPLETED', result: 'DENIED' });
  });

  it('is gone after the realm’s time to live', async () => {
    const { run, initialize, post } = await gateway();
    const { transaction, redirectUri } = await initialize();
    await run.advance(180);
    expect(await post('info', { transaction })).toMatchObject({ status: 404, body: { message: 'Unable to read transaction.' } });
    expect((await run.open(String(redirectUri))).body.message).toBe('Unable to read transaction.');
  });
});

describe('initialize', () => {
  it.each([
    [{ value: 'Nope' }, 'No configuration found'],
    [{ type: 'transaction' }, 'Invalid "type"'],
    [{ data: { realm: '/x' } }, '"realm"'],
    [{ trackingId: 'with space' }, 'Invalid "trackingId"'],
    [{ subject: { type: 'user', name: 'nobody' } }, '"nobody"'],
    [{ subject: { type: 'agent', name: 'bjensen' } }, '"bjensen"'],
  ])('refuses %j', async (more, message) => {
    const { post } = await gateway();
    const answer = await post('initialize', { ...JOURNEY, ...more });
    expect(answer).toMatchObject({ status: 400, body: { code: 400, reason: 'Bad Request', message: expect.stringContaining(message) } });
  });

  it('takes a token with its scope, and no other', async () => {
    const { simulator, run, post } = await gateway();
    expect((await post('initialize', JOURNEY, {})).status).toBe(401);
    expect((await post('initialize', JOURNEY, { authorization: 'Bearer x' })).status).toBe(401);
    await simulator.change(({ clients }) => {
      const gatewayClient = clients.backchannelGateway;
      return gatewayClient ? { puts: [{ kind: 'clients', key: 'other', body: { ...gatewayClient, _id: 'other', scopes: ['openid'] } }] } : {};
    });
    const other = await simulator.create();
    const issuer = `${simulator.url}${other.base}/oauth2/alpha/access_token`;
    const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'openid', client_id: 'other', client_secret: 'Secret12!' });
    const { access_token } = (await (await fetch(issuer, { method: 'POST', body: form })).json()) as { access_token: string };
    const ask = (base: string) =>
      fetch(`${simulator.url}${base}${PATH}/info`, { method: 'POST', headers: { authorization: `Bearer ${access_token}` }, body: '{}' });
    expect((await ask(other.base)).status).toBe(403);
    // Another simulation's token is no token here.
    expect((await ask(run.base)).status).toBe(401);
  });
});
