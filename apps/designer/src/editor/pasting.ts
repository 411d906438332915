import { type Clip, ImportRefused, readClip } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { lookupOf, type Point } from '../canvas/index.ts';
import { toast } from '../components/index.ts';
import { cornerOf, missingTypes, nodesInWords, pasteCommand } from './store/clipCommands.ts';
import type { PaneTools } from './useCanvasActions.ts';

/** Where pasted nodes come: beside where they were copied, else into the middle of the view. */
function placeFor({ store, canvas }: PaneTools, clip: Clip): Point {
  const { document } = store.getState();
  const corner = cornerOf(clip);
  const placed = Object.values(clip.nodes);
  const width = Math.max(...placed.map(({ x = 0 }) => x)) - corner.x;
  const height = Math.max(...placed.map(({ y = 0 }) => y)) - corner.y;
  const middle = canvas.current?.center() ?? { x: 300, y: 200 };
  const isHome = clip.journey === document.tree._id;
  return isHome ? corner : { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2) };
}

/**
 * Puts what the text holds into the journey and selects it.
 * @returns why it cannot be, in words; null when it was
 */
export function pasteNow(tools: PaneTools, text: string): ImportRefused | null {
  const { store, kinds, canvas, resources } = tools;
  const { document } = store.getState();
  try {
    const clip = readClip(text, nodeKnowledge(lookupOf(document, kinds)));
    const command = pasteCommand(kinds, document, clip, placeFor(tools, clip), new Set(resources.scripts.map(({ id }) => id)));
    store.run(command);
    const brought = Object.keys(store.getState().document.scripts).length - Object.keys(document.scripts).length;
    const missing = missingTypes(kinds, clip);
    const scripts = brought === 0 ? '' : ` with ${brought === 1 ? 'a script' : `${brought} scripts`}`;
    const types = missing.length === 0 ? '' : `. This realm lacks the custom node type ${missing.join(', ')}`;
    toast(`Pasted ${nodesInWords(command.ids.length)}${scripts}${types}`);
    // What keys do next is about the pasted nodes, not about the one that had the focus.
    canvas.current?.focus();
    store.select({ nodes: command.ids, edge: null });
    const [first] = command.ids;
    if (first !== undefined) requestAnimationFrame(() => canvas.current?.show(first));
    return null;
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
}
