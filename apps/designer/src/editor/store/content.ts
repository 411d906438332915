import type { JourneyDocument, Tree } from '@tandem/journey';
import { useStore } from 'zustand';
import type { EditorStore } from './editorStore.ts';

type Placed = Readonly<Record<string, { x?: number | undefined; y?: number | undefined }>> | undefined;

const unplaced = (value: object): [string, unknown][] => Object.entries(value).filter(([key]) => key !== 'x' && key !== 'y');

function sameFields(a: object, b: object): boolean {
  const [before, after] = [unplaced(a), unplaced(b)];
  return before.length === after.length && before.every(([key, value], index) => after[index]?.[0] === key && after[index]?.[1] === value);
}

function sameNodes(a: Placed, b: Placed): boolean {
  if (a === b) return true;
  const [before, after] = [Object.entries(a ?? {}), Object.entries(b ?? {})];
  return before.length === after.length && before.every(([id, node], index) => after[index]?.[0] === id && sameFields(node, after[index][1]));
}

function sameTree(a: Tree, b: Tree): boolean {
  if (a === b) return true;
  const { nodes, staticNodes, ...rest } = a;
  const { nodes: otherNodes, staticNodes: otherStatic, ...otherRest } = b;
  return sameFields(rest, otherRest) && sameNodes(nodes, otherNodes) && sameNodes(staticNodes, otherStatic);
}

/** Whether two states of a journey say the same, wherever its nodes stand. Parts that are equal have to be the same objects, as a command keeps them. */
export function sayTheSame(a: JourneyDocument, b: JourneyDocument): boolean {
  return a === b || (a.nodes === b.nodes && a.scripts === b.scripts && sameTree(a.tree, b.tree));
}

const known = new WeakMap<EditorStore, JourneyDocument>();

/**
 * What an open journey says, wherever its nodes stand: the same object as long as they are only moved, so that what does not draw places is not drawn
 * again when a node is dropped. Its places may be old: commands are made of the store's document.
 */
export function useContent(store: EditorStore): JourneyDocument {
  return useStore(store, ({ document }) => {
    const before = known.get(store);
    if (before && sayTheSame(before, document)) return before;
    known.set(store, document);
    return document;
  });
}
