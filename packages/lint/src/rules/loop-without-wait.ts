import { loopsOf } from '../graph.ts';
import { namesOf } from '../names.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { passesAtOnce } from '../support.ts';

export const rule: Rule = {
  id: 'loop-without-wait',
  title: 'Loop in which nothing is asked or waited for',
  severity: 'error',
  about:
    'A run that comes into the loop goes round within one request, as fast as AM can, until its time is up or something outside changes. Put a Polling Wait, a question or a Retry Limit into it. Nodes whose behaviour is not known count as ones that ask.',
  source: 'AM facts 5.4 (loops and limits)',
  check: (context) =>
    loopsOf(context.graph, (node) => context.graph.reached.has(node.id) && passesAtOnce(node, context)).map(
      (loop): Report => ({
        node: context.graph.nodes.get(loop[0] as string),
        text: `Nothing is asked or waited for in this loop: ${namesOf(context, [...loop, loop[0] as string]).join(' › ')}.`,
        path: loop,
      }),
    ),
};

export const examples: Examples = {
  valid: [
    {
      title: 'a wait in between',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
          status: ['BackChannelStatusNode', {}, { pending: 'wait', success: 'success' }],
          wait: ['PollingWaitNode', {}, { DONE: 'status' }],
        },
      },
    },
    {
      title: 'a retry limit',
      journey: {
        nodes: {
          flow: ['FlowControlNode', {}, { A: 'limit', B: 'success' }],
          limit: ['RetryLimitDecisionNode', {}, { Retry: 'flow', Reject: 'failure' }],
        },
      },
    },
  ],
  invalid: [
    {
      title: 'Status looks again at once',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
          status: ['BackChannelStatusNode', {}, { pending: 'status', success: 'success' }],
        },
      },
      finds: 'Nothing is asked or waited for in this loop: status › status.',
    },
  ],
};
