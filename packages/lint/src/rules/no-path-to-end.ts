import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-path-to-end',
  title: 'No way from the node to an end',
  severity: 'error',
  about:
    'Whatever happens after this node, the journey comes to neither Success nor Failure: it goes round until its time is up, or breaks off at an outcome that is not connected.',
  source: 'AM facts 1.1 and 5.4',
  check: ({ graph }) => {
    const stuck = [...graph.nodes.values()].filter(
      ({ id, connections }) => graph.reached.has(id) && !graph.ending.has(id) && Object.keys(connections).length > 0,
    );
    return stuck.map((node) => ({ node, text: 'No way from here leads to Success or Failure.' }));
  },
};

export const examples: Examples = {
  valid: [
    { title: 'a loop with a way out', journey: { nodes: { ask: ['MessageNode', {}, { true: 'ask', false: 'failure' }] } } },
    { title: 'a node that is still to be connected', journey: { nodes: { ask: ['MessageNode'] } } },
  ],
  invalid: [
    {
      title: 'a loop without',
      journey: { nodes: { ask: ['MessageNode', {}, { true: 'ask', false: 'ask' }] } },
      finds: 'No way from here leads to Success or Failure.',
    },
  ],
};
