import { loopsOf } from '../graph.ts';
import { namesOf } from '../names.ts';
import { STATUS } from '../pair.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { passesAtOnce, waitOf } from '../support.ts';

export const rule: Rule = {
  id: 'status-polled-without-wait',
  title: 'Status is polled by a person instead of a wait',
  severity: 'info',
  about:
    'Pending or In Progress lead back to Status through something that a person has to answer: the journey looks again only when somebody presses a button. A Polling Wait does it by itself.',
  source: 'AM facts 2.1 (demo wiring) and 5.4 (poll, status, poll)',
  check(context) {
    if (!context.nodes.some(({ type }) => type === STATUS)) return [];
    return loopsOf(
      context.graph,
      (node) => waitOf(node, context) === undefined && node.type !== 'BackChannelInitNode',
      ({ from, outcome }) => context.graph.nodes.get(from)?.type !== STATUS || outcome === 'pending' || outcome === 'inprogress',
    ).flatMap((loop): Report[] => {
      const nodes = loop.map((id) => context.graph.nodes.get(id));
      const status = nodes.find((node) => node?.type === STATUS);
      // Where nothing is asked at all, the loop without a wait is told already.
      if (!status || nodes.every((node) => node && passesAtOnce(node, context))) return [];
      return [{ node: status, text: `No wait between two looks: ${namesOf(context, loop).join(' › ')}.`, path: loop }];
    });
  },
};

export const examples: Examples = {
  valid: [
    {
      title: 'a wait',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
          status: ['BackChannelStatusNode', {}, { pending: 'wait', success: 'success' }],
          wait: ['PollingWaitNode', {}, { DONE: 'status' }],
        },
      },
    },
  ],
  invalid: [
    {
      title: 'a message',
      journey: {
        nodes: {
          init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
          status: ['BackChannelStatusNode', {}, { pending: 'ask', success: 'success' }],
          ask: ['MessageNode', {}, { true: 'status', false: 'failure' }],
        },
      },
      finds: 'No wait between two looks: status › ask.',
    },
  ],
};
