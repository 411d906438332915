import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  comparison: 'An answer counts without regard to case and to white space around it.',
  defaults: 'One question is verified unless the realm says otherwise. The count stands on the user, under the name that the realm gives.',
  plainAnswer: 'The answer on the identity may be plain text that an administrator wrote.',
} as const;

export const definition: NodeDefinition = {
  type: 'KbaVerifyNode',
  name: 'KBA Verification',
  help: "Asks the user's security questions and checks the answers.",
  tags: ['identity management'],
  synonyms: ['security question', 'knowledge based', 'answer', 'recovery', 'forgotten password'],
  icon: 'circle-question-mark',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    kbaInfoAttribute: {
      kind: 'string',
      label: 'KBA Attribute',
      required: true,
      default: 'kbaInfo',
      help: 'Attribute that holds questions and answers.',
    },
    identityAttribute,
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: (config) => (text(config, 'kbaInfoAttribute') === 'kbaInfo' ? '' : text(config, 'kbaInfoAttribute')),
  sources: [
    recorded('Asks as many of the questions as the realm verifies, chosen by chance, each with a PasswordCallback.', AM_SOURCE),
    recorded('One wrong answer goes to False. No user, or fewer questions than the realm requires, and the journey fails.', AM_SOURCE),
    assumed(ASSUMED.comparison),
    recorded(
      'Wrong answers are counted where the realm names an attribute for it, until a right one: more than it allows, and the journey fails.',
      AM_SOURCE,
    ),
    assumed(ASSUMED.defaults),
    assumed(ASSUMED.plainAnswer),
  ],
};
