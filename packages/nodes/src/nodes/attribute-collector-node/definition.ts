import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, documented, IDM_PAGE, recorded } from '../../support/sources.ts';
import { flag, summarize, texts } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  undeclared: "An attribute that the realm does not declare has the present value's type, else it is text; it has no policies.",
  empty: 'An empty text counts as missing where a value is required.',
} as const;

export const definition: NodeDefinition = {
  type: 'AttributeCollectorNode',
  name: 'Attribute Collector',
  help: 'Asks for attributes of the user and keeps them in shared state.',
  tags: ['identity management'],
  synonyms: ['form', 'profile', 'mail', 'email', 'collect', 'input'],
  icon: 'clipboard-list',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    attributesToCollect: {
      kind: 'stringList',
      suggests: 'userAttribute',
      label: 'Attributes to Collect',
      required: true,
      help: 'Attribute names, for example mail; preferences/updates for a nested one.',
    },
    required: {
      kind: 'boolean',
      label: 'All Attributes Required',
      required: true,
      default: false,
      help: 'Asks again until every attribute has a value.',
    },
    validateInputs: { kind: 'boolean', label: 'Validate Input', default: false, help: 'Checks the values against policies.' },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      required: true,
      default: 'userName',
      help: 'Attribute by which a known user is found, to start with the present values.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['objectAttributes', 'username'],
  writes: () => [{ key: 'objectAttributes', scope: 'shared' }],
  summary: (config) => summarize(texts(config, 'attributesToCollect').join(', '), flag(config, 'required') && 'required'),
  sources: [
    recorded('One text, number or boolean callback for each attribute; the answers go to shared objectAttributes.', AM_SOURCE),
    recorded('Starts with what was just typed, else with node state, else with the user found by the identity attribute.', AM_SOURCE),
    recorded('Asks again while a required attribute has no value.', AM_SOURCE),
    recorded("Type and prompt come from the managed user's schema: text, number or boolean. Anything else cannot be collected.", AM_SOURCE),
    recorded('With Validate Input the callbacks carry the policies, and what failed as JSON in text; validateOnly asks again.', AM_SOURCE),
    recorded('With Validate Input an attribute that users may not edit themselves ends the journey.', AM_SOURCE),
    documented('Required and typed attributes of the managed user, the shape of a mail address and of a telephone number.', IDM_PAGE),
    assumed(ASSUMED.undeclared),
    assumed(ASSUMED.empty),
  ],
};
