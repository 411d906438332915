import type { CustomNodeType, DiffState } from '@tandem/journey';
import type { ReactNode, Ref } from 'react';
import type { JourneyDocument } from './document.ts';
import type { Point } from './geometry.ts';
import type { RunStatusStore } from './runStatus.ts';

/** What is selected: nodes (the fixed ends too) or one connection, by its key `from|outcome|to`. */
export interface CanvasSelection {
  nodes: readonly string[];
  edge: string | null;
}
export const nothingSelected: CanvasSelection = { nodes: [], edge: null };

/** By node id, or by connection key `from|outcome|to`. */
export type DiffMarks = ReadonlyMap<string, DiffState>;
/** Nodes before which a run is held, by id; those switched off are only remembered. */
export type BreakMarks = ReadonlyMap<string, 'on' | 'off'>;
/** What something is dropped on: a page (before a node in it, or wherever it fits), or a connection by its key. */
export type Onto = { page: string; before: string | null } | { connection: string };

/** What the person did on an editable canvas. */
export interface CanvasActions {
  /** @param how `small`: one of several little steps, which together are one change; `name`: what it is called in the history */
  move(moves: readonly { id: string; x: number; y: number }[], how?: { small?: boolean; name?: string }): void;
  connect(from: string, outcome: string, to: string): void;
  /** A connection was dropped on free canvas: a new node is wanted there. */
  connectToNew(from: string, outcome: string, at: Point): void;
  /** A type was dropped from the palette. */
  place(type: string, at: Point, onto: Onto | null): void;
  /** Whether a dragged node can go there. */
  canDrop(node: string, onto: Onto): boolean;
  /** A node was dragged there; `at` is where its card lay. */
  drop(node: string, at: Point, onto: Onto): void;
  /** A node was dragged out of its page, onto the canvas when `onto` is none. */
  dropChild(child: string, at: Point, onto: Onto | null): void;
  resizeNote(note: string, width: number, height: number): void;
  /** Names are edited in the cards. */
  names: {
    rename(node: string, name: string): void;
    /** Text that is not yet the node's name: kept when the journey is saved. @returns releases it */
    hold(text: { label: string; commit(): boolean; drop(): void }): () => void;
  };
  /** A node was double-clicked. */
  open(node: string): void;
}

export interface CanvasHandle {
  /** Shows, selects and focuses a node. */
  reveal(id: string): void;
  /** Moves the view so that a node can be seen. */
  show(id: string): void;
  /** A free place near the middle of what is shown. */
  center(): Point;
  /** A free place in what is shown for a sticky note of this size. */
  placeOfNote(size: { width: number; height: number }): Point;
  focus(): void;
  /** Edits the name of a node in its card. @returns false where that cannot be: no card, or one too small to be read */
  rename(id: string): boolean;
  /** The node that commands are about: the focused one, else the first selected one. */
  current(): string | null;
  /** Shows the whole journey. */
  fit(): void;
}

export interface JourneyCanvasProps {
  /** Accessible name: "HelpDeskVerify, main journey". */
  label: string;
  document: JourneyDocument;
  customTypes: readonly CustomNodeType[];
  mode: 'edit' | 'run';
  hue: 'main' | 'backchannel';
  selection?: CanvasSelection;
  onSelect?: (selection: CanvasSelection) => void;
  /** Edit mode. */
  actions?: CanvasActions;
  /** Run mode. */
  runStatus?: RunStatusStore;
  /** Run mode: this node is kept in view. */
  follow?: string | null;
  problems?: ReadonlyMap<string, number>;
  /** Run mode: how it differs from another state of the journey. */
  marks?: DiffMarks;
  /** Run mode. */
  breakpoints?: BreakMarks;
  /** Run mode: nodes have a menu, of the commands that name it. */
  hasNodeMenu?: boolean;
  onOpenJourney?: (journey: string) => void;
  /** Off where there is little room. */
  minimap?: boolean;
  controls?: ReactNode;
  ref?: Ref<CanvasHandle>;
}

/** MIME type under which a node in a page is dragged. */
export const CHILD_TYPE = 'application/x-tandem-page-child';

/** MIME type under which the palette drags a node type. */
export const DRAG_TYPE = 'application/x-tandem-node-type';
