import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, meta, realmOf, structured } from '../../test/helpers.ts';
import { equalExports } from '../diff/equal-exports.ts';
import { exportJourneys } from '../formats/write.ts';
import { configOf } from '../graph/config.ts';
import { pageChildren } from '../graph/tree.ts';
import { type NodeResource, nodeKey, START_NODE_ID, SUCCESS_NODE_ID } from '../model.ts';
import { EditError, type JourneyDocument, journeyDocument } from './document.ts';
import { addNode, removeNodes, setConfig, setOutcomes } from './nodes.ts';
import { addPageChild, movePageChild, removePageChild, renamePageChild } from './page.ts';
import { connect, disconnect, moveNodes, renameNode, setEntry } from './tree.ts';

const [page, name, password, decision, mail] = [uid(1), uid(2), uid(3), uid(4), uid(5)];
const outcomes = (...ids: string[]) => ids.map((id) => ({ id, displayName: id }));

function library(): JourneyDocument {
  return journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
}
const node = (document: JourneyDocument, id: string): NodeResource => document.nodes[id] ?? expect.fail(`no node ${id}`);

describe('a document', () => {
  it('holds the journey with its nodes and scripts', () => {
    const document = library();
    expect(Object.keys(document.nodes)).toEqual([page, name, password, decision, mail]);
    expect(Object.keys(document.scripts)).toEqual([uid(20)]);
    expect(journeyDocument(realmOf(), 'toString', knowledge)).toBeUndefined();
  });

  it('shares with the one before whatever an edit does not touch', () => {
    const before = library();
    const after = setConfig(
      before,
      mail,
      { ...configOf(node(before, mail)), emailAttribute: 'alias' },
      outcomes('EMAIL_SENT', 'EMAIL_NOT_SENT'),
    ).document;
    expect(after.tree).toBe(before.tree);
    expect(after.scripts).toBe(before.scripts);
    expect(node(after, page)).toBe(node(before, page));
  });

  it('is exported with exactly the edit', () => {
    const realm = realmOf(journeyFiles.aic10);
    const write = () => structured(exportJourneys(realm, ['LibraryLogin'], { format: 'aic', meta }, knowledge));
    const before = write();
    const { document } = setConfig(
      library(),
      mail,
      { ...configOf(node(library(), mail)), emailAttribute: 'alias' },
      outcomes('EMAIL_SENT', 'EMAIL_NOT_SENT'),
    );
    realm.nodes[nodeKey('EmailTemplateNode', mail)] = node(document, mail);
    expect(equalExports(before, write())).toEqual([
      { journey: 'LibraryLogin', place: `nodes.${mail}.emailAttribute`, before: 'mail', after: 'alias' },
    ]);
  });
});

describe('connections', () => {
  it('are made, replaced and removed', () => {
    const { tree } = library();
    const connected = connect(tree, mail, 'EMAIL_NOT_SENT', SUCCESS_NODE_ID);
    expect(connected.nodes?.[mail]?.connections).toMatchObject({ EMAIL_NOT_SENT: SUCCESS_NODE_ID });
    expect(connected.nodes?.[page]).toBe(tree.nodes?.[page]);
    expect(connect(connected, mail, 'EMAIL_NOT_SENT', page).nodes?.[mail]?.connections).toMatchObject({ EMAIL_NOT_SENT: page });
    expect(disconnect(connected, mail, 'EMAIL_NOT_SENT')).toEqual(tree);
  });

  it('that change nothing give the same tree', () => {
    const { tree } = library();
    expect(connect(tree, decision, 'true', SUCCESS_NODE_ID)).toBe(tree);
    expect(disconnect(tree, decision, 'maybe')).toBe(tree);
    expect(setEntry(tree, page)).toBe(tree);
    expect(setEntry(tree, mail).entryNodeId).toBe(mail);
  });

  it('need a node to start from', () => {
    expect(() => connect(library().tree, 'gone', 'a', page)).toThrow(EditError);
    expect(() => disconnect(library().tree, 'toString', 'a')).toThrow('The journey "LibraryLogin" has no node "toString".');
  });
});

describe('nodes', () => {
  const fresh = {
    type: 'MessageNode',
    id: uid(200),
    displayName: 'Hello',
    version: '1.0',
    x: 1.5,
    y: 2,
    config: { message: { en: 'Hi' } },
    outcomes: outcomes('true'),
  };

  it('are added as AM would return them', () => {
    const after = addNode(library(), { ...fresh, typeName: 'Message Node' });
    expect(after.tree.nodes?.[fresh.id]).toEqual({ x: 1.5, y: 2, connections: {}, nodeType: 'MessageNode', displayName: 'Hello', version: '1.0' });
    expect(node(after, fresh.id)).toEqual({
      _id: fresh.id,
      message: { en: 'Hi' },
      _type: { _id: 'MessageNode', name: 'Message Node', collection: true, version: '1.0' },
      _outcomes: outcomes('true'),
    });
    expect(after.tree.entryNodeId).toBe(page);
    expect(() => addNode(after, fresh)).toThrow(EditError);
  });

  it('become the entry of an empty journey', () => {
    expect(addNode({ tree: { _id: 'New' }, nodes: {}, scripts: {} }, fresh).tree.entryNodeId).toBe(fresh.id);
  });

  it('are removed with their connections and everything in a page', () => {
    const { document, dropped } = removeNodes(library(), [page, mail, 'gone']);
    expect(Object.keys(document.nodes)).toEqual([decision]);
    expect(Object.keys(document.tree.nodes ?? {})).toEqual([decision]);
    expect(dropped).toEqual([{ from: decision, outcome: 'false', to: mail }]);
    expect(document.tree).not.toHaveProperty('entryNodeId');
    const before = library();
    expect(removeNodes(before, ['gone']).document).toBe(before);
  });

  it('are moved and renamed, ends and start too', () => {
    const { tree } = library();
    const moved = moveNodes(tree, { [mail]: { x: 0.25, y: 7 }, [START_NODE_ID]: { x: 1, y: 1 } });
    expect([moved.nodes?.[mail]?.x, moved.staticNodes?.[START_NODE_ID]]).toEqual([0.25, { x: 1, y: 1 }]);
    expect(moveNodes(moved, { [mail]: { x: 0.25, y: 7 } })).toBe(moved);
    expect(moveNodes({ _id: 'T' }, { [SUCCESS_NODE_ID]: { x: 1, y: 1 } }).staticNodes).toEqual({ [SUCCESS_NODE_ID]: { x: 1, y: 1 } });
    expect(() => moveNodes(tree, { gone: { x: 0, y: 0 } })).toThrow(EditError);
    expect(renameNode(tree, mail, 'Post').nodes?.[mail]?.displayName).toBe('Post');
    expect(renameNode(tree, mail, 'Tell the desk')).toBe(tree);
  });
});

