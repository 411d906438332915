import type { JourneyDocumentAnswer } from '@tandem/api';
import { deepEqual, type JourneyDocument, START_NODE_ID } from '@tandem/journey';
import { createStore, type StoreApi } from 'zustand';
import { type CanvasSelection, noteNode, notesOf, nothingSelected, parseConnection } from '../../canvas/index.ts';
import type { Draft } from './drafts.ts';
import { apply, type Command, closeGroup, type History, jump, noHistory, redo, undo } from './history.ts';
import { type KeptHistory, restoreHistory } from './keptHistory.ts';

export interface EditorState {
  readonly realm: string;
  readonly id: string;
  document: JourneyDocument;
  /** As the server had it at `baseVersion`. */
  saved: JourneyDocument;
  baseVersion: number;
  /** The newest that was read from the server; another version than `baseVersion` when a draft is based on an older one. */
  latest: JourneyDocumentAnswer;
  /** When it was saved from here; null: it was not, since it was opened. */
  savedAt: number | null;
  history: History;
  selection: CanvasSelection;
  /** Node inside the selected page that the inspector shows. */
  child: string | null;
  /** The server's side after somebody else saved; `current: null` when it was deleted. */
  conflict: { current: JourneyDocumentAnswer | null } | null;
  saving: boolean;
  saveError: unknown;
  /** The document came from a draft of an earlier visit. */
  restored: boolean;
  /** The browser has no room to keep the unsaved work in. */
  draftFailed: boolean;
}
export interface EditorStore extends StoreApi<EditorState> {
  run(command: Command): void;
  undo(): string | null;
  redo(): string | null;
  /** Undoes or redoes until so many steps are done. */
  jump(position: number): void;
  /** Ends the undo step of the field that had the focus. */
  endGroup(): void;
  select(selection: CanvasSelection, child?: string | null): void;
  /** Takes the server's document in place of this one, as a step that can be undone. */
  takeOver(answer: JourneyDocumentAnswer): void;
  /** The journey was read again: its newest version is taken unless there is unsaved work. @returns whether it was */
  refresh(answer: JourneyDocumentAnswer): boolean;
  /** Goes back to what the server has, its newest version included. */
  discard(): void;
  /** The server accepted this document as this version. */
  accepted(document: JourneyDocument, version: number): void;
}

/** The node that the inspector shows: one on the canvas or one inside a page. */
export const shownNode = (store: EditorStore): string | null => store.getState().child ?? store.getState().selection.nodes[0] ?? null;

export function documentOf({ tree, nodes, scripts }: JourneyDocumentAnswer): JourneyDocument {
  return { tree, nodes, scripts };
}

export function isDirty(state: Pick<EditorState, 'document' | 'saved'>): boolean {
  return state.document !== state.saved;
}

function hasConnection({ tree }: JourneyDocument, connection: string): boolean {
  const { from, outcome, to } = parseConnection(connection);
  return (from === START_NODE_ID ? tree.entryNodeId : tree.nodes?.[from]?.connections?.[outcome]) === to;
}

/** What of the selection the document still has. */
function stillThere(selection: CanvasSelection, document: JourneyDocument): CanvasSelection {
  if (selection.edge !== null) return hasConnection(document, selection.edge) ? selection : nothingSelected;
  const notes = new Set(notesOf(document.tree.uiConfig?.annotations).map(({ id }) => noteNode(id)));
  const nodes = selection.nodes.filter(
    (id) => document.tree.nodes?.[id] !== undefined || document.tree.staticNodes?.[id] !== undefined || notes.has(id),
  );
  return nodes.length === selection.nodes.length ? selection : { ...selection, nodes };
}

/**
 * @param draft work of an earlier visit that was not saved
 * @param kept history of an earlier visit
 */
export function createEditorStore(realm: string, answer: JourneyDocumentAnswer, draft: Draft | null, kept: KeptHistory | null = null): EditorStore {
  const newest = documentOf(answer);
  // What was changed, and what others changed meanwhile, both count from what the draft was based on.
  const saved = draft !== null && draft.baseVersion !== answer.version ? (draft.base ?? newest) : newest;
  const baseVersion = draft?.baseVersion ?? answer.version;
  const earlier = kept?.version === baseVersion ? restoreHistory(kept, draft?.document ?? saved, saved) : null;
  const store = createStore<EditorState>(() => ({
    realm,
    id: answer.id,
    document: earlier?.document ?? draft?.document ?? saved,
    saved,
    baseVersion,
    latest: answer,
    savedAt: null,
    history: earlier?.history ?? noHistory,
    selection: nothingSelected,
    child: null,
    conflict: null,
    saving: false,
    saveError: null,
    restored: draft !== null,
    draftFailed: false,
  }));
  const { getState, setState } = store;
  const shown = (state: EditorState, document: JourneyDocument, history: History) => ({
    document,
    history,
    selection: stillThere(state.selection, document),
    child: state.child !== null && document.nodes[state.child] ? state.child : null,
  });
  const show = (document: JourneyDocument, history: History) => setState((state) => shown(state, document, history));
  const run = (command: Command) => {
    const { document, history } = getState();
    const next = apply(document, history, command);
    if (next.document === document) return;
    show(next.document, next.history);
    // Who goes on working has answered whether the restored work is to be kept.
    setState({ restored: false });
  };
  /** Nothing was done yet that could be undone. */
  const adopt = (next: JourneyDocumentAnswer) => {
    const document = documentOf(next);
    setState((state) => ({ ...shown(state, document, noHistory), saved: document, baseVersion: next.version, latest: next, savedAt: null }));
  };
  const replacedBy = (next: JourneyDocumentAnswer) => (document: JourneyDocument) =>
    deepEqual(document, documentOf(next)) ? document : documentOf(next);
  /** The document is the server's newest from here on; undo leads to what was before, unsaved. */
  const settle = (next: JourneyDocumentAnswer) =>
    setState(({ document }) => ({ saved: document, baseVersion: next.version, latest: next, conflict: null, saveError: null, restored: false }));
  const takeOver = (next: JourneyDocumentAnswer) => {
    run({ name: 'Take what somebody else saved', apply: replacedBy(next) });
    settle(next);
  };
  return {
    ...store,
    run,
    undo() {
      const found = undo(getState().history);
      if (found) show(found.step.before, found.history);
      return found?.step.name ?? null;
    },
    redo() {
      const found = redo(getState().history);
      if (found) show(found.step.after, found.history);
      return found?.step.name ?? null;
    },
    jump(position) {
      const found = jump(getState().history, position);
      if (found) show(found.document, found.history);
    },
    endGroup: () => setState((state) => ({ history: closeGroup(state.history) })),
    select: (selection, child = null) => setState((state) => ({ selection, child, history: closeGroup(state.history) })),
    takeOver,
    refresh(next) {
      const state = getState();
      if (next.version <= state.baseVersion) return false;
      if (isDirty(state) || state.saving) {
        setState({ latest: next });
        return false;
      }
      if (state.history.past.length + state.history.future.length === 0) adopt(next);
      else takeOver(next);
      return true;
    },
    discard() {
      const { saved, baseVersion, latest } = getState();
      const isNewest = latest.version === baseVersion;
      run({ name: 'Discard unsaved changes', apply: isNewest ? () => saved : replacedBy(latest) });
      if (isNewest) setState({ restored: false });
      else settle(latest);
    },
    accepted: (document, version) =>
      setState({
        saved: document,
        baseVersion: version,
        latest: { ...document, id: answer.id, version },
        savedAt: Date.now(),
        conflict: null,
        saveError: null,
        restored: false,
      }),
  };
}
