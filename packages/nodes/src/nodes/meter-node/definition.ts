import type { NodeDefinition } from '../../contract.ts';
import { metricKey } from '../../support/fields.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  metric: 'The metric is an event of the run with its name, kind and value; nothing adds them up.',
} as const;

export const definition: NodeDefinition = {
  type: 'MeterNode',
  name: 'Meter',
  help: 'Counts a metric each time it is passed.',
  tags: ['metrics', 'utilities'],
  synonyms: ['count', 'metric', 'measure', 'statistics'],
  icon: 'gauge',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { metricKey: metricKey('Name of the metric that is counted.') },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [],
  summary: (config) => text(config, 'metricKey'),
  sources: [
    recorded('Counts the metric and goes on; without one it cannot run: "MeterNode config must define metric key".', AM_SOURCE),
    assumed(ASSUMED.metric),
  ],
};
