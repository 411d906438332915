import type { EngineEvent, PatchOp, SimulationState } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import { expect, it } from 'vitest';
import { maskedEvent, maskedState } from './mask.ts';

const SHOWN = { $sealed: '', empty: false };
const sealed = { $sealed: 'a1.ciphertext', empty: false };
const request = {
  base: 'http://x',
  headers: { 'accept-language': ['en'], 'x-api-key': ['k'], 'X-Auth-Token': ['k', 'l'] },
  parameters: { realm: ['/alpha'], access_token: ['t'] },
  cookies: { a: 'b' },
  token: 't',
};
const status = {
  kind: 'effect',
  random: 'seed',
  answers: [{ node: 'n', type: 'PasswordCallback', output: [], values: { '': sealed } }],
  results: {
    'n:0': {
      writes: [
        { op: 'put', scope: 'transient', key: 'k', value: 'secret' },
        { op: 'put', scope: 'shared', key: 'k', value: { a: sealed, b: 'plain' } },
        { op: 'remove', key: 'k' },
      ],
      identityWrites: [
        { id: 'u', record: { userName: 'u', passwordHash: 'hash' } },
        { id: 'u', set: { passwordHash: 'hash' }, removed: [] },
        { id: 'u', changes: [{ path: ['passwordHash'], value: 'hash' }, { path: ['sn'], value: 'plain' }, { path: ['mail'] }] },
      ],
    },
    'n:1': { hash: 'scrypt$hash' },
  },
};
const session = {
  id: 's',
  shared: { a: 'plain', b: sealed },
  transient: { t: 'secret' },
  secure: { o: { deep: 'secret' }, '*': 1 },
  inner: [{ journey: 'Inner', node: 'n', transient: { aside: 'secret' } }],
  request,
  status,
};
const sso = { token: 'sso-t0ken', identity: 'u', properties: { a: 'b' } };
const SSO_DIGEST = '••••ofA5S8BzKd5p';
const state = {
  seq: 1,
  sessions: { s: session },
  ssoSessions: { [sso.token]: sso },
  identities: { u: { userName: 'u', passwordHash: 'hash' }, gone: null },
};
const expected = {
  seq: 1,
  sessions: {
    s: {
      id: 's',
      shared: { a: 'plain', b: SHOWN },
      transient: { t: SHOWN },
      secure: { o: SHOWN, '*': SHOWN },
      inner: [{ journey: 'Inner', node: 'n', transient: { aside: SHOWN } }],
      request: {
        base: 'http://x',
        headers: { 'accept-language': ['en'], 'x-api-key': ['••••'], 'X-Auth-Token': ['••••', '••••'] },
        parameters: { realm: ['/alpha'], access_token: ['••••'] },
        cookies: { a: '••••' },
        token: '••••',
      },
      status: {
        kind: 'effect',
        random: '••••',
        answers: [{ node: 'n', type: 'PasswordCallback', output: [], values: { '': SHOWN } }],
        results: {
          'n:0': {
            writes: [
              { op: 'put', scope: 'transient', key: 'k', value: SHOWN },
              { op: 'put', scope: 'shared', key: 'k', value: { a: SHOWN, b: 'plain' } },
              { op: 'remove', key: 'k' },
            ],
            identityWrites: [
              { id: 'u', record: { userName: 'u' } },
              { id: 'u', set: {}, removed: [] },
              { id: 'u', changes: [{ path: ['passwordHash'] }, { path: ['sn'], value: 'plain' }, { path: ['mail'] }] },
            ],
          },
          'n:1': { hash: '••••' },
        },
      },
    },
  },
  ssoSessions: { [SSO_DIGEST]: { ...sso, token: SSO_DIGEST } },
  identities: { u: { userName: 'u' }, gone: null },
};
const masked = (patch: unknown[], more: object = {}) =>
  maskedEvent({ seq: 1, at: 0, kind: 'log', patch: patch as PatchOp[], ...more } as EngineEvent);

it('a state shows which secrets are there', () => {
  expect(maskedState(state as unknown as SimulationState)).toEqual(expected);
});

it.each([
  [
    'whole maps',
    [
      [['seq'], 1],
      [['sessions'], state.sessions],
      [['ssoSessions'], state.ssoSessions],
      [['identities'], state.identities],
    ],
  ],
  [
    'a session and an identity',
    [
      [['seq'], 1],
      [['sessions', 's'], session],
      [['ssoSessions', sso.token], sso],
      [['identities', 'u'], state.identities.u],
      [['identities', 'gone'], null],
    ],
  ],
  [
    'single fields',
    [
      [['seq'], 1],
      [['sessions', 's'], { id: 's' }],
      ...Object.entries(sso).map(([key, value]) => [['ssoSessions', sso.token, key], value]),
      ...(['shared', 'inner', 'status'] as const).map((key) => [['sessions', 's', key], session[key]]),
      ...Object.entries(request).map(([key, value]) => [['sessions', 's', 'request', key], value]),
      ...(['transient', 'secure'] as const).flatMap((scope) =>
        Object.entries(session[scope]).map(([key, value]) => [['sessions', 's', scope, key], value]),
      ),
      [['identities', 'u', 'userName'], 'u'],
      [['identities', 'u', 'passwordHash'], 'hash'],
      [['identities', 'gone'], null],
    ],
  ],
])('patches of %s lead to the same view', (_, patch) => {
  expect(applyPatch({}, masked(patch).patch)).toEqual(expected);
});

