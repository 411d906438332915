import { INT_MAX } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { outcomesFor } from '../../lookup.ts';
import { type FakeOptions, fakeContext, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';
import { execute } from './execute.ts';

const TYPE = 'PushAuthenticationSenderNode';
const phone = { uuid: 'device-1', deviceName: "Babs' phone", deviceMechanismUID: 'mechanism-1', issuer: 'Example' };
const identities = [
  user({ _id: 'id-1', userName: 'bjensen', pushDevices: [phone, { uuid: 'device-2' }] }),
  user({ _id: 'id-2', userName: 'none' }),
  user({ _id: 'id-3', userName: 'skipper', pushDevices: [{ uuid: 'device-3' }], push2faEnabled: 1 }),
  user({ _id: 'id-4', userName: 'skipsNone', push2faEnabled: '1' }),
];
const base: FakeOptions = { identities, shared: { username: 'bjensen' }, now: 1000 };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });
const push = (options: FakeOptions = {}) => run(options).recorded.sent[0];

test('golden trace', () => {
  expect(trace(TYPE, { ...base, config: { pushType: 'CHALLENGE' }, chance: [20, 5, 60, 1] })).toEqual([
    'put shared pushNumberChallengeKey "30"',
    'put shared pushMessageId "message-1"',
    'put shared t 120000',
    'put shared pushMechanismUid "mechanism-1"',
    "send push to Babs' phone: Login attempt from bjensen at Example",
    'go SENT',
  ]);
});

describe('Sent', () => {
  test('to the first device, for two minutes, by tap unless something else is set', () => {
    expect(run().action).toEqual(goTo('SENT'));
    expect(push()).toEqual({
      kind: 'push',
      to: "Babs' phone",
      subject: 'Example',
      text: 'Login attempt from bjensen at Example',
      push: { type: 'DEFAULT', expiresAt: 121_000 },
    });
  });

  test('a device without names is called after its user and ForgeRock', () => {
    const shared = { username: 'skipper' };
    expect(push({ shared, config: { mandatory: true } })).toMatchObject({ to: 'skipper', subject: 'ForgeRock' });
    expect(run({ shared, config: { mandatory: true } }).recorded.shared.pushMechanismUid).toBe('device-3');
  });

  test('type and time are configurable', () => {
    expect(push({ config: { pushType: 'BIOMETRIC', messageTimeout: 5000 } })?.push).toEqual({ type: 'BIOMETRIC', expiresAt: 6000 });
    expect(run({ config: { messageTimeout: 5000 } }).recorded.shared.t).toBe(5000);
    expect(push({ config: { messageTimeout: 1e300 } })?.push?.expiresAt).toBe(1000 + INT_MAX);
    expect(run({ config: { messageTimeout: 'long', pushType: 'SHOUT' } }).recorded.sent[0]?.push).toEqual({ type: 'DEFAULT', expiresAt: 121_000 });
  });

  test('the message comes in the language of the client; every {{user}} and {{issuer}} is replaced', () => {
    const config = { userMessage: { en: '{{user}} {{user}} {{issuer}}', de: 'Hallo' } };
    expect(push({ config })?.text).toBe('bjensen bjensen Example');
    expect(push({ config, locales: ['de'] })?.text).toBe('Hallo');
    expect(push({ config, locales: ['fr'] })?.text).toBe('Login attempt from bjensen at Example');
  });

  test('the user may be named by _id', () => {
    expect(run({ shared: { username: 'id-1' } }).action).toEqual(goTo('SENT'));
  });
});

describe('a number challenge', () => {
  const challenge = (chance: number[]) => push({ config: { pushType: 'CHALLENGE' }, chance })?.push;

  test('offers three different numbers from 10 to 99, sorted', () => {
    expect(challenge([89, 0, 1, 2])).toMatchObject({ numbers: ['10', '12', '99'], number: '99' });
    expect(challenge([0, 0, 0, 0])).toMatchObject({ numbers: ['10', '11', '12'], number: '10' });
  });

  test('keeps the right one in shared state for the wait', () => {
    expect(run({ config: { pushType: 'CHALLENGE' }, chance: [0] }).recorded.shared.pushNumberChallengeKey).toBe('10');
    expect(run().recorded.shared.pushNumberChallengeKey).toBeUndefined();
  });
});

