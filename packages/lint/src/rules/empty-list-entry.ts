import { setting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { fieldsOf } from '../support.ts';

export const rule: Rule = {
  id: 'empty-list-entry',
  title: 'List has an empty entry',
  severity: 'warning',
  about: 'An empty line in a list names an outcome, an attribute or a state key without a name.',
  source: 'AM facts 2.2 and 2.3 (lists of outcomes, attributes, inputs and outputs)',
  checkNode: (node, { realm }) =>
    fieldsOf(node).flatMap(([field, { kind, label }]): Report[] => {
      const list = node.stored[field];
      if ((kind !== 'outcomes' && kind !== 'stringList') || !Array.isArray(list)) return [];
      const filled = list.filter((entry) => typeof entry !== 'string' || entry.trim() !== '');
      if (filled.length === list.length) return [];
      return [
        {
          node,
          field,
          text: `${label} has an empty entry.`,
          fix: setting(node, realm, field, filled, `Remove empty entries of ${label} of ${node.name}`),
        },
      ];
    }),
};

export const examples: Examples = {
  valid: [{ title: 'every entry has a text', journey: { nodes: { ask: ['AttributeCollectorNode', { attributesToCollect: ['mail'] }] } } }],
  invalid: [
    {
      title: 'an empty attribute',
      journey: { nodes: { ask: ['AttributeCollectorNode', { attributesToCollect: ['mail', ' '] }] } },
      finds: 'Attributes to Collect has an empty entry.',
    },
  ],
};
