import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, documented, recorded } from '../../support/sources.ts';
import { numeric, summarize } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'RetryLimitDecisionNode',
  name: 'Retry Limit Decision',
  help: 'Lets the user try again until a limit is reached.',
  tags: ['utilities'],
  synonyms: ['attempts', 'count', 'loop', 'lockout', 'again'],
  icon: 'activity',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    retryLimit: { kind: 'integer', label: 'Retry Limit', default: 3, min: 1, max: INT_MAX, help: 'How often Retry is taken before Reject.' },
    incrementUserAttributeOnFailure: {
      kind: 'boolean',
      label: 'Save Retry Limit to User',
      default: true,
      help: 'Counts on the user, across journeys, until one succeeds; off: in this journey alone.',
    },
  },
  outcomes: () => [
    { id: 'Retry', displayName: 'Retry' },
    { id: 'Reject', displayName: 'Reject' },
  ],
  // The counter carries the node's id, which a definition does not know.
  reads: () => ['username'],
  writes: () => [],
  summary: (config) =>
    summarize(`${numeric(config, 'retryLimit') ?? 3} times`, config.incrementUserAttributeOnFailure === false && 'this journey only'),
  sources: [
    recorded('Takes Retry and counts until the limit is reached, then Reject.', AM_SOURCE),
    recorded(
      'The counter is "<node id>.retryCount" in shared state; with the flag and a known user also retryLimitNodeCount of the user.',
      AM_SOURCE,
    ),
    recorded("Reject clears the user's counter; the one in shared state stays.", AM_SOURCE),
    documented('Success of a journey that contains the node clears the counter.', 'Ping docs: Retry Limit Decision node'),
    assumed('A node of an inner journey or of a page counts as contained.'),
  ],
};