describe('setConfig', () => {
  it('without a change gives the same document', () => {
    const before = library();
    expect(setConfig(before, mail, configOf(node(before, mail)), outcomes('EMAIL_SENT', 'EMAIL_NOT_SENT')).document).toBe(before);
  });

  it("keeps order and AM's own fields, drops what is gone", () => {
    const { document } = setConfig(
      library(),
      mail,
      { identityAttribute: 'mail', emailTemplateName: 'other' },
      outcomes('EMAIL_SENT', 'EMAIL_NOT_SENT'),
    );
    expect(Object.keys(node(document, mail))).toEqual(['_id', '_type', 'emailTemplateName', 'identityAttribute', '_outcomes']);
  });

  it('cuts the connections of outcomes that are gone, and reports them', () => {
    const { document, dropped } = setConfig(
      library(),
      decision,
      { ...configOf(node(library(), decision)), outcomes: ['true', 'later'] },
      outcomes('true', 'later'),
    );
    expect(dropped).toEqual([{ from: decision, outcome: 'false', to: mail }]);
    expect(document.tree.nodes?.[decision]?.connections).toEqual({ true: SUCCESS_NODE_ID });
    expect(node(document, decision)._outcomes).toEqual(outcomes('true', 'later'));
  });

  it('writes _outcomes where there were none only when they change', () => {
    const before = library();
    const { _outcomes: _, ...bare } = node(before, decision);
    const document = { ...before, nodes: { ...before.nodes, [decision]: bare } };
    const config = { ...configOf(bare), inputs: [] };
    expect(node(setConfig(document, decision, config, outcomes('true', 'false')).document, decision)).not.toHaveProperty('_outcomes');
    expect(node(setConfig(document, decision, config, outcomes('a'), outcomes('true', 'false')).document, decision)._outcomes).toEqual(outcomes('a'));
  });

  it('needs a node', () => {
    expect(() => setConfig(library(), 'gone', {}, [])).toThrow(EditError);
    expect(() => setOutcomes(library(), 'gone', [])).toThrow(EditError);
  });
});

describe('a page', () => {
  const child = { type: 'MessageNode', id: uid(201), displayName: 'Notice', version: '1.0', config: {}, outcomes: outcomes('true', 'false') };
  const children = (document: JourneyDocument) => pageChildren(node(document, page)).map(({ _id }) => _id);

  it('takes a node at any place', () => {
    const { document } = addPageChild(library(), page, child, outcomes('outcome'), 1);
    expect(children(document)).toEqual([name, child.id, password]);
    expect(node(document, child.id)._type._id).toBe('MessageNode');
    expect(children(addPageChild(library(), page, child, outcomes('outcome')).document)).toEqual([name, password, child.id]);
    expect(() => addPageChild(document, page, child, [])).toThrow(EditError);
    expect(() => addPageChild(library(), mail, child, [])).toThrow('has no page');
  });

  it('with another last node has other outcomes, and loses the connections of the old ones', () => {
    const { document, dropped } = addPageChild(library(), page, child, outcomes('true', 'false'));
    expect(dropped).toEqual([{ from: page, outcome: 'outcome', to: decision }]);
    expect(node(document, page)._outcomes).toEqual(outcomes('true', 'false'));
  });

  it('gives nodes up', () => {
    const { document } = removePageChild(library(), page, name, outcomes('outcome'));
    expect([children(document), document.nodes[name]]).toEqual([[password], undefined]);
    const before = library();
    expect(removePageChild(before, page, 'gone', []).document).toBe(before);
  });

  it('changes order', () => {
    expect(children(movePageChild(library(), page, password, 0, outcomes('outcome')).document)).toEqual([password, name]);
    const before = library();
    expect(movePageChild(before, page, password, 1, []).document).toBe(before);
    expect(() => movePageChild(before, page, 'gone', 0, [])).toThrow(EditError);
  });

  it('names its nodes', () => {
    expect(pageChildren(node(renamePageChild(library(), page, name, 'Reader'), page))[0]?.displayName).toBe('Reader');
    const before = library();
    expect(renamePageChild(before, page, name, 'Name')).toBe(before);
    expect(() => renamePageChild(before, page, 'gone', '')).toThrow(EditError);
  });
});
