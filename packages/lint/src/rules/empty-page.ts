import { PAGE_TYPE } from '@tandem/journey';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'empty-page',
  title: 'Page has no nodes',
  severity: 'error',
  about: 'A run ends at an empty page with “This page has no nodes in it, so cannot proceed”.',
  source: 'AM facts 5.3',
  checkNode: (node) =>
    node.type === PAGE_TYPE && node.resource && node.children.length === 0
      ? [{ node, text: 'The page is empty: put a node into it, or a run ends here.' }]
      : [],
};

export const examples: Examples = {
  valid: [{ title: 'with a node', journey: { nodes: { page: ['PageNode', {}, {}, { name: ['UsernameCollectorNode'] }] } } }],
  invalid: [{ title: 'without', journey: { nodes: { page: ['PageNode'] } }, finds: 'The page is empty: put a node into it, or a run ends here.' }],
};
