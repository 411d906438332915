import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { numeric, text } from '../../support/values.ts';

const DEFAULT_PERCENTAGE = 50;

export const definition: NodeDefinition = {
  type: 'FlowControlNode',
  name: 'Flow Control',
  help: 'Sends a share of the users down each of two paths.',
  tags: ['utilities'],
  synonyms: ['split', 'percentage', 'a/b test', 'random', 'canary'],
  icon: 'sliders-horizontal',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    percentageA: {
      kind: 'integer',
      label: 'Percentage A',
      required: true,
      default: DEFAULT_PERCENTAGE,
      min: 0,
      max: 100,
      unit: '%',
      help: 'Share of the requests that take the first path.',
    },
    outcomeADisplayName: { kind: 'string', label: 'Outcome A Display Name', default: 'A' },
    outcomeBDisplayName: { kind: 'string', label: 'Outcome B Display Name', default: 'B' },
  },
  outcomes: (config) => [
    { id: 'A', displayName: text(config, 'outcomeADisplayName') || 'A' },
    { id: 'B', displayName: text(config, 'outcomeBDisplayName') || 'B' },
  ],
  allOutcomes: [
    { id: 'A', displayName: 'A' },
    { id: 'B', displayName: 'B' },
  ],
  reads: () => [],
  writes: () => [],
  summary: (config) => `${numeric(config, 'percentageA') ?? DEFAULT_PERCENTAGE} % A`,
  sources: [recorded('Draws a number from 0 to 99; below the percentage it is A, else B.', AM_SOURCE)],
};
