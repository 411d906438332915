import {
  Bot,
  Code,
  Columns2,
  Download,
  Expand,
  FileCode,
  FileImage,
  FileText,
  History,
  ListTree,
  Play,
  Plus,
  Redo2,
  Rows2,
  Save,
  Search,
  Undo2,
} from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import { toast } from '../../components/index.ts';
import type { PictureFormat } from '../../picture/index.ts';
import { DOCK_TABS, openDockTab, toggleDock } from '../dock/index.ts';
import { openFind } from '../find/findState.ts';
import { toggleFullscreen } from '../fullscreen.ts';
import { toggleOutline, useOutlineView } from '../outline/view.ts';
import { hasPendingText, settlePendingText } from '../pendingText.ts';
import { toggleArrangement, useArrangement } from '../split/arrangement.ts';
import type { EditorStore } from '../store/editorStore.ts';

/** What the commands of the designer need of its screen. */
export interface EditorTools {
  store: EditorStore;
  /** Journey that split view would open; null: there is none. */
  partner: string | null;
  isSplit: boolean;
  save(): Promise<void>;
  run(): Promise<void>;
  /** Runs it with both players answering by themselves. */
  play(): Promise<void>;
  split(): void;
  /** Goes to the designer of node types. */
  newCustomNode(): void;
  export(): void;
  /** Shows the journey as a picture that can be saved. */
  picture(format: PictureFormat): void;
  showHistory(): void;
  /** Shows how an app starts the journey. */
  copyAs(): void;
  goToProblem(step: 1 | -1): void;
}

const lastDone = ({ store }: EditorTools) => store.getState().history.past.at(-1)?.name;
const lastUndone = ({ store }: EditorTools) => store.getState().history.future[0]?.name;
const named = (what: string, name: string | undefined) => (name === undefined ? what : `${what}: ${name}`);

/** The journey has one history wherever in the editor the focus is; search fields and text edited as a whole keep the browser's. */
const inSettings = (target: Element) =>
  target.closest('.inspector, [data-journey-undo]') !== null && target.closest('[data-own-undo], .cm-panel') === null;

function undo({ store }: EditorTools): void {
  // Text that was no value and is dropped is what was undone.
  if (settlePendingText()) return;
  const name = store.undo();
  if (name !== null) toast(`Undone: ${name}`);
}

function redo({ store }: EditorTools): void {
  settlePendingText();
  const name = store.redo();
  if (name !== null) toast(`Redone: ${name}`);
}

const PICTURES = [
  { format: 'svg', title: 'Export as SVG', icon: FileCode },
  { format: 'png', title: 'Export as PNG', icon: FileImage },
  { format: 'mermaid', title: 'Export as Mermaid', icon: FileText },
] as const;
const pictures = PICTURES.map(
  ({ format, title, icon }): CommandEntry<EditorTools> => ({
    id: `editor.picture-${format}`,
    title,
    group: 'Export',
    icon,
    scope: 'editor',
    menus: ['header', 'canvas'],
    run: (tools) => tools.picture(format),
  }),
);
const dockTabs = DOCK_TABS.map(
  ({ id, title, icon }): CommandEntry<EditorTools> => ({
    id: `dock.${id}`,
    title: `Show ${title}`,
    group: 'View',
    icon,
    scope: 'editor',
    run: () => openDockTab(id),
  }),
);

