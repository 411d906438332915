import { START_NODE_ID } from '@tandem/journey';
import { connectionKey, ENTRY_OUTCOME } from './edges.ts';
import type { Onto } from './types.ts';

export interface DropTarget {
  onto: Onto;
  element: Element;
}

/** The page or the connection that an element belongs to. */
function targetOf(element: Element): DropTarget | null {
  const page = element.closest('[data-page]');
  if (page) {
    const child = element.closest('[data-child-id]');
    return { onto: { page: page.getAttribute('data-node-id') ?? '', before: child?.getAttribute('data-child-id') ?? null }, element: child ?? page };
  }
  const wire = element.closest('[data-connection], [data-entry]');
  if (!wire) return null;
  const entry = wire.getAttribute('data-entry');
  const connection = entry === null ? (wire.getAttribute('data-connection') ?? '') : connectionKey(START_NODE_ID, ENTRY_OUTCOME, entry);
  return { onto: { connection }, element: wire };
}

/**
 * What lies at a point of the screen and can take something up: the topmost node counts, connections where there is none.
 *
 * @param without id of the node that is being dragged, which lies above everything
 */
export function dropTargetAt({ x, y }: { x: number; y: number }, without: string | null = null): DropTarget | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const node = element.closest('[data-node-id]');
    if (node?.getAttribute('data-node-id') === without && without !== null) continue;
    const found = targetOf(element);
    if (found || node) return found;
  }
  return null;
}

let marked: Element | null = null;

/** Marks what would take up the thing that is being dragged; not by rendering, since pointers move often. */
export function markDropTarget(element: Element | null): void {
  if (marked === element) return;
  marked?.removeAttribute('data-drop');
  element?.setAttribute('data-drop', '');
  marked = element;
}
