import type { NodeDefinition } from '../../contract.ts';
import { metricKey, startTimeProperty } from '../../support/fields.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { named, text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  metric: 'The metric is an event of the run with its name, kind and value; nothing adds them up.',
} as const;

export const definition: NodeDefinition = {
  type: 'TimerStopNode',
  name: 'Timer Stop',
  help: 'Stops the timer and records the time as a metric.',
  tags: ['metrics', 'utilities'],
  synonyms: ['measure', 'duration', 'metric', 'end'],
  icon: 'clock',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    startTimeProperty: startTimeProperty('Shared state key that the Timer Start node wrote.'),
    metricKey: metricKey('Name of the metric that receives the time.'),
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => named(config, 'startTimeProperty'),
  writes: () => [],
  summary: (config) => text(config, 'metricKey'),
  sources: [
    recorded('Records the time since the start in the metric; without a start it writes an error line and goes on.', AM_SOURCE),
    recorded('Without property or metric it cannot run.', AM_SOURCE),
    assumed(ASSUMED.metric),
  ],
};
