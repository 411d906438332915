import { type Clip, copyNodes, freshIds, isCustomType, type JourneyDocument, pasteNodes, removeNodes } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { freeShift, lookupOf, type Point } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { type Kinds, nameOf } from './nodes.ts';

export const nodesInWords = (count: number): string => (count === 1 ? '1 node' : `${count} nodes`);
const what = (kinds: Kinds, document: JourneyDocument, ids: readonly string[]) =>
  ids.length === 1 && ids[0] !== undefined ? nameOf(kinds, document, ids[0]) : nodesInWords(ids.length);

export function clipFrom(kinds: Kinds, document: JourneyDocument, ids: readonly string[]): Clip {
  return copyNodes(document, ids, nodeKnowledge(lookupOf(document, kinds)));
}

export function cutCommand(kinds: Kinds, document: JourneyDocument, ids: readonly string[]): Command {
  return { name: `Cut ${what(kinds, document, ids)}`, apply: (current) => removeNodes(current, ids).document };
}

interface PasteCommand extends Command {
  /** Ids of the new nodes. */
  ids: string[];
}

/**
 * @param document where they are pasted: they come as near to the place as they lie on no other node
 * @param known ids of the realm's scripts, which stay as they are there
 */
export function pasteCommand(kinds: Kinds, document: JourneyDocument, clip: Clip, wanted: Point, known: ReadonlySet<string>): PasteCommand {
  const fresh = freshIds(clip, () => crypto.randomUUID());
  const placed = Object.keys(clip.nodes);
  const [first] = placed;
  const name = placed.length === 1 && first !== undefined ? (clip.nodes[first]?.displayName ?? 'a node') : nodesInWords(placed.length);
  const ids = placed.flatMap((id) => fresh[id] ?? []);
  const shift = freeShift(pasteNodes(document, clip, wanted, fresh, known).document, kinds, ids);
  const at = { x: wanted.x + shift.x, y: wanted.y + shift.y };
  return {
    ids,
    name: `Paste ${name}`,
    apply: (current) => pasteNodes(current, clip, at, fresh, known).document,
  };
}

/** Copies nodes with their settings, what is inside of pages and the connections among them, beside them. */
export function duplicateCommand(kinds: Kinds, document: JourneyDocument, ids: readonly string[]): PasteCommand {
  const clip = clipFrom(kinds, document, ids);
  return { ...pasteCommand(kinds, document, clip, cornerOf(clip), new Set()), name: `Duplicate ${what(kinds, document, Object.keys(clip.nodes))}` };
}

/** Upper left corner of what is in a clip. */
export function cornerOf(clip: Clip): Point {
  const placed = Object.values(clip.nodes);
  return { x: Math.min(...placed.map(({ x = 0 }) => x)), y: Math.min(...placed.map(({ y = 0 }) => y)) };
}

/** Custom node types of a clip that the realm does not have. */
export function missingTypes(kinds: Kinds, clip: Clip): string[] {
  const types = new Set(Object.values(clip.resources).map(({ _type }) => _type._id));
  const known = new Set(kinds.map(({ serviceName }) => `designer-${serviceName}`));
  return [...types].filter((type) => isCustomType(type) && !known.has(type));
}
