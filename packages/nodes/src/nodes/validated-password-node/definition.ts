import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, CALLBACK_PAGE, documented, recorded } from '../../support/sources.ts';
import { flag, summarize, text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  ownPolicies: 'The realm may set its own policies; special characters are any but letters, digits and white space.',
} as const;

export const definition: NodeDefinition = {
  type: 'ValidatedPasswordNode',
  name: 'Platform Password',
  help: 'Asks for the password and keeps it for the nodes that check it.',
  tags: ['identity management'],
  synonyms: ['login', 'sign in', 'secret', 'collect'],
  icon: 'key-round',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    validateInput: { kind: 'boolean', label: 'Validate password', default: false, help: 'Checks the password against policies before it is taken.' },
    passwordAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Password Attribute',
      required: true,
      default: 'password',
      help: 'Attribute that keeps the password.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => (flag(config, 'validateInput') ? ['objectAttributes', '_id'] : []),
  writes: () => [
    { key: 'password', scope: 'transient' },
    { key: 'objectAttributes', scope: 'transient' },
  ],
  summary: (config) => summarize(text(config, 'passwordAttribute') || 'password', flag(config, 'validateInput') && 'validated'),
  sources: [
    recorded('Keeps the password in transient state as password and as objectAttributes.<attribute>.', AM_SOURCE),
    recorded('Sends a PasswordCallback, or a ValidatedCreatePasswordCallback when it validates.', AM_SOURCE),
    recorded('The callback carries the policies of the attribute, and what failed as JSON in text.', AM_SOURCE),
    recorded('With validateOnly the node asks again even when the password is good.', AM_SOURCE),
    documented("AIC's policies: 8 characters, a capital, a digit, and neither user name nor first or last name in it.", CALLBACK_PAGE),
    assumed(ASSUMED.ownPolicies),
  ],
};
