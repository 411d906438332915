import { type Clip, ImportRefused, readClip } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { lookupOf, type Point } from '../canvas/index.ts';
import { toast } from '../components/index.ts';
import { clipFrom, cornerOf, cutCommand, missingTypes, nodesInWords, pasteCommand } from './store/clipCommands.ts';
import type { PaneTools } from './useCanvasActions.ts';

/** What was copied last here, for browsers that let no page read the clipboard. */
let lastCopied: string | null = null;

/** Text for the clipboard; null when there is nothing to copy. */
function textOf({ store, kinds }: PaneTools, ids: readonly string[], done: string, indent?: number): string | null {
  const clip = clipFrom(kinds, store.getState().document, ids);
  const count = Object.keys(clip.nodes).length;
  if (count === 0) return null;
  lastCopied = JSON.stringify(clip, null, indent);
  toast(`${done} ${nodesInWords(count)}`);
  return lastCopied;
}

/** The nodes as text for the clipboard; null when there is nothing to copy. */
export function copyText(tools: PaneTools, ids: readonly string[], indent?: number): string | null {
  return textOf(tools, ids, 'Copied', indent);
}

/** The same, and takes the nodes away. */
export function cutText(tools: PaneTools, ids: readonly string[]): string | null {
  const { store, kinds, canvas } = tools;
  const text = textOf(tools, ids, 'Cut');
  if (text === null) return null;
  const { document } = store.getState();
  const placed = ids.filter((id) => document.tree.nodes?.[id] !== undefined && document.nodes[id] !== undefined);
  store.run(cutCommand(kinds, document, placed));
  canvas.current?.focus();
  return text;
}

/** Puts text into the clipboard from a menu or a button, where there is no event of the browser to answer. */
export function writeClipboard(text: string | null): void {
  if (text === null) return;
  // Not every page may write by `navigator.clipboard` (http), but every page may answer its own copy event.
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', answer, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
}

/** Text of the clipboard, or what was copied here last; null when neither can be had. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

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
export function pasteText(tools: PaneTools, text: string): ImportRefused | null {
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
