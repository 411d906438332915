import { addNote, changeNote, type JourneyDocument, removeNotes, type StickyNote, setComment, type Tree } from '@tandem/journey';
import type { Point } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { type Kinds, nameOf } from './nodes.ts';

/** Of a new note. */
export const NOTE_SIZE = { width: 220, height: 100 };

const onTree =
  (change: (tree: Tree) => Tree) =>
  (document: JourneyDocument): JourneyDocument => {
    const tree = change(document.tree);
    return tree === document.tree ? document : { ...document, tree };
  };

export function addNoteCommand({ x, y }: Point): Command & { id: string } {
  const id = crypto.randomUUID();
  return {
    id,
    name: 'Add a sticky note',
    apply: onTree((tree) => addNote(tree, { id, text: '', color: 'yellow', x, y, w: NOTE_SIZE.width, h: NOTE_SIZE.height })),
  };
}

/** @param what in words: "the color of a note" */
export function changeNoteCommand(id: string, change: Partial<Omit<StickyNote, 'id'>>, what: string): Command {
  const group = change.text === undefined && change.color !== undefined ? undefined : `note:${id}:${Object.keys(change).join()}`;
  return { name: `Change ${what}`, ...(group === undefined ? {} : { group }), apply: onTree((tree) => changeNote(tree, id, change)) };
}

/** All of them at once, one step. */
export function colorNotesCommand(ids: readonly string[], color: string): Command {
  const change = (tree: Tree) => ids.reduce((rest, id) => changeNote(rest, id, { color }), tree);
  return { name: ids.length === 1 ? 'Change the color of a note' : `Change the color of ${ids.length} notes`, apply: onTree(change) };
}

/** @param at which of the node's comments; as many as there are: a further one */
export function commentCommand(kinds: Kinds, document: JourneyDocument, node: string, text: string, color: string, at = 0): Command {
  const id = crypto.randomUUID();
  return {
    name: `${text === '' ? 'Delete a comment' : 'Comment'} on ${nameOf(kinds, document, node)}`,
    group: `comment:${node}:${at}:${color}`,
    apply: onTree((tree) => setComment(tree, node, { text, color }, id, at)),
  };
}

export const removeNotesOf = (document: JourneyDocument, ids: readonly string[]): JourneyDocument =>
  onTree((tree) => removeNotes(tree, ids))(document);

export const moveNotesOf = (document: JourneyDocument, moves: readonly (Point & { id: string })[]): JourneyDocument =>
  onTree((tree) => moves.reduce((rest, { id, x, y }) => changeNote(rest, id, { x, y }), tree))(document);
