import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, documented, recorded } from '../../support/sources.ts';

export const definition: NodeDefinition = {
  type: 'UsernameCollectorNode',
  name: 'Username Collector',
  help: 'Asks for the user name.',
  tags: ['basic authn', 'basic authentication'],
  synonyms: ['login', 'sign in', 'user', 'name'],
  icon: 'user',
  inPage: 'allowed',
  // 1.0 stands last because it is what new nodes get: every AM knows it.
  versions: ['2.0', '1.0'],
  fields: {
    autocompleteValues: { kind: 'stringList', label: 'Autocomplete Values', help: "Hints for the browser's autocomplete; newer AIC only." },
    prepopulate: { kind: 'boolean', label: 'Prepopulate', help: 'Starts with the name that is known already; version 2.0 only.' },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => (config.prepopulate === true ? ['username'] : []),
  writes: () => [{ key: 'username', scope: 'shared' }],
  summary: () => '',
  sources: [
    recorded('Sends a NameCallback "User Name", keeps the answer in shared state as username, asks again when it is empty.', AM_SOURCE),
    documented(
      'Version 2.0 starts with the known name when Prepopulate is on; version 1.0 has no such setting and ignores it.',
      'Ping docs: versioned nodes',
    ),
  ],
};
