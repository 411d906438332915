import { type JourneyDocument, type Script, SUCCESS_NODE_ID, withScriptBody } from '@tandem/journey';
import { expect, it, describe as suite } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { type DiffGroup, describe, fieldItems } from './describe.ts';

const base = loopDocument();
const withNode = (id: string, change: object): JourneyDocument => ({
  ...base,
  tree: { ...base.tree, nodes: { ...base.tree.nodes, [id]: { nodeType: 'MessageNode', ...base.tree.nodes?.[id], ...change } } },
});
const lines = (groups: readonly DiffGroup[]) =>
  groups.flatMap(({ title, items }) =>
    items.map(({ text, details }) => [title, text, ...details.map(({ label, before, after }) => `${label}: ${before} → ${after}`)].join(' / ')),
  );
const said = (after: JourneyDocument) => lines(describe([], base, after));

suite('what is different, in words', () => {
  it('is nothing when nothing is', () => expect(said(loopDocument())).toEqual([]));

  it('names fields by their labels and says both values', () => {
    const nodes = { ...base.nodes, init: { ...base.nodes.init, timeout: 60, note: 'new' } } as JourneyDocument['nodes'];
    expect(said({ ...base, nodes })).toEqual(['Nodes / Changed Start other / Max Time (Seconds): 120 → 60 / note: null → “new”']);
  });

  it('shows long texts where they begin to differ', () => {
    const before = `${'a'.repeat(200)} old end`;
    const after = `${'a'.repeat(200)} new end`;
    expect(fieldItems([{ path: ['help'], before, after }])[0]?.details[0]).toMatchObject({
      before: `… ${'a'.repeat(39)} old end”`,
      after: `… ${'a'.repeat(39)} new end”`,
    });
    const [added] = fieldItems([{ path: ['help'], after: before }])[0]?.details ?? [];
    expect(added).toMatchObject({ before: null, after: `“${'a'.repeat(119)} …` });
  });

  it('says renamed nodes by both names, and connections by what they lead to', () => {
    const next = withNode('wait', { displayName: 'Wait more', connections: { DONE: SUCCESS_NODE_ID } });
    expect(said(next)).toEqual([
      'Nodes / Renamed Wait to Wait more',
      'Connections / Connected elsewhere: Wait more, Done / Leads to: Look → Success',
    ]);
  });

  it('leaves out the connections of a node that is new as a whole', () => {
    expect(said(withNode('new', { displayName: 'Hello', connections: { true: SUCCESS_NODE_ID } }))).toEqual(['Nodes / Added Hello (Message Node)']);
  });

  it('keeps the layout apart', () => expect(said(withNode('wait', { x: 7 }))).toEqual(['Layout / Moved Wait on the canvas']));

  it('shows a script whose source differs line by line', () => {
    const script: Script = { _id: 's', name: 'Decide', script: '"a"' };
    const before = { ...base, scripts: { s: script } };
    const after = { ...base, scripts: { s: withScriptBody(script, 'b') } };
    expect(describe([], before, after)[0]?.items[0]).toMatchObject({ text: 'Changed the script Decide', script: { source: true } });
  });
});
