import { takingOut } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'illegal-page-child',
  title: 'Node cannot stand in a page',
  severity: 'error',
  about:
    'Pages and inner journeys cannot stand in a page: “Illegal child node type”. Types that AM calls standalone are left alone: real exports hold Select Identity Provider beside a password. The fix takes the node out.',
  source: 'AM facts 1.3 (pageNodeCompatibility) and 5.3',
  checkNode: (page, { realm }) =>
    page.children.flatMap((node): Report[] => {
      const { inPage, name } = node.definition;
      if (inPage !== 'unsupported') return [];
      return [{ node, text: `${name} cannot stand in a page.`, fix: takingOut(node, realm, `Take ${node.name} out of ${page.name}`) }];
    }),
};

export const examples: Examples = {
  valid: [
    { title: 'collectors', journey: { nodes: { page: ['PageNode', {}, {}, { name: ['UsernameCollectorNode'], word: ['PasswordCollectorNode'] }] } } },
  ],
  invalid: [
    {
      title: 'an inner journey',
      journey: { nodes: { page: ['PageNode', {}, {}, { name: ['UsernameCollectorNode'], inner: ['InnerTreeEvaluatorNode', { tree: 'Other' }] }] } },
      finds: 'Inner Tree Evaluator cannot stand in a page.',
    },
  ],
};
