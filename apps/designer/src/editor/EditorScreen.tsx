import type { JourneySummary, RealmResources } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { customNodePath, designerPath, NEW_CUSTOM_NODE, NetworkError, navigate, useConnection } from '../app/index.ts';
import type { CanvasHandle } from '../canvas/index.ts';
import { useCommands } from '../commands/index.ts';
import { announce, Button, ErrorBox, Panel, Skeleton } from '../components/index.ts';
import type { PictureFormat } from '../picture/index.ts';
import { EDITOR_COMMANDS, type EditorTools } from './commands/editor.ts';
import { nodeTargets } from './commands/targets.ts';
import { Dock } from './dock/index.ts';
import { EditorContext } from './EditorContext.ts';
import { EditorHeader } from './EditorHeader.tsx';
import { ElsewhereBar } from './ElsewhereBar.tsx';
import { focusSettings } from './focusSettings.ts';
import { useFullscreen } from './fullscreen.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { Pane } from './Pane.tsx';
import { Palette } from './palette/Palette.tsx';
import { FindingsContext } from './problems/FindingsContext.ts';
import { showProblem } from './problems/problems.ts';
import { useProblems } from './problems/useProblems.ts';
import { RestoredBar } from './RestoredBar.tsx';
import { runJourneys } from './run.ts';
import { saveNow } from './saveNow.ts';
import { closePane } from './split/closePane.ts';
import { Panes } from './split/Panes.tsx';
import { besideTargets } from './split/targets.ts';
import { useSplit } from './split/useSplit.ts';
import type { EditorStore } from './store/editorStore.ts';
import { placeNode } from './useCanvasActions.ts';
import { useFocusAfterNotices } from './useFocusAfterNotices.ts';
import { useUnloadGuard } from './useUnloadGuard.ts';
import { useWantedPlace } from './useWantedPlace.ts';

const PictureDialog = lazy(async () => ({ default: (await import('../picture/index.ts')).PictureDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('../transfer/index.ts')).ExportDialog }));
const CopyAsDialog = lazy(async () => ({ default: (await import('../copyAs/index.ts')).CopyAsDialog }));
const HistoryDialog = lazy(async () => ({ default: (await import('./dialogs/HistoryDialog.tsx')).HistoryDialog }));

export interface EditorScreenProps {
  realm: string;
  primary: EditorStore;
  /** Journey asked for beside the first. */
  beside: string | null;
  second: EditorStore | null;
  secondError: unknown;
  retrySecond(): void;
  resources: RealmResources;
  journeys: readonly JourneySummary[];
}