/** What can be done in the designer wherever the focus is. */
export const EDITOR_COMMANDS: readonly CommandEntry<EditorTools>[] = [
  {
    id: 'edit.undo',
    title: 'Undo',
    titleIn: (tools) => named('Undo', lastDone(tools)),
    group: 'Edit',
    icon: Undo2,
    keys: ['Mod+Z'],
    scope: 'editor',
    menus: ['header', 'canvas'],
    whileTyping: inSettings,
    repeats: true,
    when: (tools) => lastDone(tools) !== undefined || hasPendingText(),
    run: undo,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    titleIn: (tools) => named('Redo', lastUndone(tools)),
    group: 'Edit',
    icon: Redo2,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'editor',
    menus: ['header', 'canvas'],
    whileTyping: inSettings,
    repeats: true,
    when: (tools) => lastUndone(tools) !== undefined,
    run: redo,
  },
  {
    id: 'edit.history',
    title: 'History',
    group: 'Edit',
    icon: History,
    scope: 'editor',
    menus: ['header', 'canvas'],
    when: (tools) => lastDone(tools) !== undefined || lastUndone(tools) !== undefined,
    run: (tools) => tools.showHistory(),
  },
  {
    id: 'editor.save',
    title: 'Save',
    group: 'Journey',
    icon: Save,
    keys: ['Mod+S'],
    scope: 'editor',
    run: (tools) => void tools.save(),
  },
  {
    id: 'editor.run',
    title: 'Run',
    titleIn: ({ partner }) => (partner === null ? 'Run journey' : 'Run both journeys'),
    group: 'Journey',
    icon: Play,
    keys: ['Mod+Shift+Enter'],
    scope: 'editor',
    whileTyping: true,
    run: (tools) => void tools.run(),
  },
  {
    id: 'editor.play',
    title: 'Play hands-free',
    titleIn: ({ partner }) => (partner === null ? 'Play journey hands-free' : 'Play both journeys hands-free'),
    group: 'Journey',
    icon: Bot,
    keys: ['Mod+Enter'],
    scope: 'editor',
    menus: ['header'],
    whileTyping: true,
    run: (tools) => void tools.play(),
  },
  { id: 'editor.export', title: 'Export', group: 'Journey', icon: Download, scope: 'editor', run: (tools) => tools.export() },
  {
    id: 'editor.copy-as',
    title: 'Copy as curl, JavaScript, Swift, Kotlin',
    group: 'Export',
    icon: Code,
    scope: 'editor',
    menus: ['header'],
    run: (tools) => tools.copyAs(),
  },
  {
    id: 'custom.new',
    title: 'New custom node',
    group: 'Custom nodes',
    icon: Plus,
    scope: 'editor',
    menus: ['header'],
    run: (tools) => tools.newCustomNode(),
  },
  {
    id: 'editor.split',
    title: 'Split view',
    titleIn: ({ isSplit, partner }) => (isSplit ? 'Single view' : `Split view with ${partner}`),
    group: 'View',
    icon: Columns2,
    scope: 'editor',
    when: ({ partner, isSplit }) => partner !== null || isSplit,
    run: (tools) => tools.split(),
  },
  {
    id: 'editor.split-arrangement',
    title: 'Put the two journeys above each other',
    titleIn: () =>
      useArrangement.getState().arrangement === 'beside' ? 'Put the two journeys above each other' : 'Put the two journeys side by side',
    group: 'View',
    icon: Rows2,
    scope: 'editor',
    menus: ['header', 'canvas'],
    when: ({ isSplit }) => isSplit,
    run: toggleArrangement,
  },
  {
    id: 'view.outline',
    title: 'Outline beside the canvas',
    titleIn: () => (useOutlineView.getState().view === 'beside' ? 'Hide the outline' : 'Outline beside the canvas'),
    group: 'View',
    icon: ListTree,
    keys: ['Shift+Alt+O'],
    scope: 'editor',
    menus: ['header', 'canvas'],
    run: () => toggleOutline('beside'),
  },
  {
    id: 'view.outline-instead',
    title: 'Outline instead of the canvas',
    titleIn: () => (useOutlineView.getState().view === 'instead' ? 'Back to the canvas' : 'Outline instead of the canvas'),
    group: 'View',
    icon: ListTree,
    scope: 'editor',
    menus: ['header', 'canvas'],
    run: () => toggleOutline('instead'),
  },
  { id: 'editor.find', title: 'Find nodes, settings and scripts', group: 'View', icon: Search, keys: ['Mod+F'], scope: 'editor', run: openFind },
  {
    id: 'editor.fullscreen',
    title: 'Full screen',
    titleIn: () => (document.fullscreenElement === null ? 'Full screen' : 'Leave full screen'),
    group: 'View',
    icon: Expand,
    keys: ['F'],
    scope: 'canvas',
    menus: ['header', 'canvas'],
    when: () => document.fullscreenEnabled,
    run: () => void toggleFullscreen(),
  },
  ...pictures,
  { id: 'dock.toggle', title: 'Show or hide the dock', group: 'View', scope: 'editor', run: toggleDock },
  ...dockTabs,
  { id: 'editor.next-problem', title: 'Next problem', group: 'Problems', keys: ['F8'], scope: 'editor', run: (tools) => tools.goToProblem(1) },
  {
    id: 'editor.previous-problem',
    title: 'Previous problem',
    group: 'Problems',
    keys: ['Shift+F8'],
    scope: 'editor',
    run: (tools) => tools.goToProblem(-1),
  },
];
