import { SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const PATH = '/json/realms/root/realms/alpha';
const node = (type: string, outcome: string, to: string) => ({ nodeType: type, displayName: type, connections: { [outcome]: to } });

/** Name, password, then the check of both. */
const login = {
  tree: {
    _id: 'Login',
    entryNodeId: 'Name',
    nodes: {
      Name: node('UsernameCollectorNode', 'outcome', 'Word'),
      Word: node('PasswordCollectorNode', 'outcome', 'Check'),
      Check: node('DataStoreDecisionNode', 'true', SUCCESS_NODE_ID),
    },
  },
  nodes: Object.fromEntries(
    Object.entries({ Name: 'UsernameCollectorNode', Word: 'PasswordCollectorNode', Check: 'DataStoreDecisionNode' }).map(([_id, type]) => [
      _id,
      { _id, _type: { _id: type } },
    ]),
  ),
};

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function server(services = {}) {
  const simulator = await startSimulator();
  await simulator.import(login);
  await simulator.services({ sessionProperties: ['color'], ...services });
  const run = await simulator.create();
  const post = async (path: string, headers: Record<string, string> = {}, body: unknown = {}): Promise<Answer> => {
    const response = await fetch(`${simulator.url}${run.base}${PATH}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  };
  const zero = { 'X-OpenAM-Username': 'bjensen', 'X-OpenAM-Password': 'Secret12!' };
  const signIn = (query = '', headers = {}) => post(`authenticate?authIndexType=service&authIndexValue=Login${query}`, { ...zero, ...headers });
  return { simulator, run, post, signIn, zero };
}
const cookieOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

describe('zero-page login', () => {
  it('signs in with one request', async () => {
    const { signIn } = await server();
    expect(await signIn()).toMatchObject({ status: 200, body: { tokenId: expect.any(String), realm: '/alpha' } });
  });

  it('takes names beyond ASCII as RFC 2047 has them', async () => {
    const { signIn } = await server();
    const encoded = `=?UTF-8?B?${Buffer.from('bjensen').toString('base64')}?=`;
    expect((await signIn('', { 'X-OpenAM-Username': encoded })).status).toBe(200);
    expect((await signIn('', { 'X-OpenAM-Username': `=?UTF-8?B?${Buffer.from('ɗëɱø').toString('base64')}?=` })).status).toBe(401);
  });

  it('fails with a wrong password, and asks for what the headers do not say', async () => {
    const { signIn, post } = await server();
    expect(await signIn('', { 'X-OpenAM-Password': 'no' })).toMatchObject({ status: 401, body: { message: 'Login failure' } });
    const named = await post('authenticate?authIndexType=service&authIndexValue=Login', { 'X-OpenAM-Username': 'bjensen' });
    expect(named.body.callbacks).toMatchObject([{ type: 'PasswordCallback' }]);
  });
});

describe('the cookie', () => {
  it('holds the token where no script can read it, beside the answer', async () => {
    const { signIn, run } = await server();
    const answer = await signIn();
    const [session, balance] = answer.headers.getSetCookie();
    expect(session).toBe(`iPlanetDirectoryPro=${answer.body.tokenId}; Path=${run.base}; HttpOnly; SameSite=Lax`);
    expect(balance).toBe(`amlbcookie=01; Path=${run.base}; HttpOnly; SameSite=Lax`);
  });

  it('holds it alone where the realm says so', async () => {
    const { signIn } = await server({ httpOnlyTokens: true });
    const answer = await signIn();
    expect(answer.body).toMatchObject({ tokenId: '', successUrl: expect.any(String) });
    expect(cookieOf(answer)).toMatch(/iPlanetDirectoryPro=\S{20,};/);
  });

  it('brings the session back without a journey, unless ForceAuth says otherwise', async () => {
    const { signIn, post } = await server();
    const first = await signIn();
    const cookie = cookieOf(first);
    const again = await post('authenticate?authIndexType=service&authIndexValue=Login', { cookie });
    expect(again.body.tokenId).toBe(first.body.tokenId);
    expect((await post('authenticate?authIndexType=service&authIndexValue=Login&ForceAuth=true', { cookie })).body).toHaveProperty('callbacks');
  });

  it('is not set for a journey without a session', async () => {
    const { signIn } = await server();
    const answer = await signIn('&noSession=true');
    expect(answer.body).not.toHaveProperty('tokenId');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('composite advice', () => {
  const advice = (name: string, value: string) =>
    encodeURIComponent(`<Advices><AttributeValuePair><Attribute name="${name}"/><Value>${value}</Value></AttributeValuePair></Advices>`);

  it('of a transaction opens it, of a journey starts it', async () => {
    const { post, run } = await server();
    await run.answer(await run.start('BackchannelMain'), 'bjensen');
    const { transactions } = (await run.state()) as { transactions: { id: string }[] };
    const by = (value: string) => post(`authenticate?authIndexType=composite_advice&authIndexValue=${value}`);
    expect((await by(advice('TransactionConditionAdvice', String(transactions[0]?.id)))).status).toBe(200);
    expect(await run.state()).toMatchObject({ transactions: [{ state: 'IN_PROGRESS' }] });
    expect((await by(advice('AuthenticateToServiceConditionAdvice', '/alpha:Login'))).body.callbacks).toMatchObject([{ type: 'NameCallback' }]);
    expect((await by(advice('AuthLevelConditionAdvice', '3'))).status).toBe(400);
  });
});

describe('goto', () => {
  it.each([
    ['/somewhere', '/somewhere'],
    ['https://app.example/a?b=c', 'https://app.example/a?b=c'],
    ['https://evil.example/', '/enduser/?realm=/alpha'],
    ['javascript:alert(1)', '/enduser/?realm=/alpha'],
    ['//evil.example', '/enduser/?realm=/alpha'],
  ])('%s leads to %s', async (goto, expected) => {
    const { signIn, post } = await server({ gotoUrls: ['https://app.example/*'] });
    expect((await signIn(`&goto=${encodeURIComponent(goto)}`)).body.successUrl).toBe(expected);
    expect((await post('users?_action=validateGoto', {}, { goto })).body).toEqual({ successURL: expected });
  });
});

it.each(['resource=2.1, protocol=1.0', 'protocol=1.0,resource=2.0', 'resource=1'])('Accept-API-Version may be "%s"', async (version) => {
  const { signIn } = await server();
  expect((await signIn('', { 'Accept-API-Version': version })).status).toBe(200);
});

it.each([
  ['resource=9.0', 404, 'does not match any routes'],
  ['newest', 400, 'is not a version'],
])('Accept-API-Version may not be "%s"', async (version, status, message) => {
  const { signIn } = await server();
  expect(await signIn('', { 'Accept-API-Version': version })).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
});

it('each answer says where its moment is to be seen', async () => {
  const { signIn, post, run, simulator } = await server();
  const calls = [() => signIn(), () => signIn('', { 'X-OpenAM-Password': 'no' }), () => post('authenticate', {}, { authId: 'x' })];
  for (const call of calls) {
    const answer = await call();
    const [, id, moment] = /^<http:\/\/[^/]+\/simulations\/([\w-]+)\?moment=(\d+)>; rel="describedby"$/.exec(answer.headers.get('link') ?? '') ?? [];
    expect(id).toBe(run.id);
    expect(Number(moment)).toBe(Number((await simulator.call('GET', `/api/simulations/${id}`)).body.seq));
  }
});

describe('a session', () => {
  it('names its user', async () => {
    const { signIn, post, simulator } = await server();
    const cookie = cookieOf(await signIn());
    const answer = await post('users?_action=idFromSession', { cookie });
    expect(answer.body).toMatchObject({ id: simulator.identity('bjensen')?._id, realm: '/alpha', dn: expect.stringContaining('ou=user') });
    expect((await post('users?_action=idFromSession')).status).toBe(401);
  });

  it('has the properties that the realm names, and no others', async () => {
    const { signIn, post } = await server();
    const cookie = cookieOf(await signIn());
    expect((await post('sessions?_action=getSessionProperties', { cookie })).body).toEqual({ color: '' });
    expect((await post('sessions?_action=updateSessionProperties', { cookie }, { color: 'red' })).body).toEqual({ color: 'red' });
    expect((await post('sessions?_action=getSessionProperties', { cookie })).body).toEqual({ color: 'red' });
    expect((await post('sessions?_action=updateSessionProperties', { cookie }, { UserId: 'x' })).status).toBe(403);
  });
});
