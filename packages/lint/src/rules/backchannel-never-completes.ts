import { SUCCESS_NODE_ID } from '@tandem/journey';
import { otherJourney } from '../context.ts';
import { INITIALIZE } from '../flow/start.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';
import { text } from '../support.ts';

export const rule: Rule = {
  id: 'backchannel-never-completes',
  title: 'Backchannel journey cannot come to Success',
  severity: 'error',
  about:
    'A transaction is approved when its journey reaches Success. In a journey without a way there it stays open until Max Time, or is denied at the first failure.',
  source: 'AM facts 4.3',
  check: (context) =>
    context.nodes.flatMap((node): Report[] => {
      const name = text(node, 'tree');
      const target = node.type === INITIALIZE ? otherJourney(context, name) : undefined;
      if (!target || target.graph.reached.has(SUCCESS_NODE_ID)) return [];
      return [{ node, field: 'tree', text: `“${name}” has no way to Success: the transaction can never be approved.` }];
    }),
};

const journey: Example['journey'] = { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }] } };

export const examples: Examples = {
  valid: [{ title: 'a way to Success', journey, others: { Verify: { nodes: { ask: ['MessageNode', {}, { true: 'success', false: 'failure' }] } } } }],
  invalid: [
    {
      title: 'Failure alone',
      journey,
      others: { Verify: { nodes: { ask: ['MessageNode', {}, { true: 'failure', false: 'failure' }] } } },
      finds: '“Verify” has no way to Success: the transaction can never be approved.',
    },
  ],
};
