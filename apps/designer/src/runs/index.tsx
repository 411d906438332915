import './runs.css';
import { useQuery } from '@tanstack/react-query';
import { FolderOpen, Pin, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { AppHeader, journeysQuery, navigate, ScreenNav, simulationsPath } from '../app/index.ts';
import { useCommands } from '../commands/index.ts';
import { Button, ChosenBar, ErrorBox, Skeleton } from '../components/index.ts';
import { runsQuery } from './api.ts';
import { RUNS_COMMANDS } from './commands.ts';
import { DeleteRuns } from './DeleteRuns.tsx';
import { ALL_RUNS, filterIn, isNarrowed, queryOf, type RunFilter } from './filter.ts';
import { OpenedFiles } from './OpenedFiles.tsx';
import { Pager } from './Pager.tsx';
import { RunList } from './RunList.tsx';
import { RunTools } from './RunTools.tsx';
import { useOpenFiles } from './useOpenFiles.tsx';
import { useRuns } from './useRuns.ts';
import { countText, retentionText } from './words.ts';

const show = (filter: RunFilter, replace = true) => navigate(simulationsPath(queryOf(filter)), { replace });
const focusedRow = (): string | null => document.activeElement?.closest<HTMLElement>('[data-run]')?.dataset.run ?? null;

/** Every simulation that is kept: found, named, pinned, deleted, opened from a file. */
export default function RunsScreen({ realm, query }: { realm: string; query: string }) {
  const filter = filterIn(query);
  const list = useQuery(runsQuery(filter));
  const journeys = useQuery(journeysQuery(realm)).data?.journeys ?? [];
  const { simulations = [], total = 0, retention } = list.data ?? {};
  const room = useRuns(simulations, filter);
  const files = useOpenFiles(room.deleting !== null);
  const chosen = [...room.chosen];
  const isAllChosen = simulations.length > 0 && simulations.every(({ id }) => room.chosen.has(id));
  const narrowed = isNarrowed(filter);
  const showAll = () => show(ALL_RUNS);
  useCommands(RUNS_COMMANDS, {
    focused: focusedRow,
    chosen,
    isNarrowed: narrowed,
    openFile: files.pick,
    rename: room.setNaming,
    keep: (id) => void room.keep(id, simulations.find((run) => run.id === id)?.kept !== true),
    remove: room.setDeleting,
    chooseShown: room.chooseShown,
    chooseNone: room.chooseNone,
    showAll,
  });
  useEffect(() => {
    document.title = 'Simulations · Tandem';
  }, []);
  // The last of a page was deleted: there may be others before it.
  const isBeyond = list.data !== undefined && !list.isPlaceholderData && simulations.length === 0 && filter.page > 1;
  useEffect(() => {
    if (isBeyond) navigate(simulationsPath(queryOf({ ...filterIn(query), page: 1 })), { replace: true });
  }, [isBeyond, query]);

  return (
    <>
      <AppHeader>
        <ScreenNav realm={realm} current="simulations" />
      </AppHeader>
      <main className="page" data-hovering={files.hovering || undefined}>
        <div className="runs-head">
          <h1 tabIndex={-1}>Simulations</h1>
          <Button icon={<FolderOpen size={15} aria-hidden="true" />} isIdle={files.underWay !== null} onPress={files.pick}>
            Open a file
          </Button>
        </div>
        <RunTools filter={filter} journeys={journeys.map(({ id }) => id)} onChange={(change) => show({ ...filter, page: 1, ...change })} />
        {retention ? (
          <p className="runs-retention dim">
            <Pin size={13} aria-hidden="true" />
            {retentionText(retention)}
          </p>
        ) : null}
        <OpenedFiles opened={files.opened} underWay={files.underWay} onClear={files.clear} />
        {chosen.length > 0 ? (
          <ChosenBar label="Chosen simulations" count={chosen.length} onClear={room.chooseNone}>
            {isAllChosen && chosen.length < total ? (
              <Button onPress={() => void room.chooseAll()}>{`Choose all ${total.toLocaleString('en')} that match`}</Button>
            ) : null}
            <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} onPress={() => room.setDeleting(chosen)}>
              {`Delete ${chosen.length.toLocaleString('en')} chosen`}
            </Button>
          </ChosenBar>
        ) : null}
        {room.failure ? <ErrorBox title={room.failure.title} error={room.failure.error} onRetry={room.failure.retry} /> : null}
        {simulations.length > 0 ? (
          <label className="runs-count numeric">
            <input type="checkbox" checked={isAllChosen} onChange={() => (isAllChosen ? room.chooseNone() : room.chooseShown())} />
            <span className="visually-hidden">Choose all on this page</span>
            <span role="status">{narrowed ? `${countText(total)} found` : countText(total)}</span>
          </label>
        ) : null}
        {list.error ? (
          <ErrorBox title="The simulations could not be read" error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton label="Reading the simulations" lines={8} />
        ) : (
          <RunList runs={simulations} room={room} isNarrowed={narrowed} onShowAll={showAll} onOpenFile={files.pick} />
        )}
        <Pager page={filter.page} total={total} onPage={(page) => show({ ...filter, page }, false)} />
      </main>
      {files.area}
      {room.deleting ? (
        <DeleteRuns ids={room.deleting} shown={simulations} onDone={(deleted) => void room.deleted(deleted)} onClose={() => room.setDeleting(null)} />
      ) : null}
    </>
  );
}
