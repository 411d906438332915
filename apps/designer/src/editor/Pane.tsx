import type { RealmResources } from '@tandem/api';
import { Keyboard, X } from 'lucide-react';
import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type CanvasHandle, type CanvasSelection, JourneyCanvas } from '../canvas/index.ts';
import { openHelp, useCommands, useShortcut } from '../commands/index.ts';
import { focusWhenLost, IconButton, Skeleton } from '../components/index.ts';
import { CLIPBOARD_COMMANDS } from './commands/clipboard.ts';
import { LAYOUT_COMMANDS } from './commands/layout.ts';
import { NODE_COMMANDS } from './commands/nodes.ts';
import { REMOVING_COMMANDS } from './commands/removing.ts';
import { CALLER_COMMANDS } from './commands/split.ts';
import { AddNodeDialog } from './dialogs/AddNodeDialog.tsx';
import { ConnectDialog } from './dialogs/ConnectDialog.tsx';
import { EditorContext } from './EditorContext.ts';
import { EmptyJourney } from './EmptyJourney.tsx';
import { useOutlineView } from './outline/view.ts';
import { countByNode } from './problems/problems.ts';
import { useProblems } from './problems/useProblems.ts';
import { Callers } from './split/Callers.tsx';
import type { Caller } from './split/callers.ts';
import { type EditorStore, isDirty } from './store/editorStore.ts';
import { TidyProgress } from './TidyProgress.tsx';
import { type PaneDialog, placeNode, useCanvasActions } from './useCanvasActions.ts';
import { useClipboard } from './useClipboard.ts';
import { useTidyUp } from './useTidyUp.ts';

const PaneDialogs = lazy(() => import('./dialogs/PaneDialogs.tsx'));
const Outline = lazy(async () => ({ default: (await import('./outline/Outline.tsx')).Outline }));
const ConflictDialog = lazy(async () => ({ default: (await import('./dialogs/ConflictDialog.tsx')).ConflictDialog }));

export interface PaneProps {
  store: EditorStore;
  resources: RealmResources;
  hue: 'main' | 'backchannel';
  /** Whether inspector and palette act on it. */
  isActive: boolean;
  canvas: RefObject<CanvasHandle | null>;
  /** Shown with a head of its own when there are two. */
  head: { onClose(): void } | null;
  onActivate(): void;
  openJourney(journey: string): void;
  rename(): void;
  openSettings(): void;
  /** What leads to this journey. */
  callers: readonly Caller[];
  openCaller(caller: Caller): void;
}

