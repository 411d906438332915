import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys, USERNAME_STANDS_IN } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  kbaInfo: 'The questions are kept as kbaInfo.',
} as const;

export const definition: NodeDefinition = {
  type: 'KbaDecisionNode',
  name: 'KBA Decision',
  help: 'Branches on whether the user has as many security questions as the realm requires.',
  tags: ['identity management'],
  synonyms: ['security question', 'knowledge based', 'recovery'],
  icon: 'list-checks',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    identityAttribute,
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: () => '',
  sources: [
    recorded('True when the user has at least as many questions as the realm requires.', AM_SOURCE),
    recorded('Without the identity attribute, or without such a user, the journey fails.', AM_SOURCE),
    assumed(ASSUMED.kbaInfo),
    assumed(USERNAME_STANDS_IN),
  ],
};
