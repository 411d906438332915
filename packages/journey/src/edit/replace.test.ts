import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { type Outcome, START_NODE_ID, SUCCESS_NODE_ID } from '../model.ts';
import { EditError, type JourneyDocument, journeyDocument } from './document.ts';
import { addNode } from './nodes.ts';
import { insertOnConnection, isLoose, matchOutcomes, replaceNode } from './replace.ts';
import { connect } from './tree.ts';

const [page, name, decision, mail, fresh] = [uid(1), uid(2), uid(4), uid(5), uid(300)];
const library = (): JourneyDocument => journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
const outcomes = (...ids: string[]): Outcome[] => ids.map((id) => ({ id, displayName: id }));
const node = (...ids: string[]) => ({ type: 'MessageNode', id: fresh, displayName: 'New', version: '1.0', config: {}, outcomes: outcomes(...ids) });

describe('outcomes of another type stand for the old ones', () => {
  it('by id, then by name, then as the only one for the only one', () => {
    expect([...matchOutcomes(outcomes('true', 'false'), outcomes('false', 'true'))]).toEqual([
      ['true', 'true'],
      ['false', 'false'],
    ]);
    expect([
      ...matchOutcomes(
        [{ id: 'EMAIL_SENT', displayName: 'Email_Sent' }, ...outcomes('x')],
        [...outcomes('y'), { id: 's', displayName: 'Email sent' }],
      ),
    ]).toEqual([['EMAIL_SENT', 's']]);
    expect([...matchOutcomes(outcomes('outcome'), outcomes('DONE'))]).toEqual([['outcome', 'DONE']]);
  });

  it('and none is guessed', () => {
    expect(matchOutcomes(outcomes('outcome'), outcomes('true', 'false')).size).toBe(0);
    expect(matchOutcomes(outcomes('a', 'b'), outcomes('c')).size).toBe(0);
  });
});

describe('replacing a node', () => {
  it('keeps its place, what leads to it and the connections that fit; the others are told', () => {
    const { document, dropped } = replaceNode(library(), decision, node('true', 'later'), outcomes('true', 'false'));
    expect(document.tree.nodes?.[decision]).toBeUndefined();
    expect(document.nodes[decision]).toBeUndefined();
    expect(document.tree.nodes?.[fresh]).toMatchObject({ x: 400, y: 100, connections: { true: SUCCESS_NODE_ID } });
    expect(document.tree.nodes?.[page]?.connections).toEqual({ outcome: fresh });
    expect(dropped).toEqual([{ from: decision, outcome: 'false', to: mail }]);
  });

  it('keeps the start of the journey, and takes the nodes of a page away with it', () => {
    const { document } = replaceNode(library(), page, node('DONE'), outcomes('outcome'));
    expect(document.tree.entryNodeId).toBe(fresh);
    expect(document.nodes[name]).toBeUndefined();
    expect(document.tree.nodes?.[fresh]?.connections).toEqual({ DONE: decision });
  });

  it('that leads back to itself leads to the new one, once', () => {
    const before = library();
    const looped = { ...before, tree: connect(before.tree, decision, 'false', decision) };
    expect(replaceNode(looped, decision, node('false'), outcomes('true', 'false')).document.tree.nodes?.[fresh]?.connections).toEqual({
      false: fresh,
    });
    expect(() => replaceNode(before, 'gone', node(), [])).toThrow(EditError);
  });
});

describe('inserting a node on a connection', () => {
  const placed = () => addNode(library(), { ...node('true', 'false'), x: 1, y: 2 });

  it('leads from the one to it and on to the other', () => {
    const { tree } = insertOnConnection(placed(), decision, 'false', fresh, 'true');
    expect(tree.nodes?.[decision]?.connections).toEqual({ true: SUCCESS_NODE_ID, false: fresh });
    expect(tree.nodes?.[fresh]?.connections).toEqual({ true: mail });
  });

  it('at the start makes it the first of the journey', () => {
    const { tree } = insertOnConnection(placed(), START_NODE_ID, 'start', fresh, 'true');
    expect([tree.entryNodeId, tree.nodes?.[fresh]?.connections]).toEqual([fresh, { true: page }]);
  });

  it('without outcomes leads nowhere on; without a connection it is refused', () => {
    expect(insertOnConnection(placed(), decision, 'false', fresh, undefined).tree.nodes?.[fresh]?.connections).toEqual({});
    expect(() => insertOnConnection(placed(), decision, 'maybe', fresh, 'true')).toThrow('no connection');
    expect(() => insertOnConnection(placed(), decision, 'false', 'gone', 'true')).toThrow('no node');
  });

  it('by dropping is for nodes that stand alone', () => {
    expect([isLoose(placed(), fresh), isLoose(placed(), decision), isLoose(placed(), page), isLoose(placed(), SUCCESS_NODE_ID)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
