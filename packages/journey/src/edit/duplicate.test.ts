import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import type { NodeResource } from '../model.ts';
import { type JourneyDocument, journeyDocument } from './document.ts';
import { duplicateJourney } from './duplicate.ts';
import { commentsOf, setComment } from './notes.ts';

const [page, name, password, decision] = [uid(1), uid(2), uid(3), uid(4)];
const found = journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge);
if (found === undefined) throw new Error('the fixture has no such journey');
const outcome = `${password}-outcome`;
const original: JourneyDocument = {
  ...found,
  tree: setComment(
    {
      ...found.tree,
      _rev: '7',
      nodes: { ...found.tree.nodes, [page]: { nodeType: 'PageNode', version: '2.0', connections: { [outcome]: decision } } },
    },
    decision,
    { text: 'Ask the desk', color: 'yellow' },
    'c',
  ),
  nodes: {
    ...found.nodes,
    [page]: {
      ...(found.nodes[page] as NodeResource),
      _rev: '7',
      stage: JSON.stringify({ ValidatedCreatePasswordCallback: [{ id: password, confirmPassword: true }] }),
      _outcomes: [{ id: outcome, displayName: 'o' }],
    },
  },
};
let made = 0;
const copy = duplicateJourney(original, 'Twin', () => `new-${++made}`);
const twinOf = (id: string) => Object.keys(copy.nodes)[Object.keys(original.nodes).indexOf(id)] ?? '';

describe('a duplicated journey', () => {
  it('has its own name and nodes, and scripts of both', () => {
    expect(copy.tree._id).toBe('Twin');
    expect(Object.keys(copy.nodes).filter((id) => id in original.nodes)).toEqual([]);
    expect(Object.keys(copy.tree.nodes ?? {}).filter((id) => id in (original.tree.nodes ?? {}))).toEqual([]);
    expect(copy.scripts).toBe(original.scripts);
  });

  it('names no node of the original anywhere, but in the texts that people wrote', () => {
    expect(JSON.stringify([copy.tree, copy.nodes])).not.toMatch(new RegExp([page, name, password, decision].join('|')));
    expect(copy.tree.entryNodeId).toBe(twinOf(original.tree.entryNodeId ?? ''));
  });

  it('keeps how the login page shows the nodes of a page, and the comments at nodes', () => {
    expect(copy.nodes[twinOf(page)]?.stage).toBe(
      JSON.stringify({ ValidatedCreatePasswordCallback: [{ id: twinOf(password), confirmPassword: true }] }),
    );
    expect(commentsOf(copy.tree, twinOf(decision))[0]?.text).toBe('Ask the desk');
  });

  it('connects outcomes of a page of version 2.0 as the original does', () => {
    expect(copy.tree.nodes?.[twinOf(page)]?.connections).toEqual({ [`${twinOf(password)}-outcome`]: twinOf(decision) });
    expect(copy.nodes[twinOf(page)]?._outcomes).toEqual([{ id: `${twinOf(password)}-outcome`, displayName: 'o' }]);
  });

  it('has no revision: that is the original’s', () => {
    expect([copy.tree._rev, copy.nodes[twinOf(page)]?._rev]).toEqual([undefined, undefined]);
  });

  it('leaves a stage that is a mere name, and notes that cannot be read, as they are', () => {
    const odd: JourneyDocument = {
      ...original,
      tree: { ...original.tree, uiConfig: { annotations: 'not JSON' } },
      nodes: { ...original.nodes, [page]: { ...(original.nodes[page] as NodeResource), stage: 'Login1' } },
    };
    const twin = duplicateJourney(odd, 'Twin', () => `odd-${++made}`);
    expect(twin.tree.uiConfig?.annotations).toBe('not JSON');
    expect(Object.values(twin.nodes).map(({ stage }) => stage)).toContain('Login1');
  });
});
