import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys, USERNAME_STANDS_IN } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  comparison: 'Texts are compared without regard to case; a list fits when one of its entries does.',
} as const;

export const definition: NodeDefinition = {
  type: 'QueryFilterDecisionNode',
  name: 'Query Filter Decision',
  help: 'Branches on whether the user fits a query filter.',
  tags: ['identity management'],
  synonyms: ['query', 'filter', 'condition', 'search', 'profile'],
  icon: 'list-filter',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    queryFilter: {
      kind: 'string',
      label: 'Query Filter',
      required: true,
      placeholder: 'mail eq "user@example.com"',
      help: 'and, or, !, pr, eq, co, sw, lt, le, gt, ge on attributes, for example !(/preferences pr) or age ge 18.',
    },
    identityAttribute,
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: (config) => text(config, 'queryFilter'),
  sources: [
    recorded('The filter is evaluated on the one user with the identity attribute from objectAttributes.', AM_SOURCE),
    recorded('Without the attribute, without the user, or with a filter that cannot be parsed, the journey fails.', AM_SOURCE),
    assumed(USERNAME_STANDS_IN),
    assumed(ASSUMED.comparison),
  ],
};
