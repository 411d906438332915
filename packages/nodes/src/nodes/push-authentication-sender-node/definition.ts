import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { flag, numeric, summarize, text, texts } from '../../support/values.ts';

export const DEFAULT_TIMEOUT = 120_000;
const outcomes = [
  { id: 'SENT', displayName: 'Sent' },
  { id: 'NOT_REGISTERED', displayName: 'Not Registered' },
  { id: 'SKIPPED', displayName: 'Skipped' },
  { id: 'FAILURE', displayName: 'Failure' },
];
const types = [
  { value: 'DEFAULT', label: 'Tap to Accept' },
  { value: 'CHALLENGE', label: 'Display Challenge Code' },
  { value: 'BIOMETRIC', label: 'Use Biometrics to Accept' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  skip: 'A user skips push when push2faEnabled is 1; a user with a device who has made no choice is asked.',
  arrives: 'The push always reaches the phone: it is put into the outbox and answered there.',
} as const;

export const definition: NodeDefinition = {
  type: 'PushAuthenticationSenderNode',
  name: 'Push Sender',
  help: 'Sends a push message to the registered device of the user.',
  tags: ['mfa', 'multi-factor authentication'],
  synonyms: ['notification', 'phone', 'authenticator app', 'approve', 'number challenge', '2fa', 'second factor'],
  icon: 'bell-ring',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    messageTimeout: {
      kind: 'integer',
      label: 'Message Timeout',
      default: DEFAULT_TIMEOUT,
      min: 1,
      max: INT_MAX,
      unit: 'ms',
      help: 'How long the message can be answered.',
    },
    userMessage: {
      kind: 'localized',
      label: 'User Message',
      default: {},
      help: 'Shown on the phone, by locale. {{user}} becomes the user name, {{issuer}} the issuer of the device.',
    },
    mandatory: {
      kind: 'boolean',
      label: "Remove 'skip' option",
      default: false,
      help: 'Users who chose to skip push have to answer it all the same.',
    },
    contextInfo: {
      kind: 'boolean',
      label: 'Share Context Info',
      default: false,
      help: 'Adds address and browser of the client and, where a Device Profile Collector found it, the location.',
    },
    customPayload: {
      kind: 'stringList',
      label: 'Custom Payload Attributes',
      default: [],
      help: 'Node state keys whose values go into the message, 3 KB in all.',
    },
    pushType: { kind: 'enum', label: 'Push Type', default: 'DEFAULT', options: types, help: 'What the user does on the phone.' },
    captureFailure: {
      kind: 'boolean',
      label: 'Capture failure',
      default: false,
      help: 'Adds the outcome Failure; the reason is in shared state as PushAuthFailureReason.',
    },
  },
  outcomes: (config) =>
    outcomes.filter(({ id }) => (id !== 'SKIPPED' || !flag(config, 'mandatory')) && (id !== 'FAILURE' || flag(config, 'captureFailure'))),
  allOutcomes: outcomes,
  reads: (config) => [
    'username',
    'pushMessageId',
    ...texts(config, 'customPayload'),
    ...(flag(config, 'contextInfo') ? ['forgeRock.device.profile'] : []),
  ],
  writes: (config) => [
    ...['pushMessageId', 't', 'pushMechanismUid', 'mfaMethod'].map((key) => ({ key, scope: 'shared' as const })),
    ...(text(config, 'pushType') === 'CHALLENGE' ? [{ key: 'pushNumberChallengeKey', scope: 'shared' as const }] : []),
    ...(flag(config, 'captureFailure') ? [{ key: 'PushAuthFailureReason', scope: 'shared' as const }] : []),
  ],
  summary: (config) =>
    summarize(
      types.find(({ value }) => value === (text(config, 'pushType') || 'DEFAULT'))?.label,
      `${(numeric(config, 'messageTimeout') ?? DEFAULT_TIMEOUT) / 1000} s`,
      flag(config, 'mandatory') && 'mandatory',
    ),
  sources: [
    recorded('Sends to the first push device of the user; shared state gets pushMessageId, t (the timeout) and pushMechanismUid.', AM_SOURCE),
    recorded(
      'A number challenge offers three different numbers from 10 to 99, sorted; the right one is pushNumberChallengeKey in shared state.',
      AM_SOURCE,
    ),
    recorded(
      'No device goes to Not Registered and notes mfaMethod push; a user who chose to skip goes to Skipped unless the node is mandatory.',
      AM_SOURCE,
    ),
    recorded(
      'No username, an unknown user, a push that is still under way or a payload over 3 KB ends the journey, or goes to Failure where that is captured.',
      AM_SOURCE,
    ),
    recorded(
      'Without a message in the client\'s languages: "Login attempt from {{user}} at {{issuer}}"; the issuer is ForgeRock where the device has none.',
      AM_SOURCE,
    ),
    assumed(ASSUMED.skip),
    assumed(ASSUMED.arrives),
  ],
};
