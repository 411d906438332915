import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, documented, recorded } from '../../support/sources.ts';
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
  allOutcomes: [...trueFalse, error],
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
    recorded(
      'Success inside is True, failure is False; an exception is Error where that outcome is shown, else the exception of this node.',
      AM_SOURCE,
    ),
    recorded('With Error, shared state holds errorNode (id, displayName, type) and errorMessage.', AM_SOURCE),
    recorded('Shared state flows in and out; of transient state only what the nodes inside declare as input.', AM_SOURCE),
    recorded('Session properties and limits that nodes inside set are kept.', AM_SOURCE),
    recorded('A journey that is missing or disabled ends it with "Configured tree does not exist: ...".', AM_SOURCE),
    documented("The inner journey's own timeout is ignored.", 'Ping docs: configure authentication trees'),
  ],
};
