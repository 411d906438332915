import { canAnnotate, START_NODE_ID } from '@tandem/journey';
import { Cable, PanelTop, PencilLine, PencilRuler, Plus, Replace, Settings2, Split, SquareArrowOutUpRight, StickyNote } from 'lucide-react';
import { customNodePath, navigate } from '../../app/index.ts';
import { noteNode } from '../../canvas/index.ts';
import type { CommandEntry } from '../../commands/index.ts';
import { announce } from '../../components/index.ts';
import { configIn, customTypeOf, definitionFor } from '../store/nodes.ts';
import { addNoteCommand, NOTE_SIZE } from '../store/noteCommands.ts';
import { pagesOf } from '../store/pagePlaces.ts';
import type { PaneTools } from '../useCanvasActions.ts';
import { currentNode, placedNode, selectedConnection } from './chosen.ts';

/** Whether the node has a connection to insert on. */
function leadsSomewhere(tools: PaneTools): boolean {
  const node = currentNode(tools);
  const { tree } = tools.store.getState().document;
  if (node === START_NODE_ID) return tree.entryNodeId !== undefined;
  return node !== null && Object.keys(tree.nodes?.[node]?.connections ?? {}).length > 0;
}

/** The custom node type of the node, if it is of one. */
function chosenType(tools: PaneTools) {
  const node = placedNode(tools);
  return node === null ? undefined : customTypeOf(tools.kinds, tools.store.getState().document, node);
}

function startedJourney(tools: PaneTools): string | undefined {
  const node = placedNode(tools);
  const { document } = tools.store.getState();
  return node === null ? undefined : definitionFor(tools.kinds, document, node)?.journeys?.(configIn(document, node))[0];
}

function openSettings(tools: PaneTools, node: string | null): void {
  if (node === null) return;
  tools.store.select({ nodes: [node], edge: null });
  tools.openSettings();
}

/** The journey that the node starts, else its settings. */
export function openNode(tools: PaneTools, node: string | null): void {
  const { document } = tools.store.getState();
  const journey = node === null ? undefined : definitionFor(tools.kinds, document, node)?.journeys?.(configIn(document, node))[0];
  if (journey !== undefined) tools.openJourney(journey);
  else openSettings(tools, node);
}

/** What can be done with nodes and connections of a canvas that is edited. */
export const NODE_COMMANDS: readonly CommandEntry<PaneTools>[] = [
  {
    id: 'canvas.add',
    title: 'Add a node',
    group: 'Nodes',
    icon: Plus,
    keys: ['N'],
    scope: 'canvas',
    menus: ['canvas'],
    run: (tools) => tools.openDialog({ kind: 'add', at: null, from: null }),
  },
  {
    id: 'canvas.connect',
    title: 'Connect',
    group: 'Nodes',
    icon: Cable,
    keys: ['C'],
    scope: 'canvas',
    menus: ['node'],
    run(tools) {
      const node = currentNode(tools);
      if (node === START_NODE_ID || placedNode(tools) !== null) tools.openDialog({ kind: 'connect', from: node ?? START_NODE_ID });
      else announce('Choose a node first, then connect it.');
    },
  },
  {
    id: 'canvas.note',
    title: 'Add a sticky note',
    group: 'Nodes',
    icon: StickyNote,
    keys: ['S'],
    scope: 'canvas',
    menus: ['canvas'],
    when: (tools) => canAnnotate(tools.store.getState().document.tree),
    run(tools) {
      const command = addNoteCommand(tools.canvas.current?.placeOfNote(NOTE_SIZE) ?? { x: 200, y: 200 });
      tools.store.run(command);
      tools.store.select({ nodes: [noteNode(command.id)], edge: null });
      tools.openSettings();
    },
  },
  {
    id: 'canvas.insert',
    title: 'Insert a node on the connection',
    group: 'Nodes',
    icon: Split,
    keys: ['I'],
    scope: 'canvas',
    menus: ['node', 'connection'],
    when: (tools) => selectedConnection(tools) !== null || leadsSomewhere(tools),
    run(tools) {
      const connection = selectedConnection(tools);
      if (connection !== null) tools.openDialog({ kind: 'insert', ...connection });
      else tools.openDialog({ kind: 'insert', from: currentNode(tools) ?? START_NODE_ID, outcome: null });
    },
  },
  {
    id: 'canvas.replace',
    title: 'Replace by another type',
    group: 'Nodes',
    icon: Replace,
    keys: ['R'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => placedNode(tools) !== null,
    run: (tools) => tools.openDialog({ kind: 'replace', node: placedNode(tools) ?? '' }),
  },
  {
    id: 'canvas.into-page',
    title: 'Move into a page',
    group: 'Nodes',
    icon: PanelTop,
    keys: ['P'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => placedNode(tools) !== null && pagesOf(tools.store.getState().document).some((id) => id !== placedNode(tools)),
    run: (tools) => tools.openDialog({ kind: 'page', node: placedNode(tools) ?? '' }),
  },
  {
    id: 'canvas.settings',
    title: 'Open the settings',
    group: 'Nodes',
    icon: Settings2,
    keys: ['Enter'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => currentNode(tools) !== null,
    run: (tools) => openSettings(tools, currentNode(tools)),
  },
  {
    id: 'canvas.edit-type',
    title: 'Edit the custom node type',
    titleIn: (tools) => `Edit the type ${chosenType(tools)?.displayName}`,
    group: 'Nodes',
    icon: PencilRuler,
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => chosenType(tools) !== undefined,
    run(tools) {
      const type = chosenType(tools);
      const { realm, id } = tools.store.getState();
      if (type) navigate(customNodePath(realm, type._id, { from: id }));
    },
  },
  {
    id: 'canvas.open-journey',
    title: 'Open the journey it starts',
    titleIn: (tools) => `Open the journey ${startedJourney(tools)}`,
    group: 'Nodes',
    icon: SquareArrowOutUpRight,
    keys: ['O'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => startedJourney(tools) !== undefined,
    run: (tools) => openNode(tools, currentNode(tools)),
  },
  {
    id: 'canvas.rename',
    title: 'Rename',
    group: 'Nodes',
    icon: PencilLine,
    keys: ['F2'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => placedNode(tools) !== null,
    run(tools) {
      const node = placedNode(tools) ?? '';
      tools.store.select({ nodes: [node], edge: null });
      if (tools.canvas.current?.rename(node) !== true) tools.rename();
    },
  },
];
