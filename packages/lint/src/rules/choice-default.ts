import { setting } from '../fixes.ts';
import type { Examples, Rule } from '../rule.ts';
import { labelOf, text } from '../support.ts';

export const rule: Rule = {
  id: 'choice-default',
  title: 'Default choice is none of the choices',
  severity: 'warning',
  about: 'The choice that is selected at first has to be one of the choices. The fix takes the first one.',
  source: 'AM facts 2.2 (Choice Collector)',
  checkNode(node, { realm }) {
    const { choices } = node.config;
    const standard = text(node, 'defaultChoice');
    if (node.type !== 'ChoiceCollectorNode' || !Array.isArray(choices) || standard === '' || choices.includes(standard)) return [];
    const [first] = choices;
    const label = labelOf(node, 'defaultChoice');
    const fix = typeof first === 'string' ? setting(node, realm, 'defaultChoice', first, `Set ${label} of ${node.name} to ${first}`) : undefined;
    return [{ node, field: 'defaultChoice', text: `${label}: “${standard}” is none of the choices.`, fix }];
  },
};

export const examples: Examples = {
  valid: [
    { title: 'one of them', journey: { nodes: { ask: ['ChoiceCollectorNode', { choices: ['mail', 'phone'], defaultChoice: 'phone' }] } } },
    { title: 'none set', journey: { nodes: { ask: ['ChoiceCollectorNode', { choices: ['mail', 'phone'] }] } } },
  ],
  invalid: [
    {
      title: 'another word',
      journey: { nodes: { ask: ['ChoiceCollectorNode', { choices: ['mail', 'phone'], defaultChoice: 'sms' }] } },
      finds: 'Default Choice: “sms” is none of the choices.',
    },
  ],
};
