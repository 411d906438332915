import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

describe('requests that do not fit', () => {
  it('get an answer in AM’s form, and the session survives them', async () => {
    const { call, create, url } = await startSimulator();
    const run = await create();
    const step = await run.start('BackchannelMain');
    const path = `${run.base}/json/realms/root/realms/alpha/authenticate`;
    const { authId, callbacks } = step.body;
    const changed = (change: object): unknown => [{ ...callbacks?.[0], ...change }];
    const bad: [unknown, number, RegExp][] = [
      [{ authId: 'forged' }, 401, /Session has timed out/],
      [{ authId: 7 }, 400, /"authId" must be the string/],
      [{ authId, callbacks: 'x' }, 400, /"callbacks" must be the list/],
      [{ authId, callbacks: changed({ type: 'PasswordCallback' }) }, 400, /Callback 1 should be a NameCallback, but is PasswordCallback/],
      [{ authId, callbacks: [null] }, 400, /Callback 1 should be a NameCallback, but is null/],
      [{ authId, callbacks: changed({ input: [{ name: 'IDToken1', value: { a: 1 } }] }) }, 400, /IDToken1 of the NameCallback must be a string/],
      [{ authId, callbacks: changed({ input: [{ name: 'IDToken1', value: 7 }] }) }, 400, /IDToken1 of the NameCallback must be a string, but is 7/],
      [{ authId, callbacks: changed({ input: [{ name: 'IDToken1', value: true }] }) }, 400, /must be a string, but is true/],
      [{ authId, callbacks: changed({ input: [{ name: 'IDToken2', value: 'x' }] }) }, 400, /"IDToken2" does not belong to it. Expected: IDToken1\./],
      [{ authId, callbacks: changed({ input: [{ value: 'x' }] }) }, 400, /an input has no name. Expected: IDToken1/],
      [{ authId, callbacks: changed({ input: 'x' }) }, 400, /"input" must be the list/],
      [{ authId, callbacks: [...(callbacks ?? []), ...(callbacks ?? [])] }, 400, /2 callbacks came back, but 1 was sent/],
      [{ authId }, 400, /"callbacks" is missing: 1 was sent and must come back/],
      [{ authId, callbacks: [] }, 400, /0 callbacks came back, but 1 was sent/],
      [[], 400, /must be a JSON object/],
    ];
    for (const [body, status, message] of bad) {
      const answer = await call('POST', path, body);
      expect([answer.status, answer.body.code]).toEqual([status, status]);
      // AM's sentence stands first where it is known; what would be right is told beside it.
      const { expected = answer.body.message } = (answer.body.detail ?? {}) as { expected?: unknown };
      expect(expected).toMatch(message);
    }
    const tooMany = await call('POST', path, { authId, callbacks: [...(callbacks ?? []), ...(callbacks ?? [])] });
    expect(tooMany.body.message).toBe('Incorrect number of callbacks found in JSON response');
    const another = await call('POST', path, { authId, callbacks: changed({ type: 'PasswordCallback' }) });
    expect(another.body.message).toBe('Required callback not found in JSON response');
    const truncated = await fetch(`${url}${path}`, { method: 'POST', body: '{"authId":' });
    expect(truncated.status).toBe(400);
    expect((await run.answer(step, 'bjensen')).status).toBe(200);
  });

  it('an authId is good for one step: sent again with other answers it is over, with the same ones it gets the same answer', async () => {
    const { create } = await startSimulator();
    const run = await create();
    const step = await run.start('BackchannelMain');
    const first = await run.answer(step, 'bjensen');
    const again = await run.answer(step, 'bjensen');
    expect(again.body.callbacks).toEqual(first.body.callbacks);
    expect(await run.answer(step, 'scarter')).toMatchObject({ status: 401, body: { detail: { errorCode: '110' } } });
  });

  it('an authId is good for 300 seconds of the simulation, however long its journey lasts', async () => {
    const simulator = await startSimulator();
    const node = { nodeType: 'PollingWaitNode', displayName: 'Wait', connections: { DONE: 'Wait' } };
    await simulator.import({
      tree: { _id: 'Long', entryNodeId: 'Wait', treeTimeout: 60, nodes: { Wait: node } },
      nodes: { Wait: { _id: 'Wait', _type: { _id: 'PollingWaitNode' }, secondsToWait: 3600 } },
    } as never);
    const run = await simulator.create();
    const first = await run.start('Long');
    await run.advance(299);
    const second = await run.answer(first);
    expect(second.status).toBe(200);
    await run.advance(301);
    expect(await run.answer(second)).toMatchObject({ status: 401, body: { message: 'Session has timed out', detail: { errorCode: '110' } } });
  });

  it.each([
    ['?authIndexType=service&authIndexValue=Nope', 401, 'No Configuration found'],
    ['?authIndexType=transaction&authIndexValue=gone', 401, 'Unable to read transaction.'],
    ['?authIndexType=module&authIndexValue=x', 400, 'not supported'],
    ['?authIndexType=service', 400, 'together'],
  ])('%s', async (query, status, message) => {
    const { call, create } = await startSimulator();
    const answer = await call('POST', `${(await create()).base}/json/realms/root/realms/alpha/authenticate${query}`);
    expect([answer.status, String(answer.body.message)]).toEqual([status, expect.stringContaining(message)]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is no method of authenticate: 405, with the body that AM sends', async (method) => {
    const { create, url } = await startSimulator();
    const { base } = await create();
    for (const path of ['/am/json/realms/root/realms/alpha/authenticate', `${base}/json/alpha/authenticate?authIndexType=service`]) {
      const answer = await fetch(`${url}${path}`, { method });
      expect([answer.status, answer.headers.get('allow'), await answer.json()]).toEqual([
        405,
        'POST',
        { code: 501, reason: 'Not Implemented', message: 'Not Implemented' },
      ]);
    }
  });

  it('another realm, another simulation and an unknown resource are not found', async () => {
    const { call, create } = await startSimulator();
    const { base } = await create();
    for (const path of [
      `${base}/json/realms/root/realms/beta/authenticate`,
      '/sim/none/am/json/realms/root/realms/alpha/authenticate',
      `${base}/json/nothing`,
    ]) {
      expect((await call('POST', path)).body).toMatchObject({ code: 404 });
    }
  });
});

describe('the same endpoint', () => {
  it.each(['/json/realms/root/realms/alpha', '/json/realms/alpha', '/json/alpha', '/json'])('answers under %s', async (form) => {
    const { call, create } = await startSimulator();
    const run = await create();
    const query = 'authIndexType=service&authIndexValue=HelpDeskVerify&realm=/alpha';
    expect((await call('POST', `${run.base}${form}/authenticate?${query}`)).status).toBe(200);
    expect((await call('POST', `/am${form}/authenticate?${query}`)).status).toBe(200);
  });

  it('gives each player a cookie of its own, and redirect URIs without the player', async () => {
    const { create, url } = await startSimulator();
    const run = await create();
    const main = await run.answer(await run.start('BackchannelMain', 'agent'), 'bjensen');
    expect(JSON.stringify(main.body)).toContain(`${url}${run.base}/XUI/Login`);
    const uri = new URL(String(main.body.callbacks?.[0]?.output?.find(({ name }) => name === 'message')?.value));
    const open = await fetch(`${url}/sim/${run.id}/as/user/am/json/realms/root/realms/alpha/authenticate${uri.search}`, { method: 'POST' });
    const step = (await open.json()) as { callbacks: { input?: { value: string }[] }[] };
    const input = step.callbacks[1]?.input?.[0];
    if (input) input.value = 'Secret12!';
    const done = await fetch(`${url}/sim/${run.id}/as/user/am/json/realms/root/realms/alpha/authenticate`, {
      method: 'POST',
      body: JSON.stringify(step),
    });
    expect(done.headers.get('set-cookie')).toMatch(new RegExp(`^iPlanetDirectoryPro=.+; Path=/sim/${run.id}/as/user/am;`));
  });
});
