import { childrenOf, type Point } from '../canvas/index.ts';
import { announce, refuse } from '../components/index.ts';
import { runAloud } from './runAloud.ts';
import { addChildCommand, moveChildCommand } from './store/commands.ts';
import { pageOf } from './store/nodes.ts';
import { intoPageCommand, outOfPageCommand } from './store/pageCommands.ts';
import { betweenPagesCommand, type Candidate, placeInPage, placeRefusal } from './store/pagePlaces.ts';
import type { PaneTools } from './useCanvasActions.ts';

type PageTools = Pick<PaneTools, 'store' | 'kinds'>;

/** The place before a node of the page, or the last that fits; says why there is none. */
function pagePlace({ kinds, store }: PageTools, page: string, candidate: Candidate, before: string | null): number | null {
  const { document } = store.getState();
  const own = 'node' in candidate ? candidate.node : null;
  const others = childrenOf(document.nodes[page]).filter(({ id }) => id !== own);
  const wanted = others.findIndex(({ id }) => id === before);
  const refusal = wanted < 0 ? null : placeRefusal(kinds, document, page, candidate, wanted);
  const found = wanted < 0 ? placeInPage(kinds, document, page, candidate) : refusal === null ? { index: wanted } : { refusal };
  if ('index' in found) return found.index;
  refuse(found.refusal);
  return null;
}

/** Puts a new node into a page. @returns its id; null when it cannot stand there, which is said */
export function addToPage(tools: PageTools, page: string, type: string, before: string | null = null): string | null {
  const { store, kinds } = tools;
  const index = pagePlace(tools, page, { type }, before);
  if (index === null) return null;
  const command = addChildCommand(kinds, store.getState().document, page, type, index);
  runAloud(store, command);
  store.select({ nodes: [page], edge: null }, command.id);
  return command.id;
}

/** Brings a node of the canvas or of a page into a page, or to another place in its own. @returns false where it cannot stand, which is said */
export function moveToPage(tools: PageTools, page: string, node: string, before: string | null = null): boolean {
  const { store, kinds } = tools;
  if (node === before) return false;
  const { document } = store.getState();
  const index = pagePlace(tools, page, { node }, before);
  if (index === null) return false;
  const from = pageOf(document, node);
  const command =
    from === page
      ? moveChildCommand(kinds, document, page, node, index)
      : from !== null
        ? betweenPagesCommand(kinds, document, from, node, page, index)
        : intoPageCommand(kinds, document, node, page, index);
  runAloud(store, command);
  store.select({ nodes: [page], edge: null }, node);
  return true;
}

/** Moves a node up or down among those of its page, where the page allows it; says why it does not. What is selected stays. */
export function stepOnPage({ store, kinds }: PageTools, page: string, child: string, by: 1 | -1): void {
  const { document } = store.getState();
  const children = childrenOf(document.nodes[page]);
  const index = children.findIndex(({ id }) => id === child) + by;
  if (index < 0 || index >= children.length) return;
  const refusal = placeRefusal(kinds, document, page, { node: child }, index);
  if (refusal !== null) {
    refuse(refusal);
    return;
  }
  const command = moveChildCommand(kinds, document, page, child, index);
  store.run(command);
  announce(`${command.name}: ${index + 1} of ${children.length}`);
}

/** Takes a node out of its page, where it lies on no other: at the place, else below the page. */
export function moveOut({ store, kinds }: PageTools, child: string, reveal: (id: string) => void, at: Point | null = null): void {
  const { document } = store.getState();
  const page = pageOf(document, child);
  if (page === null) return;
  const command = outOfPageCommand(kinds, document, page, child, at ?? undefined);
  runAloud(store, command);
  requestAnimationFrame(() => reveal(child));
}
