import type { Examples, Report, Rule } from '../rule.ts';
import { unconfirmedValues } from '../unconfirmed.ts';

export const rule: Rule = {
  id: 'unconfirmed-value',
  title: 'Value whose spelling nobody has confirmed',
  severity: 'info',
  about:
    'Ping’s pages name the choice, but no export or recording that shows how AM writes it is known: AGENT as Subject Type; POST, CUSTOM and NONE as Redirect URL Type are taken from the labels. Look at the node after the import. The export says so, too.',
  source: 'AM facts 9 (1)',
  checkNode: (node) =>
    unconfirmedValues(node.type, node.stored).map(
      ({ field, label, value }): Report => ({
        node,
        field,
        text: `${label}: that AM writes this choice as ${value} is not confirmed. Check it after an import.`,
      }),
    ),
};

export const examples: Examples = {
  valid: [
    {
      title: 'values of real exports',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE', redirectUrlType: 'GET' }] } },
    },
  ],
  invalid: [
    {
      title: 'an agent, by post',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'AGENT', redirectUrlType: 'POST' }] } },
      finds: [
        'Subject Type: that AM writes this choice as AGENT is not confirmed. Check it after an import.',
        'Redirect URL Type: that AM writes this choice as POST is not confirmed. Check it after an import.',
      ],
    },
  ],
};
