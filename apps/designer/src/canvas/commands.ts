import { type Alignment, type Axis, align, type Box, distribute, type Places } from '@tandem/journey';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Grid3x3,
  type LucideIcon,
  Maximize,
  Scan,
  Spline,
  SquareDashedMousePointer,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';
import { announce } from '../components/index.ts';
import { toggleSnap, useSnap } from './snap.ts';
import type { Direction } from './walk.ts';

/** What the keys of a canvas need of it, whether it is edited or shows a run. */
export interface CanvasView {
  editable: boolean;
  /** The focused node, else the first selected one. */
  current(): string | null;
  hasSelection(): boolean;
  zoom(how: 'in' | 'out' | 'actual'): void;
  fit(what: 'all' | 'selection'): void;
  walk(direction: Direction): void;
  /** Selects a connection of the node, or the next one. */
  goAlong(step: 1 | -1): void;
  /** Moves the selected nodes a little, or further. */
  nudge(direction: Direction, far: boolean): void;
  /** How many nodes are selected. */
  countOfSelected(): number;
  /** Moves the selected nodes to places that follow from how they lie. */
  arrange(places: (boxes: readonly Box[]) => Places, name: string): void;
  select(what: 'all' | 'current' | 'nothing'): void;
  /** Opens the menu of what is selected. */
  menu(): void;
}

const DIRECTIONS = [
  { key: 'ArrowRight', walk: 'Go along the connection', nudge: 'Move right' },
  { key: 'ArrowLeft', walk: 'Go back along the connection', nudge: 'Move left' },
  { key: 'ArrowUp', walk: 'Go to the target above', nudge: 'Move up' },
  { key: 'ArrowDown', walk: 'Go to the target below', nudge: 'Move down' },
] as const;

const walks = DIRECTIONS.map(
  ({ key, walk }): CommandEntry<CanvasView> => ({
    id: `canvas.walk.${key}`,
    title: walk,
    group: 'Walk',
    keys: [key],
    scope: 'canvas',
    keysOnly: true,
    repeats: true,
    run: (view) => view.walk(key),
  }),
);
const nudges = DIRECTIONS.flatMap(({ key, nudge }) =>
  [false, true].map(
    (far): CommandEntry<CanvasView> => ({
      id: far ? `canvas.nudge-far.${key}` : `canvas.nudge.${key}`,
      title: far ? `${nudge} further` : nudge,
      group: 'Move',
      keys: [far ? `Shift+Alt+${key}` : `Alt+${key}`],
      scope: 'canvas',
      keysOnly: true,
      repeats: true,
      when: (view) => view.editable && view.hasSelection(),
      run: (view) => view.nudge(key, far),
    }),
  ),
);
const ALIGNMENTS: readonly { how: Alignment; title: string; icon: LucideIcon }[] = [
  { how: 'left', title: 'Align left edges', icon: AlignStartVertical },
  { how: 'center', title: 'Align centers', icon: AlignCenterVertical },
  { how: 'right', title: 'Align right edges', icon: AlignEndVertical },
  { how: 'top', title: 'Align top edges', icon: AlignStartHorizontal },
  { how: 'middle', title: 'Align middles', icon: AlignCenterHorizontal },
  { how: 'bottom', title: 'Align bottom edges', icon: AlignEndHorizontal },
];
const alignments = ALIGNMENTS.map(
  ({ how, title, icon }): CommandEntry<CanvasView> => ({
    id: `canvas.align.${how}`,
    title,
    group: 'Arrange',
    icon,
    scope: 'canvas',
    menus: ['node'],
    when: (view) => view.editable && view.countOfSelected() > 1,
    run: (view) => view.arrange((boxes) => align(boxes, how), title),
  }),
);
const DISTRIBUTIONS: readonly { axis: Axis; title: string; icon: LucideIcon }[] = [
  { axis: 'horizontal', title: 'Distribute horizontally', icon: AlignHorizontalSpaceBetween },
  { axis: 'vertical', title: 'Distribute vertically', icon: AlignVerticalSpaceBetween },
];
const distributions = DISTRIBUTIONS.map(
  ({ axis, title, icon }): CommandEntry<CanvasView> => ({
    id: `canvas.distribute.${axis}`,
    title,
    group: 'Arrange',
    icon,
    scope: 'canvas',
    menus: ['node'],
    when: (view) => view.editable && view.countOfSelected() > 2,
    run: (view) => view.arrange((boxes) => distribute(boxes, axis), title),
  }),
);

