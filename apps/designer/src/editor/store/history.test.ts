import { describe, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { apply, type Command, closeGroup, noHistory, redo, undo } from './history.ts';

const describeAs = (text: string, group?: string): Command => ({
  name: `Describe ${text}`,
  ...(group ? { group } : {}),
  apply: (document) => ({ ...document, tree: { ...document.tree, description: text } }),
});

describe('history of an edited journey', () => {
  test('undo and redo give back the very documents and name what they did', () => {
    const first = loopDocument();
    const second = apply(first, noHistory, describeAs('a'));
    const back = undo(second.history);
    expect(back?.step.before).toBe(first);
    expect(back?.step.name).toBe('Describe a');
    expect(redo(back?.history ?? noHistory)?.step.after).toBe(second.document);
  });

  test('typing in one field is one step until the field loses the focus', () => {
    let state = apply(loopDocument(), noHistory, describeAs('a', 'description'));
    state = apply(state.document, state.history, describeAs('ab', 'description'));
    expect(state.history.past).toHaveLength(1);
    state = apply(state.document, closeGroup(state.history), describeAs('abc', 'description'));
    expect(state.history.past).toHaveLength(2);
  });

  test('a command without effect leaves no step, a new one ends what could be redone', () => {
    const document = loopDocument();
    expect(apply(document, noHistory, { name: 'Nothing', apply: (same) => same }).history.past).toHaveLength(0);
    const done = apply(document, noHistory, describeAs('a'));
    const undone = undo(done.history);
    expect(apply(document, undone?.history ?? noHistory, describeAs('b')).history.future).toHaveLength(0);
  });
});
