import { movePageChild } from '@tandem/journey';
import { settled } from '../fixes.ts';
import type { LintNode } from '../node.ts';
import type { LintRealm } from '../realm.ts';
import type { Examples, Fix, Report, Rule } from '../rule.ts';
import { outcomeName } from '../support.ts';

export const rule: Rule = {
  id: 'page-branches-early',
  title: 'Node with several outcomes is not the last of its page',
  severity: 'error',
  about:
    '“Only the last node in a page can have more than one outcome”: the outcomes of the others lead nowhere. The fix moves the node to the end where it is the only such one.',
  source: 'AM facts 5.3',
  checkNode: (page, { realm }) => {
    const branching = page.children.filter((child) => child.outcomes.length > 1);
    return branching.flatMap((node): Report[] => {
      if (node === page.children.at(-1)) return [];
      const names = node.outcomes.map(({ id }) => outcomeName(node, id)).join(', ');
      return [
        {
          node,
          text: `Only the last node of a page may branch; this one has ${names}.`,
          ...(branching.length === 1 ? { fix: toEnd(page, node, realm) } : {}),
        },
      ];
    });
  },
};

function toEnd(page: LintNode, node: LintNode, realm: LintRealm): Fix {
  return {
    name: `Move ${node.name} to the end of ${page.name}`,
    apply(document) {
      if (!document.nodes[page.id]) return document;
      return settled(movePageChild(document, page.id, node.id, page.children.length - 1, []).document, page.id, realm, page.outcomes);
    },
  };
}

export const examples: Examples = {
  valid: [
    {
      title: 'the last node branches',
      journey: { nodes: { page: ['PageNode', {}, {}, { name: ['UsernameCollectorNode'], sure: ['MessageNode'] }] } },
    },
  ],
  invalid: [
    {
      title: 'the first one does',
      journey: { nodes: { page: ['PageNode', {}, {}, { sure: ['MessageNode'], name: ['UsernameCollectorNode'] }] } },
      finds: 'Only the last node of a page may branch; this one has True, False.',
    },
  ],
};
