import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { sealed, user, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const bjensen = user({ _id: 'id-1', userName: 'bjensen' });
const agent = user({ _id: 'id-2', userName: 'webagent1', kind: 'agent' });
const config = { tree: 'Login', idType: 'USER', usernameKey: 'backchannel-user', redirectUrlType: 'GET' };
const run = (options: Parameters<typeof visit>[1] = {}) => visit('BackChannelInitNode', { config, identities: [bjensen, agent], ...options });

describe('subject', () => {
  test('without a subject in node state: warning and error', () => {
    const { action, recorded } = run();
    expect(action).toEqual(goTo('error'));
    expect(recorded.logs).toEqual([{ level: 'warn', message: 'Error retrieving subject from node state.' }]);
    expect(recorded.created).toEqual([]);
  });

  test.each([[42], [{ name: 'bjensen' }], [''], [null], [sealed('bjensen')]])('a subject that is not text (%j): warning and error', (value) => {
    const { action, recorded } = run({ shared: { 'backchannel-user': value } });
    expect(action).toEqual(goTo('error'));
    expect(recorded.logs[0]?.message).toBe('Error retrieving subject from node state.');
  });

  test('a node without Subject Name Key cannot read a subject', () => {
    expect(run({ config: { tree: 'Login' } }).action).toEqual(goTo('error'));
  });

  test('a subject that is no identity: unknown, without log line', () => {
    const { action, recorded } = run({ shared: { 'backchannel-user': 'nobody' } });
    expect(action).toEqual(goTo('unknown'));
    expect(recorded.logs).toEqual([]);
    expect(recorded.shared).toEqual({ 'backchannel-user': 'nobody' });
  });

  test.each(['bjensen', 'BJensen', 'id-1'])('%s is found by name or _id', (name) => {
    const { action, recorded } = run({ shared: { 'backchannel-user': name } });
    expect(action).toEqual(goTo('created'));
    expect(recorded.created[0]?.subject).toEqual({ type: 'user', id: 'id-1', name: 'bjensen' });
  });

  test.each(['webagent1', 'id-2'])('for subject type User the agent %s is unknown', (name) => {
    expect(run({ shared: { 'backchannel-user': name } }).action).toEqual(goTo('unknown'));
  });

  test('for subject type Agent the agent is found and a user is unknown', () => {
    const options = (name: string) => ({ config: { ...config, idType: 'AGENT', usernameKey: 'who' }, shared: { who: name } });
    expect(run(options('webagent1')).recorded.created[0]?.subject).toEqual({ type: 'agent', id: 'id-2', name: 'webagent1' });
    expect(run(options('bjensen')).action).toEqual(goTo('unknown'));
  });

  test('for subject type None nothing is read and any subject may finish', () => {
    const { action, recorded } = run({ config: { ...config, idType: 'NONE' }, shared: { 'backchannel-user': 'nobody' } });
    expect(action).toEqual(goTo('created'));
    expect(recorded.created[0]?.subject).toBeNull();
    expect(recorded.reads).not.toContain('backchannel-user');
  });
});

describe('transaction', () => {
  const shared = { 'backchannel-user': 'bjensen' };

  test('writes transaction and redirect URI to shared state', () => {
    const { recorded } = run({ shared });
    expect(recorded.shared).toEqual({
      ...shared,
      'backchannel-transaction': 'transaction-1',
      'backchannel-redirectUri': 'https://am.example.com/GET',
    });
  });

  test('redirect type None writes no redirect URI', () => {
    const { action, recorded } = run({ config: { ...config, redirectUrlType: 'NONE' }, shared });
    expect(action).toEqual(goTo('created'));
    expect(recorded.shared).not.toHaveProperty('backchannel-redirectUri');
    expect(recorded.shared['backchannel-transaction']).toBe('transaction-1');
  });

  test('passes journey, redirect type, custom URL, time and retry on', () => {
    const { recorded } = run({
      config: { ...config, redirectUrlType: 'CUSTOM', customRedirectUrl: 'https://www.example.com/v', timeout: 120, allowRetry: false },
      shared,
    });
    expect(recorded.created).toEqual([
      {
        journey: 'Login',
        subject: { type: 'user', id: 'id-1', name: 'bjensen' },
        data: {},
        redirectUrlType: 'CUSTOM',
        customRedirectUrl: 'https://www.example.com/v',
        timeout: 120,
        allowRetry: false,
      },
    ]);
  });

  test('without Max Time the realm decides, and retry is allowed unless switched off', () => {
    expect(run({ shared }).recorded.created[0]).toMatchObject({ timeout: undefined, allowRetry: true });
  });

  test('an object under the Data Object Key is passed and written as backchannel-data', () => {
    const data = { username: 'bjensen', objectAttributes: { userName: 'bjensen' } };
    const { recorded } = run({ config: { ...config, dataKey: 'backchannel:data' }, shared: { ...shared, 'backchannel:data': data } });
    expect(recorded.created[0]?.data).toEqual(data);
    expect(recorded.shared['backchannel-data']).toEqual(data);
  });

  test.each([[undefined], ['text'], [[1]], [null], [sealed('secret')]])('data that is no object (%j) is left out', (value) => {
    const { action, recorded } = run({ config: { ...config, dataKey: 'data' }, shared: value === undefined ? shared : { ...shared, data: value } });
    expect(action).toEqual(goTo('created'));
    expect(recorded.created[0]?.data).toEqual({});
    expect(recorded.shared).not.toHaveProperty('backchannel-data');
  });

  test('a journey that cannot be started: error line and error, nothing written', () => {
    const { action, recorded } = run({ shared, createFails: 'Journey "Login" is disabled.' });
    expect(action).toEqual(goTo('error'));
    expect(recorded.logs[0]).toEqual({ level: 'error', message: 'Error initializing back channel transaction.' });
    expect(recorded.logs[1]?.message).toContain('disabled');
    expect(recorded.shared).toEqual(shared);
  });

  test('a defect of the engine is not taken for a journey that cannot be started', () => {
    expect(() => run({ shared, createFails: new TypeError('defect') })).toThrow(new TypeError('defect'));
  });

  test.each([
    ['GET', false],
    ['NONE', false],
    ['POST', true],
    ['CUSTOM', true],
  ])('redirect type %s rests on an assumption: %s', (redirectUrlType, assumed) => {
    const { recorded } = run({ config: { ...config, redirectUrlType }, shared });
    expect(recorded.reasons.some(({ mark }) => mark === 'inferred')).toBe(assumed);
  });

  test('a redirect type that AM does not have is Get', () => {
    expect(run({ config: { ...config, redirectUrlType: 'PUT' }, shared }).recorded.created[0]?.redirectUrlType).toBe('GET');
  });

  test('Max Time may be written as text, as old exports do; what is no number is none', () => {
    expect(run({ config: { ...config, timeout: '90' }, shared }).recorded.created[0]?.timeout).toBe(90);
    expect(run({ config: { ...config, timeout: 'soon' }, shared }).recorded.created[0]?.timeout).toBeUndefined();
  });

  test('subject and data are read from any scope', () => {
    const { recorded } = run({
      config: { ...config, dataKey: 'data' },
      transient: { 'backchannel-user': 'bjensen' },
      secure: { data: { a: 1 } },
    });
    expect(recorded.created[0]).toMatchObject({ subject: { name: 'bjensen' }, data: { a: 1 } });
  });

  test('asks nothing: answers that come back are none of its business', () => {
    expect(run({ shared, answers: strayAnswers })).toEqual(run({ shared }));
  });
});

test('golden traces', () => {
  const told = (options: Parameters<typeof visit>[1]) => trace('BackChannelInitNode', { config, identities: [bjensen, agent], ...options });
  expect(told({ config: { ...config, dataKey: 'data' }, shared: { 'backchannel-user': 'bjensen', data: { username: 'bjensen' } } })).toEqual([
    'put shared backchannel-transaction "transaction-1"',
    'put shared backchannel-redirectUri "https://am.example.com/GET"',
    'put shared backchannel-data {"username":"bjensen"}',
    'transaction for bjensen starts Login {"username":"bjensen"}',
    'go created',
  ]);
  expect(told({ config: { tree: 'Login', idType: 'NONE', redirectUrlType: 'NONE' } })).toEqual([
    'put shared backchannel-transaction "transaction-1"',
    'transaction for anybody starts Login {}',
    'go created',
  ]);
  expect(told({ shared: { 'backchannel-user': 'nobody' } })).toEqual(['go unknown']);
  expect(told({})).toEqual(['log warn Error retrieving subject from node state.', 'go error']);
  expect(told({ shared: { 'backchannel-user': 'bjensen' }, createFails: 'No such journey.' })).toEqual([
    'log error Error initializing back channel transaction.',
    'log debug No such journey.',
    'go error',
  ]);
});
