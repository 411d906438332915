import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { numeric } from '../../support/values.ts';

/** AM refuses shorter ones (HMACKeyLengthValidator). */
const MIN_LENGTH = 6;
/** A HOTP value has 31 bits: no more digits carry anything. */
export const MAX_LENGTH = 10;
export const DEFAULT_LENGTH = 8;

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  digits: 'The digits come from the recorded chance of the visit, each as likely as any other; at most ten.',
} as const;

export const definition: NodeDefinition = {
  type: 'OneTimePasswordGeneratorNode',
  name: 'HOTP Generator',
  help: 'Makes a one-time password of random digits for the nodes that send and check it.',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  synonyms: ['one-time password', 'one-time code', 'passcode', 'pin', '2fa', 'second factor'],
  icon: 'key-round',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    length: {
      kind: 'integer',
      label: 'One Time Password Length',
      required: true,
      default: DEFAULT_LENGTH,
      min: MIN_LENGTH,
      max: MAX_LENGTH,
      help: 'Number of digits.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [
    { key: 'oneTimePassword', scope: 'transient' },
    { key: 'oneTimePasswordTimestamp', scope: 'transient' },
  ],
  summary: (config) => `${numeric(config, 'length') ?? DEFAULT_LENGTH} digits`,
  sources: [
    recorded(
      'Puts the digits and the time, in whole seconds, into transient state; a node that reads them later keeps them across a callback.',
      AM_SOURCE,
    ),
    recorded('At least six digits, eight unless something else is set.', AM_SOURCE),
    assumed(ASSUMED.digits),
  ],
};
