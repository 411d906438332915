import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'AnonymousUserNode',
  name: 'Anonymous User Mapping',
  help: 'Goes on as the anonymous user.',
  tags: ['utilities'],
  synonyms: ['guest', 'anonymous', 'without login', 'public'],
  icon: 'user-round',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    anonymousUserName: {
      kind: 'string',
      label: 'Anonymous User Name',
      required: true,
      default: 'anonymous',
      help: 'An existing user, whose session this becomes.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [{ key: 'username', scope: 'shared' }],
  summary: (config) => text(config, 'anonymousUserName'),
  sources: [
    recorded('Puts the name into shared state as username and names that user as the one of the session.', AM_SOURCE),
    recorded('An empty name ends the journey: "Anonymous user name could not be found in the configuration".', AM_SOURCE),
  ],
};
