import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  inactive: 'An inactive account does not log in.',
} as const;

export const definition: NodeDefinition = {
  type: 'DataStoreDecisionNode',
  name: 'Data Store Decision',
  help: 'Checks user name and password.',
  tags: ['basic authn', 'basic authentication'],
  synonyms: ['password check', 'credentials', 'login', 'authenticate'],
  icon: 'database',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {},
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => ['username', 'password'],
  writes: () => [],
  summary: () => '',
  sources: [
    recorded('A blank password, a wrong one, or an unknown user goes to False.', AM_SOURCE),
    recorded('A password that no node collected ends the journey with "Unable to authenticate".', AM_SOURCE),
    assumed(ASSUMED.inactive),
  ],
};
