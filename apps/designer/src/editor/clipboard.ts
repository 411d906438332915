import type { ImportRefused } from '@tandem/journey';
import { refuse, toast } from '../components/index.ts';
import { clipFrom, cutCommand, nodesInWords } from './store/clipCommands.ts';
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

/** Text of the clipboard, or what was copied here last; null when neither can be had. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

/**
 * Puts what the text holds into the journey and selects it. Reading it, which may be any export, is loaded when something is pasted first.
 * @returns why it cannot be, in words; null when it was, or when that is said already
 */
export async function pasteText(tools: PaneTools, text: string): Promise<ImportRefused | null> {
  const pasting = await import('./pasting.ts').catch(() => null);
  if (pasting !== null) return pasting.pasteNow(tools, text);
  refuse('Nothing was pasted: Tandem could not load what reads it. Try again.');
  return null;
}
