import type { NodeDefinition } from '../../contract.ts';
import { startTimeProperty } from '../../support/fields.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { named, text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'TimerStartNode',
  name: 'Timer Start',
  help: 'Starts measuring the time of a part of the journey.',
  tags: ['metrics', 'utilities'],
  synonyms: ['measure', 'duration', 'metric', 'begin'],
  icon: 'timer',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    startTimeProperty: startTimeProperty('Shared state key that receives the time, in milliseconds.'),
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: (config) => named(config, 'startTimeProperty').map((key) => ({ key, scope: 'shared' })),
  summary: (config) => text(config, 'startTimeProperty'),
  sources: [
    recorded('Puts the present time, epoch milliseconds, into shared state.', AM_SOURCE),
    recorded('Without a property it cannot run: "TimerStartNode config must define start time property key".', AM_SOURCE),
  ],
};
