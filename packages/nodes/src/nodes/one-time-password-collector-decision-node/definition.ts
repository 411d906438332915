import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { numeric } from '../../support/values.ts';

export const DEFAULT_MINUTES = 5;

export const definition: NodeDefinition = {
  type: 'OneTimePasswordCollectorDecisionNode',
  name: 'OTP Collector Decision',
  help: 'Asks for the one-time password and checks it.',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  synonyms: ['one-time password', 'one-time code', 'passcode', 'pin', 'verify', '2fa', 'second factor'],
  icon: 'lock-keyhole',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    passwordExpiryTime: {
      kind: 'integer',
      label: 'One Time Password Validity Length',
      default: DEFAULT_MINUTES,
      min: 1,
      max: INT_MAX,
      unit: 'min',
      help: 'How long the one-time password counts after it was made.',
    },
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => ['oneTimePassword', 'oneTimePasswordTimestamp'],
  writes: () => [],
  summary: (config) => `valid ${numeric(config, 'passwordExpiryTime') ?? DEFAULT_MINUTES} min`,
  sources: [
    recorded('An empty answer asks again.', AM_SOURCE),
    recorded('True needs the same text and a time before its end; the end itself is too late. Anything else is False.', AM_SOURCE),
    recorded('A match clears the one-time password and its time; a wrong answer leaves both, so that the next one may be right.', AM_SOURCE),
  ],
};
