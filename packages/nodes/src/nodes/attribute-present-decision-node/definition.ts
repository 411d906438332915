import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  emptyList: 'An empty list is no value.',
} as const;

export const definition: NodeDefinition = {
  type: 'AttributePresentDecisionNode',
  name: 'Attribute Present Decision',
  help: 'Branches on whether the user has a value for an attribute; hidden ones count too, as the password does.',
  tags: ['identity management'],
  synonyms: ['exists', 'has attribute', 'password set', 'filled'],
  icon: 'badge-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    presentAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Present Attribute',
      required: true,
      default: 'password',
      help: 'Attribute that is looked for.',
    },
    identityAttribute,
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: (config) => text(config, 'presentAttribute') || 'password',
  sources: [
    recorded('True when exactly one user has the identity attribute from node state and a value for the other attribute; else False.', AM_SOURCE),
    recorded('The attribute is looked up in objectAttributes, else username is taken; without either the journey fails.', AM_SOURCE),
    assumed(ASSUMED.emptyList),
  ],
};
