import type { RefObject } from 'react';
import { type CanvasHandle, orderOf } from '../../canvas/index.ts';
import type { CommandTarget } from '../../commands/index.ts';
import { icons } from '../../components/index.ts';
import type { EditorStore } from '../store/editorStore.ts';
import { definitionFor, type Kinds, nameOf } from '../store/nodes.ts';

/** The nodes of a journey, for the command palette. */
export function nodeTargets(kinds: Kinds, store: EditorStore, canvas: RefObject<CanvasHandle | null>): CommandTarget[] {
  const { document, id: journey } = store.getState();
  return orderOf(document, kinds).map((id) => {
    const definition = definitionFor(kinds, document, id);
    const icon = icons[definition?.icon ?? 'box'] ?? icons.box;
    return {
      id: `node:${journey}/${id}`,
      title: nameOf(kinds, document, id),
      detail: `${definition?.name ?? 'Node'} in ${journey}`,
      ...(icon ? { icon } : {}),
      go: () => canvas.current?.reveal(id),
    };
  });
}
