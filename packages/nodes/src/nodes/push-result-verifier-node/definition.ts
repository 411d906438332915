import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

const outcomes = [
  { id: 'TRUE', displayName: 'Success' },
  { id: 'FALSE', displayName: 'Failure' },
  { id: 'EXPIRED', displayName: 'Expired' },
  { id: 'WAITING', displayName: 'Waiting' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  expired: 'A push that its phone can no longer answer is expired.',
} as const;

export const definition: NodeDefinition = {
  type: 'PushResultVerifierNode',
  name: 'Push Result Verifier Node',
  help: 'Branches on the answer to the push message.',
  tags: ['mfa', 'multi-factor authentication'],
  synonyms: ['notification', 'approved', 'denied', 'check push', '2fa', 'second factor'],
  icon: 'shield-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {},
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['pushMessageId', 't', 'pushMessageExpiration', 'pushMechanismUid', 'username'],
  writes: () => [{ key: 'pushMessageExpiration', scope: 'shared' }],
  summary: () => '',
  sources: [
    recorded('Approved goes to Success, denied or the wrong number to Failure, no answer yet to Waiting.', AM_SOURCE),
    recorded('The first Waiting notes pushMessageExpiration, the timeout from then; after it the outcome is Expired.', AM_SOURCE),
    recorded('Any outcome but Waiting removes pushMessageId, pushMessageExpiration and t, so that another push can be sent.', AM_SOURCE),
    recorded('Success notes the last access of the device.', AM_SOURCE),
    recorded('Without pushMessageId the journey ends.', AM_SOURCE),
    assumed(ASSUMED.expired),
  ],
};
