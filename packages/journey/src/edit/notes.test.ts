import { describe, expect, it } from 'vitest';
import type { Tree } from '../model.ts';
import { addNote, canAnnotate, changeNote, commentsOf, removeNotes, setComment } from './notes.ts';

const note = { id: 'n', text: 'Ask first', color: 'yellow', x: 1.5, y: 2, w: 200, h: 80 };
const bare: Tree = { _id: 'T', uiConfig: { categories: '[]', 'x-more': 1 } };
const annotations = (tree: Tree) => JSON.parse(tree.uiConfig?.annotations ?? 'null') as unknown;
const stored = (value: unknown): Tree => ({ ...bare, uiConfig: { ...bare.uiConfig, annotations: JSON.stringify(value) } });

describe('sticky notes', () => {
  it('are kept as AIC keeps them', () => {
    const tree = addNote(bare, note);
    expect(annotations(tree)).toEqual({ forNodes: {}, structural: [{ ...note, createdBy: 'Tandem' }] });
    expect(tree.uiConfig).toMatchObject({ categories: '[]', 'x-more': 1 });
  });

  it('are changed and removed; fields that nobody here knows stay', () => {
    const before = stored({ forNodes: {}, structural: [{ ...note, 'x-pin': true }, { odd: 1 }], 'x-all': 2 });
    const after = changeNote(before, 'n', { text: 'Now', w: 300 });
    expect(annotations(after)).toEqual({ forNodes: {}, structural: [{ ...note, text: 'Now', w: 300, 'x-pin': true }, { odd: 1 }], 'x-all': 2 });
    expect(annotations(removeNotes(after, ['n']))).toEqual({ forNodes: {}, structural: [{ odd: 1 }], 'x-all': 2 });
  });

  it('that stay as they are give the same tree', () => {
    const tree = addNote(bare, note);
    expect(changeNote(tree, 'n', { text: 'Ask first', x: 1.5 })).toBe(tree);
    expect(changeNote(tree, 'gone', { text: 'x' })).toBe(tree);
    expect(removeNotes(tree, ['gone'])).toBe(tree);
  });

  it('in text that cannot be read are left alone', () => {
    for (const text of ['no json', '[]', '{"structural":{}}']) {
      const tree = { ...bare, uiConfig: { annotations: text } };
      expect(canAnnotate(tree)).toBe(false);
      expect(() => addNote(tree, note)).toThrow('cannot be read');
    }
    expect(canAnnotate({ _id: 'T' })).toBe(true);
  });
});

describe('a comment at a node', () => {
  it('is set, changed and taken away', () => {
    const one = setComment(bare, 'a', { text: 'Why?', color: 'blue' }, 'c');
    expect(annotations(one)).toEqual({ forNodes: { a: [{ id: 'c', createdBy: 'Tandem', text: 'Why?', color: 'blue' }] }, structural: [] });
    expect(commentsOf(one, 'a')).toEqual([{ text: 'Why?', color: 'blue' }]);
    expect(commentsOf(one, 'toString')).toEqual([]);
    expect(setComment(one, 'a', { text: 'Why?', color: 'blue' }, 'd')).toBe(one);
    expect(annotations(setComment(one, 'a', { text: '', color: 'blue' }, 'd'))).toEqual({ forNodes: {}, structural: [] });
    expect(setComment(bare, 'a', { text: '', color: 'blue' }, 'd')).toBe(bare);
  });

  it('keeps the shape it came in, and others beside it', () => {
    const single = setComment(stored({ forNodes: { a: { text: 'x', more: 1 } }, structural: [] }), 'a', { text: 'y', color: 'red' }, 'c');
    expect(annotations(single)).toEqual({ forNodes: { a: { text: 'y', more: 1, color: 'red' } }, structural: [] });
    const several = stored({ forNodes: { a: [{ text: 'x', createdBy: 'ada' }, { odd: 1 }, { text: 'z' }] } });
    expect(commentsOf(several, 'a')).toEqual([
      { text: 'x', color: 'yellow', author: 'ada' },
      { text: 'z', color: 'yellow' },
    ]);
    expect(annotations(setComment(several, 'a', { text: 'y', color: 'red' }, 'c', 1))).toEqual({
      forNodes: { a: [{ text: 'x', createdBy: 'ada' }, { odd: 1 }, { text: 'y', color: 'red' }] },
      structural: [],
    });
    const strange = setComment(stored({ forNodes: { a: { odd: 1 } } }), 'a', { text: 'y', color: 'red' }, 'c');
    expect((annotations(strange) as { forNodes: { a: unknown[] } }).forNodes.a).toEqual([{ odd: 1 }, expect.objectContaining({ text: 'y' })]);
    const shorter = setComment(stored({ forNodes: { a: [{ text: 'x' }, { text: 'z' }] } }), 'a', { text: '', color: 'red' }, 'c');
    expect(annotations(shorter)).toEqual({ forNodes: { a: [{ text: 'z' }] }, structural: [] });
  });

  it('are answered: each of several is changed and taken away by itself, and a further one comes last', () => {
    const first = setComment(bare, 'a', { text: 'Why?', color: 'blue' }, 'c');
    const two = setComment(first, 'a', { text: 'Because', color: 'yellow' }, 'd', 1);
    expect(commentsOf(two, 'a').map(({ text }) => text)).toEqual(['Why?', 'Because']);
    const changed = setComment(two, 'a', { text: 'Because.', color: 'yellow' }, 'e', 1);
    expect((annotations(changed) as { forNodes: { a: unknown[] } }).forNodes.a[1]).toMatchObject({ id: 'd', text: 'Because.' });
    expect(commentsOf(setComment(changed, 'a', { text: '', color: 'blue' }, 'f'), 'a')).toEqual([{ text: 'Because.', color: 'yellow' }]);
  });
});
