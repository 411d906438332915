import { describe, expect, test } from 'vitest';
import { loopDocument, resource } from '../../testing/documents.ts';
import { countByNode, findProblems } from './problems.ts';

describe('problems', () => {
  test('an unconnected outcome is named, with the fix', () => {
    const problems = findProblems([], loopDocument());
    expect(problems.filter((problem) => problem.node === 'init')).toMatchObject([
      {
        rule: 'unconnected-outcome',
        message: 'Outcome Unknown Subject is not connected: the journey fails there.',
        fix: { label: 'Connect to Failure', outcome: 'unknown' },
      },
    ]);
  });

  test('a wrong value says which field and what would be right, also inside of a page', () => {
    const document = loopDocument();
    const wrong = {
      ...document,
      nodes: {
        ...document.nodes,
        init: resource('BackChannelInitNode', 'init', { tree: 'Other', usernameKey: 'username', timeout: 0 }),
        name: resource('BackChannelInitNode', 'name', { usernameKey: 'u' }),
        page: resource('PageNode', 'page', { nodes: [{ _id: 'name', nodeType: 'BackChannelInitNode', displayName: 'Inside' }] }),
      },
    };
    const problems = findProblems([], wrong).filter((problem) => problem.rule === 'invalid-field');
    expect(problems).toMatchObject([
      { node: 'page', child: 'name', place: 'Ask › Inside', message: 'Journey is required.' },
      { node: 'init', message: 'Max Time (Seconds): A whole number from 1 (s).' },
    ]);
    expect(countByNode(problems).get('init')).toBe(1);
  });

  test('a journey that the realm lacks is named with its field', () => {
    const names = { journeys: ['Elsewhere'], scripts: [], emailTemplates: [] };
    const missing = findProblems([], loopDocument(), names).filter((problem) => problem.rule === 'missing-reference');
    expect(missing).toMatchObject([{ node: 'init', field: 'tree', severity: 'error', message: 'Journey: the realm has no journey “Other”.' }]);
  });

  test('a target that the journey does not have, and a node that nothing leads to', () => {
    const document = loopDocument();
    const page = document.tree.nodes?.page;
    if (!page) throw new Error('The fixture has a page.');
    const wrong = {
      ...document,
      tree: { ...document.tree, nodes: { ...document.tree.nodes, page: { ...page, connections: { outcome: 'nowhere' } } } },
    };
    const rules = findProblems([], wrong).map((problem) => `${problem.rule} ${problem.node}`);
    expect(rules).toContain('unknown-target page');
    expect(rules).toContain('unreachable-node init');
  });
});