describe('context and payload', () => {
  const headers = { 'x-real-ip': ['203.0.113.7'], 'user-agent': ['Browser'] };
  const shared = { username: 'bjensen', 'forgeRock.device.profile': { location: { latitude: 1 }, metadata: {} }, amount: '7 NOK' };

  test('context is shared on request', () => {
    const context = { location: { latitude: 1 }, remoteIp: '203.0.113.7', userAgent: 'Browser' };
    expect(push({ config: { contextInfo: true }, headers, shared })?.push?.context).toEqual(context);
    expect(push({ headers, shared })?.push?.context).toBeUndefined();
  });

  test('context holds what is known', () => {
    expect(push({ config: { contextInfo: true } })?.push?.context).toEqual({});
    expect(push({ config: { contextInfo: true }, shared: { ...shared, 'forgeRock.device.profile': 'x' } })?.push?.context).toEqual({});
  });

  test('payload holds the named keys that are in node state', () => {
    expect(push({ config: { customPayload: ['amount', 'nothing'] }, shared })?.push?.payload).toEqual({ amount: '7 NOK' });
  });

  test.each([
    ['x'.repeat(3072 - 13), 'SENT'],
    ['x'.repeat(3072 - 12), 'FAILURE'],
    ['ø'.repeat(1600), 'FAILURE'],
    ['€'.repeat(1100), 'FAILURE'],
    ['😀'.repeat(800), 'FAILURE'],
  ])('payload is 3 KB of UTF-8 at most (case %#)', (amount, outcome) => {
    const config = { customPayload: ['amount'], captureFailure: true };
    expect(run({ config, shared: { username: 'bjensen', amount } }).action).toEqual(goTo(outcome));
  });
});

describe('Not Registered', () => {
  test.each([
    ['no device', { shared: { username: 'none' } }],
    ['no device, whatever the user chose', { shared: { username: 'skipsNone' }, config: { mandatory: true } }],
    ['devices that are no list', { identities: [user({ _id: 'id-1', userName: 'bjensen', pushDevices: 'x' })] }],
  ])('%s', (_, options: FakeOptions) => {
    const { action, recorded } = run(options);
    expect(action).toEqual(goTo('NOT_REGISTERED'));
    expect(recorded.shared.mfaMethod).toBe('push');
    expect(recorded.sent).toEqual([]);
  });
});

describe('Skipped', () => {
  const shared = { username: 'skipper' };

  test('the user chose to', () => {
    const { action, recorded } = run({ shared });
    expect(action).toEqual(goTo('SKIPPED'));
    expect(recorded.sent).toEqual([]);
  });

  test('but not where push is mandatory', () => {
    expect(run({ shared, config: { mandatory: true } }).action).toEqual(goTo('SENT'));
  });
});

describe('what goes wrong', () => {
  const once = { username: 'bjensen', pushMessageId: 'message-1' };
  const cases: [string, FakeOptions, string, string][] = [
    ['no username', { shared: {} }, 'MISSING_USERNAME', 'Expected username to be set.'],
    [
      'a second push before the first is done',
      { shared: once },
      'SENDER_ALREADY_USED',
      'Message ID is already set! Must finish one push authentication before starting a new one.',
    ],
    [
      'an unknown user',
      { shared: { username: 'nobody' } },
      'TRANSMISSION_FAILURE',
      'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
    ],
  ];

  test.each(cases)('%s ends the journey', (_, options, _reason, message) => {
    const context = fakeContext(TYPE, { ...base, ...options });
    expect(() => execute(context)).toThrow(new NodeProcessError(message));
    expect(context.recorded.sent).toEqual([]);
  });

  test.each(cases)('%s, captured: Failure, with the reason in shared state', (_, options, reason) => {
    const { action, recorded } = run({ ...options, config: { captureFailure: true } });
    expect(action).toEqual(goTo('FAILURE'));
    expect(recorded.shared.PushAuthFailureReason).toBe(reason);
  });
});

describe('definition', () => {
  const ids = (config = {}) => outcomesFor(definition, config).map(({ id }) => id);

  test('Skipped goes with mandatory, Failure comes with capturing', () => {
    expect(ids()).toEqual(['SENT', 'NOT_REGISTERED', 'SKIPPED']);
    expect(ids({ mandatory: true, captureFailure: true })).toEqual(['SENT', 'NOT_REGISTERED', 'FAILURE']);
  });

  test('reads and writes follow the configuration', () => {
    expect(definition.reads({ customPayload: ['amount'], contextInfo: true })).toEqual([
      'username',
      'pushMessageId',
      'amount',
      'forgeRock.device.profile',
    ]);
    expect(definition.writes({ pushType: 'CHALLENGE', captureFailure: true }).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['pushNumberChallengeKey', 'PushAuthFailureReason']),
    );
    expect(definition.writes({}).map(({ key }) => key)).toEqual(['pushMessageId', 't', 'pushMechanismUid', 'mfaMethod']);
  });

  test('summary', () => {
    expect(definition.summary({ pushType: 'CHALLENGE', mandatory: true })).toBe('Display Challenge Code · 120 s · mandatory');
  });
});
