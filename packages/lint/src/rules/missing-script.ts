import { scriptOf } from '../context.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { fieldsOf } from '../support.ts';

export const rule: Rule = {
  id: 'missing-script',
  title: 'Script is not in the realm',
  severity: 'error',
  about: 'The node names a script that neither the realm nor the journey’s file has. AM refuses to save such a node.',
  source: 'AM facts 1.2 (a missing script is found when the node is written)',
  checkNode: (node, context) =>
    (node.definition.scripts?.(node.config) ?? []).flatMap((id): Report[] => {
      if (scriptOf(context, id)) return [];
      const field = fieldsOf(node).find(([name]) => node.stored[name] === id)?.[0];
      return [{ node, field, text: `The realm has no script with the id ${id}: choose another, or import it.` }];
    }),
};

export const examples: Examples = {
  valid: [
    {
      title: 'a script of the realm',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['a'] }] } },
      scripts: { s: { source: 'outcome = "a";' } },
    },
  ],
  invalid: [
    {
      title: 'a script of another',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['a'] }] } },
      finds: 'The realm has no script with the id s: choose another, or import it.',
    },
  ],
};
