import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { flag, named, text } from '../../support/values.ts';

const error: Outcome = { id: 'error', displayName: 'Error' };

export const definition: NodeDefinition = {
  type: 'InnerTreeEvaluatorNode',
  name: 'Inner Tree Evaluator',
  help: 'Runs another journey as a part of this one.',
  tags: ['utilities'],
  synonyms: ['inner journey', 'sub journey', 'nested', 'reuse', 'call'],
  icon: 'git-branch',
  inPage: 'unsupported',
  versions: ['1.0'],
  fields: {
    tree: { kind: 'journey', label: 'Tree Name', required: true, help: 'The journey to run inside.' },
    displayErrorOutcome: { kind: 'boolean', label: 'Display Error Outcome', default: false, help: 'Adds the outcome Error for an exception inside.' },
  },
  outcomes: (config) => [...trueFalse, ...(flag(config, 'displayErrorOutcome') ? [error] : [])],
  allOutcomes: null,
  reads: () => [],
  writes: (config) =>
    flag(config, 'displayErrorOutcome')
      ? [
          { key: 'errorNode', scope: 'shared' },
          { key: 'errorMessage', scope: 'shared' },
        ]
      : [],
  summary: (config) => text(config, 'tree'),
  journeys: (config) => named(config, 'tree'),
  sources: [
    recorded('Success inside is True, failure is False, an exception is Error where that outcome is shown.', AM_SOURCE),
    assumed('Until inner journeys run here, a person chooses the outcome.'),
  ],
};
