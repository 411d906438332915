import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { type JourneyDocument, journeyDocument } from '../edit/document.ts';
import { addNode, removeNodes, setConfig } from '../edit/nodes.ts';
import { addPageChild, movePageChild, removePageChild, renamePageChild } from '../edit/page.ts';
import { connect, disconnect, moveNodes, renameNode, setEntry } from '../edit/tree.ts';
import { configOf } from '../graph/config.ts';
import { pageChildren } from '../graph/tree.ts';
import { FAILURE_NODE_ID, type Script, SUCCESS_NODE_ID } from '../model.ts';
import { scriptBody, withScriptBody } from '../script/body.ts';
import { mergeDocuments } from './merge.ts';

const [page, name, password, decision, mail, script] = [uid(1), uid(2), uid(3), uid(4), uid(5), uid(20)];
const LINES = Array.from({ length: 20 }, (_, index) => `var line${index} = ${index};`);

const base = ((): JourneyDocument => {
  const document = journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
  const known = document.scripts[script] ?? expect.fail('no script');
  return { ...document, scripts: { [script]: withScriptBody(known, LINES.join('\n')) } };
})();

type Edit = (document: JourneyDocument) => JourneyDocument;
const onTree =
  (edit: (tree: JourneyDocument['tree']) => JourneyDocument['tree']): Edit =>
  (document) => ({ ...document, tree: edit(document.tree) });
const withField =
  (id: string, field: string, value: string): Edit =>
  (document) => {
    const node = document.nodes[id];
    return node ? { ...document, nodes: { ...document.nodes, [id]: { ...node, [field]: value } } } : document;
  };
const scriptOf = (document: JourneyDocument): Script => document.scripts[script] ?? expect.fail('no script');
const withLine =
  (line: number, text: string): Edit =>
  (document) => ({
    ...document,
    scripts: { [script]: withScriptBody(scriptOf(document), scriptBody(scriptOf(document)).replace(`var line${line} = ${line};`, text)) },
  });
const fresh = (id: string) => ({ type: 'MessageNode', id, displayName: id, config: { a: 1 }, outcomes: [], version: '1.0' });

/** Edits that touch nothing in common: whatever one of two people does of them, the other may do the rest. */
const outcomesOf = (document: JourneyDocument) => (document.nodes[page]?._outcomes ?? []).map(({ id, displayName = id }) => ({ id, displayName }));
const EDITS: readonly Edit[] = [
  onTree((tree) => renameNode(tree, decision, 'Right?')),
  onTree((tree) => renameNode(tree, page, 'Who?')),
  onTree((tree) => connect(tree, decision, 'true', FAILURE_NODE_ID)),
  onTree((tree) => connect(tree, decision, 'new outcome', SUCCESS_NODE_ID)),
  onTree((tree) => disconnect(tree, decision, 'false')),
  onTree((tree) => setEntry(tree, decision)),
  onTree((tree) => moveNodes(tree, { [mail]: { x: -5, y: -6 } })),
  onTree((tree) => ({ ...tree, description: 'Other' })),
  onTree((tree) => ({ ...tree, uiConfig: { ...tree.uiConfig, categories: '["x"]' } })),
  withField(decision, 'one', 'a'),
  withField(decision, 'two', 'b'),
  withField(name, 'label', 'You'),
  (document) => renamePageChild(document, page, password, 'Secret'),
  (document) => addPageChild(document, page, fresh('last'), outcomesOf(document)).document,
  (document) => addPageChild(document, page, fresh('first'), outcomesOf(document), 0).document,
  (document) => addNode(document, { ...fresh('added'), x: 1, y: 2 }),
  withLine(2, 'first change'),
  withLine(9, 'second\nchange'),
  withLine(15, ''),
];
const all = (edits: readonly Edit[]): JourneyDocument => edits.reduce((document, edit) => edit(document), base);
const chosen = (which: readonly boolean[], side: boolean) => EDITS.filter((_, index) => which[index] === side);

describe('two people', () => {
  it('who change different things both get what they did, as if one had done it all', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.boolean()), { minLength: EDITS.length, maxLength: EDITS.length }), (owners) => {
        const [mine, theirs] = [EDITS.filter((_, index) => owners[index] === true), EDITS.filter((_, index) => owners[index] === false)];
        const merged = mergeDocuments(base, all(mine), all(theirs));
        expect(merged.clashes).toEqual([]);
        expect(merged.document).toEqual(all(EDITS.filter((_, index) => owners[index] !== null)));
      }),
    );
  });

  it('who did the same, or one of whom did nothing, are not asked', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: EDITS.length, maxLength: EDITS.length }), (which) => {
        const side = all(chosen(which, true));
        for (const [mine, theirs] of [
          [side, side],
          [base, side],
          [side, base],
        ] as const)
          expect(mergeDocuments(base, mine, theirs)).toEqual({ document: side, clashes: [] });
      }),
    );
  });
});

