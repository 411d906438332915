import { setting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { fieldsOf } from '../support.ts';

export const rule: Rule = {
  id: 'duplicate-outcome',
  title: 'Outcome or choice is listed twice',
  severity: 'error',
  about: 'Outcomes and choices are told apart by their text: of two alike only one can be connected. The fix keeps the first of each.',
  source: 'AM facts 2.2 (one outcome for each text of a Scripted Decision or Choice Collector)',
  checkNode: (node, { realm }) =>
    fieldsOf(node).flatMap(([field, { kind, label }]): Report[] => {
      const list = node.stored[field];
      if ((kind !== 'outcomes' && field !== 'choices') || !Array.isArray(list)) return [];
      const once = [...new Set(list)];
      const twice = list.filter((entry, index) => list.indexOf(entry) !== index);
      if (twice.length === 0) return [];
      const fix = setting(node, realm, field, once, `Remove repeated ${label.toLowerCase()} of ${node.name}`);
      return [{ node, field, text: `${label}: “${String(twice[0])}” is listed twice.`, fix }];
    }),
};

export const examples: Examples = {
  valid: [{ title: 'different texts', journey: { nodes: { ask: ['ChoiceCollectorNode', { choices: ['a', 'b'] }] } } }],
  invalid: [
    {
      title: 'the same outcome twice',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: 's', outcomes: ['yes', 'no', 'yes'] }] } },
      finds: 'Outcomes: “yes” is listed twice.',
    },
  ],
};
