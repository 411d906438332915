import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf, refusal } from '../../test/helpers.ts';
import { pageChildren } from '../graph/tree.ts';
import { FAILURE_NODE_ID, type NodeResource, SUCCESS_NODE_ID } from '../model.ts';
import { copyNodes } from './clip.ts';
import { type JourneyDocument, journeyDocument } from './document.ts';
import { freshIds, pasteNodes } from './paste.ts';
import { readClip } from './read-clip.ts';

const [page, name, password, decision, mail, script] = [uid(1), uid(2), uid(3), uid(4), uid(5), uid(20)];
const library = (): JourneyDocument => journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
const empty: JourneyDocument = { tree: { _id: 'Other' }, nodes: {}, scripts: {} };
const none: ReadonlySet<string> = new Set();

/** Ids are the old ones with a mark. */
function paste(into: JourneyDocument, clip: ReturnType<typeof copyNodes>, known = none) {
  const ids = Object.fromEntries(Object.keys(freshIds(clip, () => 'x')).map((id) => [id, `${id}*`]));
  return pasteNodes(into, clip, { x: 1000, y: 500.5 }, ids, known);
}

describe('a copy', () => {
  it('holds the nodes, what is inside of pages, the connections among them and their scripts', () => {
    const clip = copyNodes(library(), [page, decision], knowledge);
    expect(Object.keys(clip.nodes)).toEqual([page, decision]);
    expect(Object.keys(clip.resources)).toEqual([page, name, password, decision]);
    expect(clip.nodes[page]?.connections).toEqual({ outcome: decision });
    expect(clip.nodes[decision]?.connections).toEqual({ true: SUCCESS_NODE_ID });
    expect(Object.keys(clip.scripts)).toEqual([script]);
  });

  it('keeps connections to Success and Failure, which every journey has, also of a single node', () => {
    expect(copyNodes(library(), [decision, mail], knowledge).nodes[decision]?.connections).toEqual({ true: SUCCESS_NODE_ID, false: mail });
    expect(copyNodes(library(), [mail], knowledge).nodes[mail]?.connections).toEqual({ EMAIL_SENT: FAILURE_NODE_ID });
  });

  it('survives as text', () => {
    const clip = copyNodes(library(), [page, decision, mail], knowledge);
    expect(readClip(JSON.stringify(clip), knowledge)).toEqual(clip);
  });
});