it('removals and writes below a hidden value', () => {
  const patch = [
    [['sessions', 's', 'secure', 'k']],
    [['sessions', 's', 'secure', 'k', 'deeper'], 'secret'],
    [['sessions', 's', 'transient'], {}],
    [['sessions', 's', 'request', 'token'], null],
  ];
  expect(masked(patch).patch).toEqual([patch[0], [['sessions', 's', 'secure', 'k', 'deeper'], SHOWN], patch[2], patch[3]]);
});

it('of collected attributes only the secret ones are hidden', () => {
  const objectAttributes = {
    password: sealed,
    mail: 'a@example.com',
    userPin: sealed,
    secretWord: 'plain',
    preferences: { updates: true, apiKey: 'k' },
  };
  const shown = { password: SHOWN, mail: 'a@example.com', userPin: SHOWN, secretWord: SHOWN, preferences: { updates: true, apiKey: SHOWN } };
  for (const scope of ['transient', 'secure']) {
    expect(masked([[['sessions', 's', scope, 'objectAttributes'], objectAttributes]]).patch[0]?.[1]).toEqual(shown);
    expect(masked([[['sessions', 's', scope, 'objectAttributes', 'mail'], 'a@example.com']]).patch[0]?.[1]).toEqual(SHOWN);
    expect(masked([[['sessions', 's', scope, 'objectAttributes'], 'text']]).patch[0]?.[1]).toEqual(SHOWN);
    const write = { op: 'put', scope, key: 'objectAttributes', value: objectAttributes };
    const status = { kind: 'effect', results: { r: { writes: [write] } } };
    expect(masked([[['sessions', 's', 'status'], status]]).patch[0]?.[1]).toEqual({
      kind: 'effect',
      results: { r: { writes: [{ ...write, value: shown }] } },
    });
  }
  const kbaInfo = [{ questionId: '1', answer: 'Rex' }];
  expect(JSON.stringify(masked([[['sessions', 's', 'transient', 'objectAttributes'], { kbaInfo }]]))).not.toContain('Rex');
});

it('the token of a session that a journey made shows as the same short digest everywhere, and can be removed by it', () => {
  const ended = { kind: 'ended', tokenId: sso.token };
  const patch = [[['ssoSessions', sso.token], sso], [['sessions', 's', 'status'], ended], [['ssoSessions', sso.token]]];
  const shown = masked(patch).patch;
  expect(JSON.stringify(shown)).not.toContain(sso.token);
  expect(shown[1]).toEqual([['sessions', 's', 'status'], { kind: 'ended', tokenId: SSO_DIGEST }]);
  expect(applyPatch({}, shown)).toMatchObject({ ssoSessions: {} });
  expect(masked([[['sessions', 's', 'status'], { kind: 'ended', tokenId: null }]]).patch[0]?.[1]).toEqual({ kind: 'ended', tokenId: null });
});

it('callbacks show text where a client is shown a secret', () => {
  const callbacks = [
    {
      type: 'TextOutputCallback',
      node: 'n',
      output: [
        { name: 'message', value: sealed },
        { name: 'options', value: ['a', sealed] },
      ],
      input: [{ suffix: '', value: sealed }],
    },
  ];
  expect(masked([[['sessions', 's', 'status', 'callbacks'], callbacks]]).patch[0]?.[1]).toEqual([
    {
      type: 'TextOutputCallback',
      node: 'n',
      output: [
        { name: 'message', value: '••••' },
        { name: 'options', value: ['a', '••••'] },
      ],
      input: [{ suffix: '', value: '••••' }],
    },
  ]);
});

it('data of an event is masked, too', () => {
  expect(masked([], { data: { a: sealed, user: { passwordHash: 'hash', sn: 'S' } } })).toMatchObject({ data: { a: SHOWN, user: { sn: 'S' } } });
  expect(JSON.stringify(masked([], { data: { a: sealed, user: { passwordHash: 'hash' } } }))).not.toContain('hash');
});

it.each([{ passwordHash: 'hash' }, 'Rex'])('answers to security questions show as secrets, whatever the attribute is called', (answer) => {
  const questions = [
    { questionId: '1', answer },
    { customQuestion: 'Pet?', answer },
  ];
  const shown = [
    { questionId: '1', answer: SHOWN },
    { customQuestion: 'Pet?', answer: SHOWN },
  ];
  const view = maskedState({ ...state, identities: { u: { kbaInfo: questions, other: questions } } } as unknown as SimulationState);
  expect(view.identities).toEqual({ u: { kbaInfo: shown, other: shown } });
  expect(masked([[['identities', 'u'], { kbaInfo: questions }]], { data: questions })).toMatchObject({
    patch: [[['identities', 'u'], { kbaInfo: shown }]],
    data: shown,
  });
});

it('a visit that goes on later keeps its seed and what it was answered to itself', () => {
  const { random, results } = status;
  const due = { kind: 'due', due: 1, order: 0, answers: null, begun: { began: 0, random, results } };
  const shown = expected.sessions.s.status;
  expect(masked([[['sessions', 's', 'status'], due]]).patch[0]?.[1]).toEqual({
    ...due,
    begun: { began: 0, random: shown.random, results: shown.results },
  });
});