/** One journey being edited: its canvas and the dialogs that its keys open. */
export function Pane(props: PaneProps) {
  const { store, resources, hue, isActive, canvas, head, onActivate, openJourney, rename, openSettings, callers, openCaller } = props;
  const document = useStore(store, (state) => state.document);
  const selection = useStore(store, (state) => state.selection);
  const dirty = useStore(store, isDirty);
  const conflicting = useStore(store, (state) => state.conflict !== null);
  const [dialog, openDialog] = useState<PaneDialog | null>(null);
  const view = useOutlineView((state) => state.view);
  const kinds = resources.nodeTypes;
  const tools = useMemo(
    () => ({ store, kinds, resources, canvas, openDialog, openJourney, rename, openSettings }),
    [store, kinds, resources, canvas, openJourney, rename, openSettings],
  );
  const actions = useCanvasActions(tools);
  const pane = useRef<HTMLDivElement>(null);
  useCommands(NODE_COMMANDS, tools, { within: pane });
  useCommands(REMOVING_COMMANDS, tools, { within: pane });
  const tidyUp = useTidyUp(tools);
  useCommands(LAYOUT_COMMANDS, { store, tidyUp }, { within: pane });
  useCommands(CLIPBOARD_COMMANDS, tools, { within: pane });
  useClipboard(pane, tools);
  useCommands(CALLER_COMMANDS, { callers, openCaller }, { within: pane });
  const helpKey = useShortcut('commands.help');
  // What opened the journey is gone, and keys such as N act where the focus is.
  useEffect(() => focusWhenLost(() => pane.current?.querySelector('[data-canvas]')), []);
  const problems = useProblems(store);
  const counts = useMemo(() => countByNode(problems ?? []), [problems]);
  const select = useCallback(
    (next: CanvasSelection) => {
      onActivate();
      store.select(next);
    },
    [store, onActivate],
  );
  const editing = useMemo(
    () => ({ store, resources, openJourney, reveal: (id: string) => canvas.current?.reveal(id) }),
    [store, resources, openJourney, canvas],
  );
  const close = () => {
    openDialog(null);
    canvas.current?.focus();
    // What lies behind a dialog cannot take the focus before it is gone.
    if (dialog?.kind === 'paste') requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.focus()));
  };
  const name = document.tree._id;
  const isEmpty = Object.keys(document.tree.nodes ?? {}).length === 0;
  return (
    <EditorContext value={editing}>
      <div
        ref={pane}
        className="pane"
        data-hue={hue}
        data-active={isActive || undefined}
        onPointerDownCapture={onActivate}
        onFocusCapture={onActivate}
      >
        {head === null ? null : (
          <header className="pane-head">
            <h2>{name}</h2>
            <span>{hue === 'main' ? 'main journey' : 'backchannel journey'}</span>
            {dirty ? <span className="pane-dirty">not saved</span> : null}
            <IconButton size="small" label={`Close ${name}`} icon={<X size={15} aria-hidden="true" />} onPress={head.onClose} />
          </header>
        )}
        <Callers callers={callers} onOpen={openCaller} />
        <div className="pane-canvas" data-outline-view={view}>
          {view === 'off' ? null : (
            <Suspense fallback={<Skeleton label="Opening the outline" lines={6} />}>
              <Outline problems={counts} openSettings={openSettings} ref={view === 'instead' ? canvas : null} />
            </Suspense>
          )}
          {view === 'instead' ? null : (
            <JourneyCanvas
              label={`${name}, ${hue} journey`}
              document={document}
              customTypes={kinds}
              mode="edit"
              hue={hue}
              selection={selection}
              onSelect={select}
              actions={actions}
              problems={counts}
              onOpenJourney={openJourney}
              minimap={!isEmpty}
              controls={
                <IconButton
                  label="Keyboard help"
                  shortcut={helpKey}
                  placement="top"
                  icon={<Keyboard size={16} aria-hidden="true" />}
                  onPress={openHelp}
                />
              }
              ref={canvas}
            />
          )}
          <TidyProgress tidyUp={tidyUp} />
          {isEmpty && view !== 'instead' ? <EmptyJourney onAdd={() => openDialog({ kind: 'add', at: null, from: null })} /> : null}
        </div>
        <AddNodeDialog
          isOpen={dialog?.kind === 'add'}
          onClose={() => openDialog(null)}
          onPick={(type) => {
            if (dialog?.kind === 'add') placeNode(tools, type, dialog.at, dialog.from);
          }}
        />
        {dialog?.kind === 'connect' ? (
          <ConnectDialog
            from={dialog.from}
            onClose={close}
            onNew={(outcome, type) => {
              const from = { node: dialog.from, outcome };
              if (type === null) return openDialog({ kind: 'add', at: null, from });
              close();
              placeNode(tools, type, null, from);
            }}
          />
        ) : null}
        {conflicting ? (
          <Suspense fallback={null}>
            <ConflictDialog />
          </Suspense>
        ) : null}
        {dialog === null || dialog.kind === 'add' || dialog.kind === 'connect' ? null : (
          <Suspense fallback={null}>
            <PaneDialogs tools={tools} dialog={dialog} onClose={close} />
          </Suspense>
        )}
      </div>
    </EditorContext>
  );
}
