import { INNER_JOURNEY_TYPE } from '@tandem/journey';
import { type LintContext, otherJourney } from '../context.ts';
import type { Examples, Rule } from '../rule.ts';
import { text } from '../support.ts';

export const rule: Rule = {
  id: 'inner-recursion',
  title: 'Journey runs itself inside of itself',
  severity: 'error',
  about: 'The inner journey, or one inside of that, runs this journey again: it goes deeper until AM gives up.',
  source: 'AM facts 2.2 (Inner Tree Evaluator)',
  check: (context) =>
    context.nodes
      .filter(({ type }) => type === INNER_JOURNEY_TYPE)
      .flatMap((node) => {
        const way = wayBack(context, text(node, 'tree'));
        return way ? [{ node, field: 'tree', text: `The journey runs itself: ${[context.document.tree._id, ...way].join(' › ')}.` }] : [];
      }),
};

/** Journeys from this one back to the journey at hand, each inside of the one before. */
function wayBack(context: LintContext, first: string): string[] | undefined {
  const own = context.document.tree._id;
  const ways = new Map([[first, [first]]]);
  for (const [name, way] of ways) {
    if (name === own) return way;
    for (const { type, config } of otherJourney(context, name)?.nodes ?? [])
      if (type === INNER_JOURNEY_TYPE && typeof config.tree === 'string' && !ways.has(config.tree)) ways.set(config.tree, [...way, config.tree]);
  }
  return undefined;
}

export const examples: Examples = {
  valid: [
    {
      title: 'one inside the other',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Part' }] } },
      others: { Part: { nodes: {} } },
    },
  ],
  invalid: [
    {
      title: 'itself',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Example' }] } },
      finds: 'The journey runs itself: Example › Example.',
    },
    {
      title: 'through another',
      journey: { nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Part' }] } },
      others: { Part: { nodes: { again: ['InnerTreeEvaluatorNode', { tree: 'Example' }] } } },
      finds: 'The journey runs itself: Example › Part › Example.',
    },
  ],
};
