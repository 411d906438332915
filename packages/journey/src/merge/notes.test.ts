import { describe, expect, it } from 'vitest';
import type { JourneyDocument } from '../edit/document.ts';
import { addNote, changeNote, removeNotes, setComment } from '../edit/notes.ts';
import type { Tree } from '../model.ts';
import { mergeDocuments } from './merge.ts';

const note = (id: string) => ({ id, text: id, color: 'yellow', x: 0, y: 0, w: 200, h: 80 });
const empty: Tree = { _id: 'Noted', nodes: { node: { nodeType: 'MessageNode', connections: {} } } };
const base = ['a', 'b', 'c'].reduce((tree, id) => addNote(tree, note(id)), empty);
const documentOf = (tree: Tree): JourneyDocument => ({ tree, nodes: {}, scripts: {} });
const merge = (mine: Tree, theirs: Tree, side: 'mine' | 'theirs' = 'mine', from = base) => {
  const { document, clashes } = mergeDocuments(documentOf(from), documentOf(mine), documentOf(theirs), () => side);
  return { notes: JSON.parse(document.tree.uiConfig?.annotations ?? '{}'), clashes };
};

describe('sticky notes that two people changed', () => {
  it('are merged one by one: another note, another property, one more, one less, a comment', () => {
    const mine = addNote(changeNote(base, 'a', { text: 'Mine' }), note('d'));
    const theirs = setComment(removeNotes(changeNote(base, 'a', { color: 'red' }), ['b']), 'node', { text: 'Why?', color: 'blue' }, 'k');
    const { notes, clashes } = merge(mine, theirs);
    expect(clashes).toEqual([]);
    expect(notes.structural.map((entry: { id: string }) => entry.id)).toEqual(['a', 'c', 'd']);
    expect(notes.structural[0]).toMatchObject({ text: 'Mine', color: 'red' });
    expect(notes.forNodes.node).toMatchObject([{ text: 'Why?' }]);
  });

  it('are asked for only where both wrote another text into the same one', () => {
    const [mine, theirs] = [changeNote(base, 'a', { text: 'Mine' }), changeNote(changeNote(base, 'a', { text: 'Theirs' }), 'b', { text: 'Also' })];
    const { notes, clashes } = merge(mine, theirs, 'theirs');
    expect(clashes).toMatchObject([
      { place: { kind: 'setting', path: ['uiConfig', 'annotations', 'structural', 'a', 'text'] }, mine: 'Mine', theirs: 'Theirs' },
    ]);
    expect(notes.structural.map((entry: { text: string }) => entry.text)).toEqual(['Theirs', 'Also', 'c']);
  });

  it('are asked for as a whole where one was deleted and changed, and never for their place', () => {
    const { clashes, notes } = merge(removeNotes(base, ['a']), changeNote(base, 'a', { text: 'Theirs' }));
    expect(clashes.map(({ place }) => place)).toEqual([{ kind: 'setting', path: ['uiConfig', 'annotations', 'structural', 'a'] }]);
    expect(notes.structural).toHaveLength(2);
    expect(merge(changeNote(base, 'a', { x: 1, w: 300 }), changeNote(base, 'a', { x: 2, w: 400 }))).toMatchObject({
      clashes: [],
      notes: { structural: [{ x: 1, w: 300 }, {}, {}] },
    });
  });

  it('are there from both sides where there were none', () => {
    const { notes, clashes } = merge(addNote(empty, note('m')), addNote(empty, note('t')), 'mine', empty);
    expect(clashes).toEqual([]);
    expect(notes.structural.map((entry: { id: string }) => entry.id)).toEqual(['t', 'm']);
  });

  it('text that holds none is asked for as a whole', () => {
    const other = (annotations: string): Tree => ({ ...base, uiConfig: { annotations } });
    const { clashes } = mergeDocuments(documentOf(base), documentOf(other('one')), documentOf(other('two')));
    expect(clashes.map(({ id }) => id)).toEqual(['settings uiConfig annotations']);
  });
});
