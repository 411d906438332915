import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'MeterNode',
  name: 'Meter',
  help: 'Counts a metric each time it is passed.',
  tags: ['metrics', 'utilities'],
  synonyms: ['count', 'metric', 'measure', 'statistics'],
  icon: 'gauge',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { metricKey: { kind: 'string', label: 'Metric Key', required: true, help: 'Name of the metric that is counted.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [],
  summary: (config) => text(config, 'metricKey'),
  sources: [
    recorded('Counts the metric and goes on; without one it cannot run: "MeterNode config must define metric key".', AM_SOURCE),
    assumed('The metric is shown as a log line: a simulation keeps no metrics.'),
  ],
};
