import './library.css';
import './rows.css';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus, Unlink } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { AppHeader, createSimulation, journeysQuery, navigate, ScreenNav, simulationPath } from '../app/index.ts';
import { useCommands } from '../commands/index.ts';
import { Button, ErrorBox, focusWhenLost, Skeleton } from '../components/index.ts';
import { useImportFiles } from '../transfer/useImportFiles.tsx';
import { BulkBar } from './bulk/BulkBar.tsx';
import { LIBRARY_COMMANDS } from './commands.ts';
import { JourneyList } from './JourneyList.tsx';
import { LibraryDialogs } from './LibraryDialogs.tsx';
import { LibraryTools } from './LibraryTools.tsx';
import { type Listing, pairsOf, tagsOf } from './pairs.ts';
import { Simulations } from './Simulations.tsx';
import { chosenIn, useLibrary } from './useLibrary.ts';

const ALL: Listing = { query: '', tag: null, sort: 'pairs' };

/** Home: every journey of the realm, who starts whom, and what can be done with them. */
export default function Library({ realm }: { realm: string }) {
  const list = useQuery({ ...journeysQuery(realm), staleTime: 0 });
  const journeys = useMemo(() => list.data?.journeys ?? [], [list.data]);
  const { defaultJourney, nodeTypes } = list.data ?? {};
  const [listing, setListing] = useState(ALL);
  const library = useLibrary(realm, defaultJourney);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown; main: string } | null>(null);
  const { setOpen, setChosen, act } = library;
  const { area, hovering, pick } = useImportFiles({ realm, isBusy: library.open !== null, onFiles: (files) => setOpen({ kind: 'import', files }) });
  // Typing goes first where a long list takes a while to draw.
  const { query, tag, sort } = useDeferredValue(listing);
  const pairs = useMemo(() => pairsOf(journeys, { query, tag, sort, typeNames: nodeTypes ?? {} }), [journeys, query, tag, sort, nodeTypes]);
  const shown = useMemo(() => [...new Set(pairs.flatMap(({ main, backchannel }) => [main, ...backchannel].map(({ id }) => id)))], [pairs]);
  const tags = useMemo(() => tagsOf(journeys), [journeys]);
  const chosen = useMemo(() => chosenIn(journeys, library.chosen), [journeys, library.chosen]);
  const isAllChosen = shown.length > 0 && shown.every((id) => library.chosen.has(id));
  const isNarrowed = query !== '' || tag !== null;
  const create = () => setOpen({ kind: 'new' });
  const orphans = () => setOpen({ kind: 'orphans' });
  const chooseShown = () => setChosen(new Set([...chosen, ...shown]));
  const chooseNone = () => {
    setChosen(new Set());
    // The bar with its button goes.
    focusWhenLost('.library-count input', 'main h1');
  };
  useCommands(LIBRARY_COMMANDS, { chosen, create, import: pick, orphans, act, chooseShown, chooseNone });
  useEffect(() => {
    document.title = 'Journeys · Tandem';
  }, []);

  const run = useCallback(
    async (main: string) => {
      setStarting(true);
      setFailure(null);
      try {
        const simulation = await createSimulation({ realm, clock: 'virtual' });
        navigate(simulationPath(simulation.id, main));
      } catch (error) {
        setFailure({ error, main });
        setStarting(false);
      }
    },
    [realm],
  );

  return (
    <>
      <AppHeader>
        <ScreenNav realm={realm} current="journeys" />
      </AppHeader>
      <main className="page" data-hovering={hovering || undefined}>
        <div className="library-head">
          <h1 tabIndex={-1}>Journeys</h1>
          <div className="library-buttons">
            <Button kind="quiet" icon={<Unlink size={15} aria-hidden="true" />} onPress={orphans}>
              Orphaned nodes
            </Button>
            <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={pick}>
              Import
            </Button>
            <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={create}>
              New journey
            </Button>
          </div>
        </div>
        <LibraryTools listing={listing} tags={tags} onChange={(change) => setListing({ ...listing, ...change })} />
        {chosen.length > 0 ? (
          <BulkBar count={chosen.length} isBusy={library.isBusy} onAction={(action) => act(chosen, action)} onClear={chooseNone} />
        ) : null}
        {library.failure ? <ErrorBox title={library.failure.title} error={library.failure.error} onRetry={library.failure.retry} /> : null}
        {failure ? <ErrorBox title="The simulation could not be started" error={failure.error} onRetry={() => void run(failure.main)} /> : null}
        {shown.length > 0 ? (
          <label className="library-count numeric">
            <input type="checkbox" checked={isAllChosen} onChange={() => (isAllChosen ? chooseNone() : chooseShown())} />
            <span className="visually-hidden">Choose all shown</span>
            <span role="status">{isNarrowed ? `${shown.length} of ${journeys.length} journeys` : `${journeys.length} journeys`}</span>
          </label>
        ) : null}
        {list.error ? (
          <ErrorBox title="The journeys could not be read" error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton label="Reading the journeys" lines={8} />
        ) : (
          <JourneyList
            realm={realm}
            pairs={pairs}
            isNarrowed={isNarrowed}
            isStarting={starting}
            chosen={library.chosen}
            defaultJourney={defaultJourney}
            onChoose={library.choose}
            onAction={act}
            onRun={(main) => void run(main)}
            onNew={create}
            onImport={pick}
            onShowAll={() => setListing({ ...ALL, sort })}
          />
        )}
        <Simulations />
      </main>
      {area}
      <LibraryDialogs
        realm={realm}
        open={library.open}
        journeys={journeys}
        defaultJourney={defaultJourney}
        onClose={() => setOpen(null)}
        onDone={library.done}
      />
    </>
  );
}
