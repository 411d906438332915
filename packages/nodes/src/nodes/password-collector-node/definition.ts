import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';

export const definition: NodeDefinition = {
  type: 'PasswordCollectorNode',
  name: 'Password Collector',
  help: 'Asks for the password.',
  tags: ['basic authn', 'basic authentication'],
  synonyms: ['login', 'sign in', 'secret'],
  icon: 'lock-keyhole',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {},
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [{ key: 'password', scope: 'transient' }],
  summary: () => '',
  sources: [
    recorded('Sends a PasswordCallback "Password", keeps the answer in transient state as password, asks again when it is empty.', AM_SOURCE),
  ],
};