describe('pasting', () => {
  it('into another journey gives new nodes with the same settings at the same distances', () => {
    const { document, ids } = paste(empty, copyNodes(library(), [page, decision, mail], knowledge));
    expect(ids).toEqual([`${page}*`, `${decision}*`, `${mail}*`]);
    expect(document.tree.nodes?.[`${page}*`]).toMatchObject({
      x: 1000,
      y: 500.75,
      connections: { outcome: `${decision}*` },
      displayName: 'Login page',
    });
    expect(document.tree.nodes?.[`${mail}*`]).toMatchObject({ x: 1390, y: 500.5 });
    const { _rev, ...settings } = library().nodes[mail] as NodeResource;
    expect(document.nodes[`${mail}*`]).toEqual({ ...settings, _id: `${mail}*` });
    expect(pageChildren(document.nodes[`${page}*`] as NodeResource).map(({ _id }) => _id)).toEqual([`${name}*`, `${password}*`]);
    expect(document.nodes[`${password}*`]).toMatchObject({ _id: `${password}*`, passwordAttribute: 'password' });
    expect(document.tree.entryNodeId).toBe(`${page}*`);
  });

  it('leads to the ends of the journey that it goes into, and from its Start where that led nowhere', () => {
    const clip = copyNodes(library(), [mail, decision, page], knowledge);
    const unled: JourneyDocument = { ...empty, tree: { _id: 'Other', nodes: { lone: { nodeType: 'PollingWaitNode', connections: {} } } } };
    const { tree } = paste(unled, clip).document;
    expect(tree.entryNodeId).toBe(`${page}*`);
    expect(tree.nodes?.[`${decision}*`]?.connections).toEqual({ true: SUCCESS_NODE_ID, false: `${mail}*` });
    const led: JourneyDocument = { ...empty, tree: { ...unled.tree, entryNodeId: 'lone' } };
    expect(paste(led, clip).document.tree.entryNodeId).toBe('lone');
    expect(paste(unled, copyNodes(library(), [mail], knowledge)).document.tree.entryNodeId).toBeUndefined();
  });

  it('begins an empty journey with the node that Start led to, also where a loop leads back to it', () => {
    const looped = library();
    const back = {
      ...looped,
      tree: {
        ...looped.tree,
        nodes: { ...looped.tree.nodes, [mail]: { ...looped.tree.nodes?.[mail], nodeType: 'EmailTemplateNode', connections: { EMAIL_SENT: page } } },
      },
    };
    expect(paste(empty, copyNodes(back, [decision, mail, page], knowledge)).document.tree.entryNodeId).toBe(`${page}*`);
  });

  it('into the same journey leaves every other node as it was', () => {
    const before = library();
    const { document } = paste(before, copyNodes(before, [mail], knowledge));
    expect(document.tree.nodes?.[mail]).toBe(before.tree.nodes?.[mail]);
    expect(document.nodes[decision]).toBe(before.nodes[decision]);
    expect(document.tree.entryNodeId).toBe(page);
  });

  it('brings scripts that neither the journey nor the realm has, and no others', () => {
    const clip = copyNodes(library(), [decision], knowledge);
    expect(paste(empty, clip).scripts).toEqual([script]);
    expect(paste(empty, clip).document.scripts[script]?.name).toBe(library().scripts[script]?.name);
    expect(paste(empty, clip, new Set([script])).document.scripts).toEqual({});
    const own = { ...empty, scripts: { [script]: { _id: script, name: 'Mine', script: '' } } };
    expect(paste(own, clip).document.scripts[script]?.name).toBe('Mine');
  });

  it('renames what a page of version 2.0 says about the nodes inside: outcomes, connections, how they are shown', () => {
    const before = library();
    const old = before.nodes[page] as NodeResource;
    const outcome = `${password}-outcome`;
    const newer: JourneyDocument = {
      ...before,
      tree: {
        ...before.tree,
        nodes: { ...before.tree.nodes, [page]: { nodeType: 'PageNode', version: '2.0', connections: { [outcome]: decision } } },
      },
      nodes: {
        ...before.nodes,
        [page]: { ...old, stage: JSON.stringify({ ChoiceCallback: [{ id: name }] }), _outcomes: [{ id: outcome, displayName: 'o' }] },
      },
    };
    const { document } = paste(empty, copyNodes(newer, [page, decision], knowledge));
    expect(document.tree.nodes?.[`${page}*`]?.connections).toEqual({ [`${password}*-outcome`]: `${decision}*` });
    expect(document.nodes[`${page}*`]?._outcomes).toEqual([{ id: `${password}*-outcome`, displayName: 'o' }]);
    expect(document.nodes[`${page}*`]?.stage).toBe(JSON.stringify({ ChoiceCallback: [{ id: `${name}*` }] }));
  });

  it('of nothing changes nothing', () => {
    expect(paste(empty, copyNodes(library(), ['gone'], knowledge)).document).toBe(empty);
  });
});

describe('text that is pasted', () => {
  it('may be an export: all of its nodes, with their way to Success and Failure', () => {
    const clip = readClip(journeyFiles.aic10, knowledge);
    expect(clip.nodes[mail]?.connections).toEqual({ EMAIL_SENT: FAILURE_NODE_ID });
    expect(clip.entry).toBe(page);
    expect(Object.keys(clip.resources)).toEqual([page, name, password, decision, mail]);
    expect(Object.keys(clip.scripts)).toEqual([script]);
    expect(Object.keys(readClip(journeyFiles.frodo3Single, knowledge).nodes).length).toBeGreaterThan(0);
  });

  it('may be nodes of an export alone: those of a page go into it', () => {
    const { nodes } = library();
    const one = readClip(JSON.stringify(nodes[mail]), knowledge);
    expect(one.nodes[mail]).toMatchObject({ nodeType: 'EmailTemplateNode', displayName: 'Email Template Node' });
    expect(Object.keys(readClip(JSON.stringify(nodes), knowledge).nodes)).toEqual([page, decision, mail]);
  });

  it('is refused with what is wrong and what would be right', () => {
    expect(refusal(() => readClip('hello', knowledge)).code).toBe('not-json');
    expect(refusal(() => readClip('{"a": 1}', knowledge)).issues[0]).toMatchObject({
      message: expect.stringContaining('no nodes'),
      expected: expect.stringContaining('export'),
    });
    expect(refusal(() => readClip('[]', knowledge)).code).toBe('not-an-export');
    expect(refusal(() => readClip('{"tandem":"nodes","version":1,"nodes":{"a":{}},"resources":{}}', knowledge)).issues[0]?.field).toBe(
      'nodes.a.nodeType',
    );
    expect(refusal(() => readClip('{"tandem":"nodes","version":9}', knowledge)).code).toBe('invalid');
    const twisted = { tandem: 'nodes', version: 1, nodes: {}, resources: { a: { _id: 'b', _type: { _id: 'T' } } } };
    expect(refusal(() => readClip(JSON.stringify(twisted), knowledge)).issues[0]?.message).toContain('calls itself "b"');
  });
});