export function EditorScreen({ realm, primary, beside, second, secondError, retrySecond, resources, journeys }: EditorScreenProps) {
  const queries = useQueryClient();
  const kinds = resources.nodeTypes;
  const firstCanvas = useRef<CanvasHandle>(null);
  const secondCanvas = useRef<CanvasHandle>(null);
  const canvases = useMemo(() => ({ first: firstCanvas, second: secondCanvas }), []);
  const nameRef = useRef<HTMLDivElement>(null);
  const split = useSplit({ realm, kinds, primary, second, beside, journeys, canvases });
  const { side, roles, otherHue, openJourney } = split;
  const [exporting, setExporting] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const [showingHistory, setShowingHistory] = useState(false);
  const [picture, setPicture] = useState<PictureFormat | null>(null);
  const [running, setRunning] = useState(false);
  const [runError, setRunError] = useState<unknown>(null);
  const active = side === 'second' && second ? second : primary;
  const canvas = canvases[active === primary ? 'first' : 'second'];
  const unsaved = useStore(active, (state) => state.saveError);
  const isLost = useConnection((state) => !state.isOnline || !state.isAnswered);
  // While the server is away one banner says so, above: it is saved by itself when it is back.
  const saveError = isLost && unsaved instanceof NetworkError ? null : unsaved;
  const waits = saveError !== unsaved;
  useEffect(() => {
    if (waits) announce('Not saved yet: the server does not answer. It is tried again by itself.');
  }, [waits]);
  // A run that stopped at saving the journey on the screen says so once.
  const runFailed = runError !== null && (saveError === null || (runError as Error).cause !== saveError);
  const draftFailed = useStore(active, (state) => state.draftFailed);
  const restored = useStore(active, (state) => state.restored);
  useFocusAfterNotices([saveError !== null, runFailed, restored, draftFailed].filter(Boolean).length, canvas);
  const problems = useProblems(active);
  const id = primary.getState().id;

  const rename = useCallback(() => {
    requestAnimationFrame(() => nameRef.current?.querySelector('input')?.select());
  }, []);
  const openSettings = useCallback(() => focusSettings(), []);
  const saveActive = useCallback(async () => {
    if (!(await saveNow(active))) return;
    await queries.invalidateQueries();
  }, [active, queries]);
  const run = useCallback(
    async (play = false) => {
      setRunning(true);
      setRunError(null);
      try {
        await runJourneys(realm, roles.main, play);
      } catch (error) {
        setRunError(error);
      } finally {
        setRunning(false);
      }
    },
    [realm, roles.main],
  );
  const newCustomNode = useCallback(() => navigate(customNodePath(realm, NEW_CUSTOM_NODE, { tab: 'details', from: id })), [realm, id]);
  useUnloadGuard();
  useWantedPlace(active, canvas);
  const isFull = useFullscreen();
  const problemAt = useRef(-1);
  const tools: EditorTools = {
    store: active,
    partner: roles.partner,
    isSplit: beside !== null,
    save: saveActive,
    run: () => run(),
    play: () => run(true),
    split: () => navigate(designerPath(realm, id, beside === null ? roles.partner : null)),
    newCustomNode,
    export: () => setExporting(true),
    copyAs: () => setCopied(active.getState().id),
    picture: setPicture,
    showHistory: () => setShowingHistory(true),
    goToProblem(step) {
      const count = problems?.length ?? 0;
      if (count === 0) return announce('No problems');
      problemAt.current = problemAt.current < 0 && step < 0 ? count - 1 : (problemAt.current + step + count) % count;
      const finding = problems?.[problemAt.current];
      if (!finding) return;
      showProblem({ store: active, reveal: (node) => canvas.current?.reveal(node) }, finding);
      announce(`Problem ${problemAt.current + 1} of ${count}: ${finding.text} ${finding.place}`);
    },
  };
  useCommands(EDITOR_COMMANDS, tools, {
    targets: () => [...nodeTargets(kinds, active, canvas), ...besideTargets(realm, id, beside, journeys)],
  });
  useEffect(() => {
    globalThis.document.title = beside === null ? `${id} · Tandem` : `${id} + ${beside} · Tandem`;
  }, [id, beside]);

  const editing = useMemo(
    () => ({ store: active, resources, openJourney, reveal: (node: string) => canvas.current?.reveal(node) }),
    [active, resources, openJourney, canvas],
  );
  const shared = useMemo(() => ({ resources, openJourney, rename, openSettings }), [resources, openJourney, rename, openSettings]);
  const place = useCallback(
    (type: string) => placeNode({ store: active, kinds, canvas, ...shared, openDialog: () => undefined }, type, null),
    [active, kinds, canvas, shared],
  );
  const firstHead = beside === null ? null : { onClose: () => closePane(realm, beside) };
  return (
    <EditorContext value={editing}>
      <div className="screen editor" data-full={isFull || undefined}>
        <button type="button" className="skip-link" onClick={() => canvas.current?.focus()}>
          Skip to the canvas
        </button>
        <EditorHeader hue={active === primary ? roles.hue : otherHue} partner={roles.partner} isSplit={beside !== null} isRunning={running} />
        {saveError || runFailed ? (
          <div className="editor-failure">
            {saveError ? <ErrorBox title="Not saved. Your work is kept in this browser" error={saveError} onRetry={() => void saveActive()} /> : null}
            {runFailed ? <ErrorBox title="The simulation could not be started" error={runError} onRetry={() => void run()} /> : null}
          </div>
        ) : null}
        {restored ? <RestoredBar store={active} /> : null}
        <ElsewhereBar realm={realm} id={active.getState().id} />
        {draftFailed ? (
          <div className="editor-notice" role="alert">
            <span>This browser has no room to keep your unsaved changes: they would be lost in a crash.</span>
            <Button size="small" onPress={() => void saveActive()}>
              Save now
            </Button>
          </div>
        ) : null}
        <div className="editor-body">
          <Panel label="Palette" side="left" name="palette" defaultSize={264} min={180} max={420}>
            <Palette kinds={kinds} onNewType={newCustomNode} onPlace={place} />
          </Panel>
          <main className="editor-middle">
            <Panes
              first={
                <Pane
                  {...shared}
                  key={id}
                  store={primary}
                  canvas={firstCanvas}
                  hue={roles.hue}
                  isActive={active === primary}
                  head={firstHead}
                  onActivate={split.activate.first}
                  callers={split.callers.first}
                  openCaller={(caller) => split.openCaller('first', caller)}
                />
              }
              second={
                beside === null ? null : second ? (
                  <Pane
                    {...shared}
                    key={beside}
                    store={second}
                    canvas={secondCanvas}
                    hue={otherHue}
                    isActive={active === second}
                    head={{ onClose: () => closePane(realm, id) }}
                    onActivate={split.activate.second}
                    callers={split.callers.second}
                    openCaller={(caller) => split.openCaller('second', caller)}
                  />
                ) : (
                  <div className="pane">
                    {secondError ? (
                      <ErrorBox title={`${beside} could not be opened`} error={secondError} onRetry={retrySecond} />
                    ) : (
                      <Skeleton label={`Opening ${beside}`} lines={6} />
                    )}
                  </div>
                )
              }
            />
            <Dock />
          </main>
          <Panel label="Settings" side="right" name="inspector" defaultSize={340} min={260} max={620}>
            <FindingsContext value={problems}>
              <Inspector nameRef={nameRef} />
            </FindingsContext>
          </Panel>
        </div>
        {showingHistory ? (
          <Suspense fallback={null}>
            <HistoryDialog onClose={() => setShowingHistory(false)} />
          </Suspense>
        ) : null}
        {picture === null ? null : (
          <Suspense fallback={null}>
            <PictureDialog format={picture} onClose={() => setPicture(null)} />
          </Suspense>
        )}
        {copied === null ? null : (
          <Suspense fallback={null}>
            <CopyAsDialog
              title={`Start ${copied} from an app`}
              place={{ base: `${location.origin}/am`, realm, target: { type: 'service', value: copied } }}
              onClose={() => setCopied(null)}
            />
          </Suspense>
        )}
        {exporting ? (
          <Suspense fallback={null}>
            <ExportDialog realm={realm} journeys={beside === null ? [id] : [id, beside]} onClose={() => setExporting(false)} />
          </Suspense>
        ) : null}
      </div>
    </EditorContext>
  );
}