describe('what both changed is asked for one by one', () => {
  const ask = (mine: JourneyDocument, theirs: JourneyDocument) => {
    const { clashes } = mergeDocuments(base, mine, theirs);
    const by = (side: 'mine' | 'theirs') => mergeDocuments(base, mine, theirs, () => side).document;
    return { places: clashes.map(({ place }) => place), mine: by('mine'), theirs: by('theirs') };
  };

  it('a field, a name, a connection, a setting', () => {
    const side = (value: string, to: string): JourneyDocument =>
      all([
        withField(decision, 'one', value),
        onTree((tree) => renameNode(tree, decision, value)),
        onTree((tree) => connect(tree, decision, 'true', to)),
        onTree((tree) => ({ ...tree, description: value })),
      ]);
    const [mine, theirs] = [side('mine', FAILURE_NODE_ID), side('theirs', mail)];
    const asked = ask(mine, theirs);
    expect(asked.places).toEqual([
      { kind: 'connection', node: decision, outcome: 'true' },
      { kind: 'field', node: decision, path: ['displayName'] },
      { kind: 'field', node: decision, path: ['one'] },
      { kind: 'setting', path: ['description'] },
    ]);
    expect([asked.mine, asked.theirs]).toEqual([mine, theirs]);
  });

  it('each with its own answer', () => {
    const [mine, theirs] = ['mine', 'theirs'].map((value) => all([withField(decision, 'one', value), withField(decision, 'two', value)]));
    if (!mine || !theirs) return;
    const { document } = mergeDocuments(base, mine, theirs, (clash) => (clash.endsWith('one') ? 'mine' : 'theirs'));
    expect(document.nodes[decision]).toMatchObject({ one: 'mine', two: 'theirs' });
  });

  it('the same lines of a script', () => {
    const asked = ask(withLine(3, 'mine')(base), withLine(3, 'theirs')(base));
    expect(asked.places).toEqual([{ kind: 'script', script, path: ['script'] }]);
    expect(scriptBody(scriptOf(asked.theirs))).toContain('theirs');
  });

  it('a node that one deleted and the other changed, or connected to', () => {
    const gone = removeNodes(base, [mail]).document;
    const changed = ask(gone, withField(mail, 'one', 'x')(base));
    expect(changed.places).toEqual([{ kind: 'node', node: mail }]);
    expect([changed.mine, changed.theirs]).toEqual([gone, withField(mail, 'one', 'x')(base)]);
    const connected = onTree((tree) => connect(tree, decision, 'extra', mail))(base);
    const wired = ask(connected, gone);
    expect(wired.places).toEqual([{ kind: 'node', node: mail }]);
    expect([wired.mine, wired.theirs]).toEqual([connected, gone]);
  });

  it('the order of a page, and a node of it that one took out and the other renamed', () => {
    const outcomes = outcomesOf(base);
    const three = addPageChild(base, page, fresh('third'), outcomes).document;
    const [mine, theirs] = [movePageChild(three, page, name, 2, outcomes).document, movePageChild(three, page, 'third', 0, outcomes).document];
    expect(mergeDocuments(three, mine, theirs).clashes.map(({ place }) => place)).toEqual([{ kind: 'field', node: page, path: ['nodes'] }]);
    const out = removePageChild(base, page, password, outcomes).document;
    expect(ask(out, renamePageChild(base, page, password, 'Secret')).places).toContainEqual({ kind: 'field', node: page, path: ['nodes'] });
  });

  it('but not where a node stands', () => {
    const [mine, theirs] = [1, 2].map((x) => onTree((tree) => moveNodes(tree, { [mail]: { x, y: 0 } }))(base));
    if (mine && theirs) expect(mergeDocuments(base, mine, theirs)).toEqual({ document: mine, clashes: [] });
  });

  it('and nothing is left that leads to a deleted node', () => {
    const deleted = removeNodes(base, [decision]).document;
    const other = setConfig(base, mail, { ...configOf(base.nodes[mail] ?? expect.fail()), a: 1 }, []).document;
    const { document, clashes } = mergeDocuments(base, deleted, other);
    expect(clashes).toEqual([]);
    expect(JSON.stringify(document.tree)).not.toContain(decision);
    expect(pageChildren(document.nodes[page] ?? expect.fail())).toHaveLength(2);
  });
});
