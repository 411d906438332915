import { Braces, ClipboardPaste, Copy, CopyPlus, Scissors } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import { writeClipboard } from '../../components/index.ts';
import { copyText, cutText, pasteText, readClipboard } from '../clipboard.ts';
import { runAloud } from '../runAloud.ts';
import { duplicateCommand } from '../store/clipCommands.ts';
import type { PaneTools } from '../useCanvasActions.ts';
import { chosenNodes } from './chosen.ts';

const hasNodes = (tools: PaneTools) => chosenNodes(tools).some((id) => tools.store.getState().document.nodes[id] !== undefined);

async function paste(tools: PaneTools): Promise<void> {
  const text = await readClipboard();
  const refused = text === null ? null : await pasteText(tools, text);
  if (text === null || refused !== null) tools.openDialog({ kind: 'paste', text: text ?? '', error: refused });
}

function duplicate({ store, kinds, canvas }: PaneTools, ids: readonly string[]): void {
  const command = duplicateCommand(kinds, store.getState().document, ids);
  runAloud(store, command);
  canvas.current?.focus();
  store.select({ nodes: command.ids, edge: null });
}

/** Nodes as text: within a journey, to another one, to another tab. */
export const CLIPBOARD_COMMANDS: readonly CommandEntry<PaneTools>[] = [
  {
    id: 'canvas.cut',
    title: 'Cut',
    group: 'Clipboard',
    icon: Scissors,
    keys: ['Mod+X'],
    scope: 'canvas',
    menus: ['node'],
    isNative: true,
    when: hasNodes,
    run: (tools) => writeClipboard(cutText(tools, chosenNodes(tools))),
  },
  {
    id: 'canvas.copy',
    title: 'Copy',
    group: 'Clipboard',
    icon: Copy,
    keys: ['Mod+C'],
    scope: 'canvas',
    menus: ['node'],
    isNative: true,
    when: hasNodes,
    run: (tools) => writeClipboard(copyText(tools, chosenNodes(tools))),
  },
  {
    id: 'canvas.copy-json',
    title: 'Copy as JSON',
    group: 'Clipboard',
    icon: Braces,
    scope: 'canvas',
    menus: ['node'],
    when: hasNodes,
    run: (tools) => writeClipboard(copyText(tools, chosenNodes(tools), 2)),
  },
  {
    id: 'canvas.paste',
    title: 'Paste',
    group: 'Clipboard',
    icon: ClipboardPaste,
    keys: ['Mod+V'],
    scope: 'canvas',
    menus: ['node', 'canvas'],
    isNative: true,
    run: (tools) => void paste(tools),
  },
  {
    id: 'canvas.duplicate',
    title: 'Duplicate',
    group: 'Clipboard',
    icon: CopyPlus,
    keys: ['Mod+D'],
    scope: 'canvas',
    menus: ['node'],
    when: hasNodes,
    run: (tools) => duplicate(tools, chosenNodes(tools)),
  },
];
