import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { summarize, text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  comparison: 'Texts are compared without regard to case; a list is equal when one of its entries is.',
} as const;

export const definition: NodeDefinition = {
  type: 'AttributeValueDecisionNode',
  name: 'Attribute Value Decision',
  help: "Branches on the value of one of the user's attributes.",
  tags: ['identity management'],
  synonyms: ['compare', 'equals', 'present', 'condition', 'attribute'],
  icon: 'equal',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    comparisonAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Comparison Attribute',
      required: true,
      help: 'Attribute that is looked at.',
    },
    comparisonOperation: {
      kind: 'enum',
      label: 'Comparison Operation',
      default: 'EQUALS',
      help: 'PRESENT asks for any value, EQUALS for this one.',
      options: [
        { value: 'EQUALS', label: 'EQUALS' },
        { value: 'PRESENT', label: 'PRESENT' },
      ],
    },
    comparisonValue: {
      kind: 'string',
      label: 'Comparison Value',
      when: { field: 'comparisonOperation', in: ['EQUALS'] },
      help: 'Taken as a number or as true and false where the attribute is one.',
    },
    identityAttribute,
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: (config) =>
    text(config, 'comparisonOperation') === 'PRESENT'
      ? summarize(text(config, 'comparisonAttribute'), 'present')
      : `${text(config, 'comparisonAttribute')} = ${text(config, 'comparisonValue')}`,
  sources: [
    recorded('EQUALS takes the value as the type of the attribute; PRESENT asks for any value.', AM_SOURCE),
    recorded(
      'The user is found by the identity attribute from objectAttributes, else by username; no user, or several, and the journey fails.',
      AM_SOURCE,
    ),
    recorded('A value that is no whole number, compared with a number, ends the journey.', AM_SOURCE),
    assumed(ASSUMED.comparison),
  ],
};
