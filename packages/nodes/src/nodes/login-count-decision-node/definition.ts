import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys, USERNAME_STANDS_IN } from '../../support/managed-user.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { numeric, text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'LoginCountDecisionNode',
  name: 'Login Count Decision',
  help: 'Branches on how often the user has logged in.',
  tags: ['behavioral'],
  synonyms: ['count', 'logins', 'progressive profile', 'every', 'first login'],
  icon: 'hash',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    interval: {
      kind: 'enum',
      label: 'Interval',
      default: 'AT',
      help: 'AT: at this very count. EVERY: at each multiple of it.',
      options: [
        { value: 'AT', label: 'AT' },
        { value: 'EVERY', label: 'EVERY' },
      ],
    },
    amount: { kind: 'integer', label: 'Amount', default: 25, min: 1, help: 'Number of logins.' },
    identityAttribute: { ...identityAttribute, required: false },
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: (config) => `${text(config, 'interval') === 'EVERY' ? 'every' : 'at'} ${numeric(config, 'amount') ?? 25}`,
  sources: [
    recorded('AT: True at this very count; EVERY: at its multiples, 0 among them. A user without a count goes to False.', AM_SOURCE),
    recorded('Without the identity attribute in objectAttributes, or without such a user, the journey fails.', AM_SOURCE),
    assumed(USERNAME_STANDS_IN),
  ],
};