/** Keys of every canvas: looking, walking, selecting. */
export const VIEW_COMMANDS: readonly CommandEntry<CanvasView>[] = [
  ...walks,
  ...nudges,
  ...alignments,
  ...distributions,
  {
    id: 'canvas.snap',
    title: 'Snap to the grid',
    titleIn: () => (useSnap.getState().on ? 'Do not snap to the grid' : 'Snap to the grid'),
    group: 'Arrange',
    icon: Grid3x3,
    keys: ['G'],
    scope: 'canvas',
    menus: ['canvas'],
    when: (view) => view.editable,
    run() {
      toggleSnap();
      announce(useSnap.getState().on ? 'Nodes snap to the grid' : 'Nodes snap to each other');
    },
  },
  {
    id: 'canvas.select',
    title: 'Select the node',
    group: 'Select',
    keys: ['Space'],
    scope: 'canvas',
    keysOnly: true,
    when: (view) => view.current() !== null,
    run: (view) => view.select('current'),
  },
  {
    id: 'canvas.connection',
    title: 'Select its connection, or the next one',
    group: 'Select',
    icon: Spline,
    keys: ['L'],
    scope: 'canvas',
    menus: ['node'],
    repeats: true,
    when: (view) => view.editable,
    run: (view) => view.goAlong(1),
  },
  {
    id: 'canvas.connection-back',
    title: 'Select the connection before',
    group: 'Select',
    keys: ['Shift+L'],
    scope: 'canvas',
    keysOnly: true,
    repeats: true,
    when: (view) => view.editable,
    run: (view) => view.goAlong(-1),
  },
  {
    id: 'canvas.select-all',
    title: 'Select all',
    group: 'Select',
    icon: SquareDashedMousePointer,
    keys: ['Mod+A'],
    scope: 'canvas',
    menus: ['canvas'],
    when: (view) => view.editable,
    run: (view) => view.select('all'),
  },
  {
    id: 'canvas.select-nothing',
    title: 'Select nothing',
    group: 'Select',
    keys: ['Escape'],
    scope: 'canvas',
    keysOnly: true,
    when: (view) => view.hasSelection(),
    run: (view) => view.select('nothing'),
  },
  {
    id: 'canvas.menu',
    title: 'Open the menu',
    group: 'Select',
    keys: ['Shift+F10', 'ContextMenu'],
    scope: 'canvas',
    keysOnly: true,
    when: (view) => view.editable,
    run: (view) => view.menu(),
  },
  {
    id: 'canvas.zoom-in',
    title: 'Zoom in',
    group: 'View',
    icon: ZoomIn,
    keys: ['+', '='],
    scope: 'canvas',
    repeats: true,
    run: (view) => view.zoom('in'),
  },
  {
    id: 'canvas.zoom-out',
    title: 'Zoom out',
    group: 'View',
    icon: ZoomOut,
    keys: ['-'],
    scope: 'canvas',
    repeats: true,
    run: (view) => view.zoom('out'),
  },
  { id: 'canvas.zoom-actual', title: 'Actual size', group: 'View', keys: ['0'], scope: 'canvas', run: (view) => view.zoom('actual') },
  {
    id: 'canvas.fit',
    title: 'Fit the journey',
    group: 'View',
    icon: Maximize,
    keys: ['1'],
    scope: 'canvas',
    menus: ['canvas'],
    run: (view) => view.fit('all'),
  },
  {
    id: 'canvas.fit-selection',
    title: 'Fit the selection',
    group: 'View',
    icon: Scan,
    keys: ['2'],
    scope: 'canvas',
    when: (view) => view.hasSelection(),
    run: (view) => view.fit('selection'),
  },
];
