import { certaintyOf, pathWithout } from '../flow/known.ts';
import { namesOf } from '../names.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'status-without-initialize',
  title: 'Backchannel Status without a transaction',
  severity: 'error',
  about:
    'Status looks up the transaction in `backchannel-transaction`, which Backchannel Initialize writes when it takes Created. Without it Status takes Error. The way on which nobody writes it is shown.',
  source: 'AM facts 2.1',
  check: (context) =>
    context.nodes.flatMap((node): Report[] => {
      if (node.type !== 'BackChannelStatusNode' || !context.graph.reached.has(node.page?.id ?? node.id)) return [];
      const certainty = certaintyOf(context, node, KEY);
      if (certainty === 'always') return [];
      const path = pathWithout(context, node, KEY);
      const way = path ? `: ${namesOf(context, path).join(' › ')}` : '';
      const text =
        certainty === 'never'
          ? `No Backchannel Initialize comes before this${way}.`
          : `A way leads here without Backchannel Initialize, Created${way}.`;
      return [{ node, text, path }];
    }),
};

const KEY = 'backchannel-transaction';

export const examples: Examples = {
  valid: [
    {
      title: 'after Created',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status', error: 'failure' }],
          status: ['BackChannelStatusNode', {}, { pending: 'wait', success: 'success' }],
          wait: ['PollingWaitNode', {}, { DONE: 'status' }],
        },
      },
    },
    {
      title: 'in an inner journey that runs after it',
      journey: { nodes: { status: ['BackChannelStatusNode'] }, tree: { innerTreeOnly: true } },
      others: {
        Main: {
          nodes: {
            init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'inner' }],
            inner: ['InnerTreeEvaluatorNode', { tree: 'Example' }],
          },
        },
      },
    },
  ],
  invalid: [
    {
      title: 'nothing before it',
      journey: { nodes: { status: ['BackChannelStatusNode', {}, { success: 'success' }] } },
      finds: 'No Backchannel Initialize comes before this: status.',
    },
    {
      title: 'after Error too',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status', error: 'status' }],
          status: ['BackChannelStatusNode', {}, { success: 'success' }],
        },
      },
      finds: 'A way leads here without Backchannel Initialize, Created: init › status.',
    },
  ],
};
