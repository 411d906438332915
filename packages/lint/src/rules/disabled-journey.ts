import { own } from '@tandem/journey';
import type { Examples, JourneySketch, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'disabled-journey',
  title: 'Journey that the node runs or starts is disabled',
  severity: 'error',
  about: 'A disabled journey runs for nobody: an inner journey ends with an exception, Backchannel Initialize takes Error.',
  source: 'AM facts 1.1 (enabled)',
  checkNode: (node, { realm }) =>
    (node.definition.journeys?.(node.config) ?? []).flatMap((name): Report[] =>
      own(realm.journeys, name)?.tree.enabled === false
        ? [{ node, field: 'tree', text: `“${name}” is disabled: enable it, or choose another journey.` }]
        : [],
    ),
};

const journey: JourneySketch = { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }] } };

export const examples: Examples = {
  valid: [{ title: 'enabled', journey, others: { Verify: { nodes: {} } } }],
  invalid: [
    {
      title: 'disabled',
      journey,
      others: { Verify: { nodes: {}, tree: { enabled: false } } },
      finds: '“Verify” is disabled: enable it, or choose another journey.',
    },
  ],
};
