import { INNER_JOURNEY_TYPE, own } from '@tandem/journey';
import { INITIALIZE } from '../flow/start.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'journey-kind',
  title: 'Journey cannot be used in this way',
  severity: 'error',
  about:
    'A journey that is Inner Journey only runs inside of others, so no transaction can start it. One that is Transactional Only is only started by transactions, so it cannot run inside of others.',
  source: 'AM facts 1.1 (transactionalOnly, innerTreeOnly)',
  checkNode: (node, { realm }) =>
    (node.definition.journeys?.(node.config) ?? []).flatMap((name): Report[] => {
      const tree = own(realm.journeys, name)?.tree;
      if (node.type === INITIALIZE && tree?.innerTreeOnly)
        return [{ node, field: 'tree', text: `“${name}” is an inner journey: a transaction cannot start it.` }];
      if (node.type === INNER_JOURNEY_TYPE && tree?.transactionalOnly)
        return [{ node, field: 'tree', text: `“${name}” is transactional only: it cannot run inside of another journey.` }];
      return [];
    }),
};

export const examples: Examples = {
  valid: [
    {
      title: 'an inner journey inside',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Part' }] } },
      others: { Part: { nodes: {}, tree: { innerTreeOnly: true } } },
    },
  ],
  invalid: [
    {
      title: 'an inner journey started',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Part', idType: 'NONE' }] } },
      others: { Part: { nodes: {}, tree: { innerTreeOnly: true } } },
      finds: '“Part” is an inner journey: a transaction cannot start it.',
    },
    {
      title: 'a transactional one inside',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Verify' }] } },
      others: { Verify: { nodes: {}, tree: { transactionalOnly: true } } },
      finds: '“Verify” is transactional only: it cannot run inside of another journey.',
    },
  ],
};
