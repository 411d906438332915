import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, CALLBACK_PAGE, documented, recorded } from '../../support/sources.ts';
import { flag, summarize, text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  undeclared: 'An empty name counts as missing. An attribute that the realm does not declare has no policies.',
} as const;

export const definition: NodeDefinition = {
  type: 'ValidatedUsernameNode',
  name: 'Platform Username',
  help: 'Asks for the user name and keeps it as an attribute for the other platform nodes.',
  tags: ['identity management'],
  synonyms: ['login', 'sign in', 'user', 'name', 'collect'],
  icon: 'user-round',
  inPage: 'allowed',
  // 1.0 stands last because it is what new nodes get: every AM knows it.
  versions: ['2.0', '1.0'],
  fields: {
    validateInput: { kind: 'boolean', label: 'Validate username', default: false, help: 'Checks the name against policies before it is taken.' },
    usernameAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Username Attribute',
      required: true,
      default: 'userName',
      help: 'Attribute that keeps the name.',
    },
    prepopulate: { kind: 'boolean', label: 'Prepopulate Username', help: 'Starts with the name that is known already; version 2.0 only.' },
    autocompleteValues: { kind: 'stringList', label: 'Autocomplete Values', help: "Hints for the browser's autocomplete; newer AIC only." },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => [...(flag(config, 'prepopulate') ? ['username'] : []), ...(flag(config, 'validateInput') ? ['objectAttributes'] : [])],
  writes: () => [
    { key: 'username', scope: 'shared' },
    { key: 'objectAttributes', scope: 'shared' },
  ],
  summary: (config) => summarize(text(config, 'usernameAttribute') || 'userName', flag(config, 'validateInput') && 'validated'),
  sources: [
    recorded('Keeps the name in shared state as username and as objectAttributes.<attribute>; an empty name is not kept.', AM_SOURCE),
    recorded('Sends a NameCallback, or a ValidatedCreateUsernameCallback when it validates.', AM_SOURCE),
    recorded('The callback carries the policies of the attribute, and what failed as JSON in text; a name that another user has fails.', AM_SOURCE),
    recorded('With validateOnly the node asks again even when the name is good.', AM_SOURCE),
    documented("The user name's policies: required, text, not taken, no slash, 1 to 255 characters.", CALLBACK_PAGE),
    assumed(ASSUMED.undeclared),
  ],
};
