import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { type JourneyDocument, journeyDocument } from '../edit/document.ts';
import { addNode, removeNodes, setConfig } from '../edit/nodes.ts';
import { addPageChild, movePageChild, renamePageChild } from '../edit/page.ts';
import { connect, moveNodes, renameNode, setEntry } from '../edit/tree.ts';
import { configOf } from '../graph/config.ts';
import { FAILURE_NODE_ID, type Script, START_NODE_ID, SUCCESS_NODE_ID } from '../model.ts';
import { encodeScript, scriptBody, withScriptBody } from '../script/body.ts';
import { diffJourneys, isSameJourney, type JourneyDiff } from './journey-diff.ts';

const [page, name, password, decision, mail, script] = [uid(1), uid(2), uid(3), uid(4), uid(5), uid(20)];
const nothing: JourneyDiff = { nodes: [], connections: [], settings: [], scripts: [], moved: [] };

function library(): JourneyDocument {
  return journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
}
const base = library();
const since = (document: JourneyDocument) => diffJourneys(base, document);
const moved = (document: JourneyDocument, ...ids: string[]): JourneyDocument => ({
  ...document,
  tree: moveNodes(document.tree, Object.fromEntries(ids.map((id, index) => [id, { x: index, y: -7 }]))),
});
const wired = (document: JourneyDocument, from: string, outcome: string, to: string): JourneyDocument => ({
  ...document,
  tree: connect(document.tree, from, outcome, to),
});
const scriptOf = (document: JourneyDocument): Script => document.scripts[script] ?? expect.fail('no script');
const withScript = (changed: Script): JourneyDocument => ({ ...base, scripts: { ...base.scripts, [script]: changed } });

describe('two states of a journey', () => {
  it('are the same when nothing differs', () => {
    expect(since(library())).toEqual(nothing);
  });

  it('do not differ by revisions and by how a source is encoded', () => {
    const other = withScript({ ...scriptOf(base), _rev: '7', script: encodeScript(scriptBody(scriptOf(base)), 'lines') });
    expect(since({ ...other, tree: { ...other.tree, _rev: '9' } })).toEqual(nothing);
  });

  it('differ by a field of the configuration, in objects by the value within', () => {
    const mailed = base.nodes[mail] ?? expect.fail();
    const one = setConfig(base, mail, { ...configOf(mailed), headers: { a: '1', b: '2' } }, []).document;
    const two = setConfig(base, mail, { ...configOf(mailed), headers: { a: '1', b: '3' } }, []).document;
    expect(diffJourneys(one, two).nodes).toMatchObject([
      { id: mail, state: 'changed', fields: [{ path: ['headers', 'b'], before: '2', after: '3' }] },
    ]);
  });

  it('differ by a name, and places on the canvas stand apart', () => {
    const both = moved({ ...base, tree: renameNode(base.tree, decision, 'Right?') }, decision);
    const diff = since(both);
    expect(diff).toMatchObject({ nodes: [{ id: decision, state: 'changed', after: { name: 'Right?' }, fields: [] }], moved: [decision] });
    const places = since(moved(base, decision, START_NODE_ID));
    expect([isSameJourney(places), isSameJourney(diff), places.moved]).toEqual([true, false, [decision, START_NODE_ID]]);
  });

  it('differ by where an outcome leads, the start included', () => {
    const changed = wired({ ...base, tree: setEntry(base.tree, decision) }, decision, 'true', FAILURE_NODE_ID);
    expect(since(changed).connections).toEqual([
      { from: START_NODE_ID, outcome: 'start', before: page, after: decision },
      { from: decision, outcome: 'true', before: base.tree.nodes?.[decision]?.connections?.true, after: FAILURE_NODE_ID },
    ]);
  });

  it('differ by nodes that came and left, with their connections', () => {
    const fresh = {
      type: 'MessageNode',
      id: 'new',
      displayName: 'Hello',
      typeName: 'Message',
      x: 0,
      y: 0,
      config: { a: 1 },
      outcomes: [],
      version: '1.0',
    };
    const added = wired(addNode(base, fresh), 'new', 'true', SUCCESS_NODE_ID);
    expect(since(added)).toMatchObject({
      nodes: [{ id: 'new', state: 'added', after: { type: 'MessageNode', name: 'Hello' } }],
      connections: [{ from: 'new', outcome: 'true', after: SUCCESS_NODE_ID }],
    });
    const removed = since(removeNodes(base, [decision]).document);
    expect(removed.nodes).toMatchObject([{ id: decision, state: 'removed', before: { type: base.tree.nodes?.[decision]?.nodeType } }]);
    expect(removed.connections.every((connection) => connection.after === undefined)).toBe(true);
  });

  it('differ by the contents of a page: which, in which order, under which name', () => {
    const child = { type: 'MessageNode', id: 'new', displayName: 'Hello', typeName: 'Message', config: {}, outcomes: [], version: '1.0' };
    expect(since(addPageChild(base, page, child, []).document).nodes).toMatchObject([
      { id: page, state: 'changed', fields: [], children: { before: [name, password], after: [name, password, 'new'] } },
      { id: 'new', state: 'added', after: { page } },
    ]);
    expect(since(movePageChild(base, page, name, 1, []).document).nodes).toMatchObject([{ id: page, children: { after: [password, name] } }]);
    expect(since(renamePageChild(base, page, name, 'You')).nodes).toMatchObject([{ id: name, before: { page }, after: { page, name: 'You' } }]);
  });

  it('differ by settings and by tags', () => {
    const tree = { ...base.tree, description: 'Other', uiConfig: { ...base.tree.uiConfig, categories: '["x"]' } };
    const paths = since({ ...base, tree }).settings.map(({ path }) => path.join('.'));
    expect(paths.toSorted()).toEqual(['description', 'uiConfig.categories']);
  });

  it('differ by the source of a script, and by what stands beside it', () => {
    const changed = withScriptBody({ ...scriptOf(base), description: 'new' }, `${scriptBody(scriptOf(base))}\n// more`);
    expect(since(withScript(changed)).scripts).toMatchObject([
      { id: script, state: 'changed', source: true, fields: [{ path: ['description'], after: 'new' }] },
    ]);
    expect(since({ ...base, scripts: {} }).scripts).toMatchObject([{ id: script, state: 'removed' }]);
  });
});
