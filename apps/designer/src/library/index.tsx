import './library.css';
import './rows.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileUp, Plus, Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { AppHeader, createSimulation, designerPath, journeysQuery, navigate, ScreenNav, simulationPath, useFileDrop } from '../app/index.ts';
import { useCommands } from '../commands/index.ts';
import { Button, ErrorBox, Segmented, Skeleton, TextField, toast } from '../components/index.ts';
import { ExportDialog, ImportDialog } from '../transfer/index.ts';
import { createJourney, deleteJourney, duplicateJourney } from './actions.ts';
import { LIBRARY_COMMANDS } from './commands.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { JourneyList } from './JourneyList.tsx';
import type { RowAction } from './JourneyRow.tsx';
import { NameDialog } from './NameDialog.tsx';
import { pairsOf, refersTo, tagsOf } from './pairs.ts';
import { Simulations } from './Simulations.tsx';

type Open =
  | { kind: 'new' }
  | { kind: 'duplicate'; id: string }
  | { kind: 'delete'; id: string }
  | { kind: 'export'; ids: string[] }
  | { kind: 'import'; files: File[] };
const ALL_TAGS = '';

/** Home: every journey of the realm, who starts whom, and what can be done with them. */
export default function Library({ realm }: { realm: string }) {
  const queries = useQueryClient();
  const list = useQuery({ ...journeysQuery(realm), staleTime: 0 });
  const journeys = useMemo(() => list.data?.journeys ?? [], [list.data]);
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState(ALL_TAGS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown; main: string } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const hovering = useFileDrop((files) => setOpen({ kind: 'import', files }));
  const pairs = useMemo(() => pairsOf(journeys, query, tag === ALL_TAGS ? null : tag), [journeys, query, tag]);
  const tags = useMemo(() => tagsOf(journeys), [journeys]);
  const taken = journeys.map((journey) => journey.id);
  const close = () => setOpen(null);
  useCommands(LIBRARY_COMMANDS, {
    chosen: chosen.size,
    create: () => setOpen({ kind: 'new' }),
    import: () => picker.current?.click(),
    export: () => setOpen({ kind: 'export', ids: [...chosen] }),
  });
  useEffect(() => {
    document.title = 'Journeys · Tandem';
  }, []);

  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const act = (id: string, action: RowAction) => setOpen(action === 'export' ? { kind: 'export', ids: [id] } : { kind: action, id });
  const run = async (main: string) => {
    setStarting(true);
    setFailure(null);
    try {
      const simulation = await createSimulation({ realm, clock: 'virtual' });
      navigate(simulationPath(simulation.id, main));
    } catch (error) {
      setFailure({ error, main });
      setStarting(false);
    }
  };
  const afterDelete = async (id: string) => {
    await deleteJourney(realm, id);
    choose(id, false);
    close();
    toast(`Deleted ${id}`);
    await queries.invalidateQueries();
  };

  return (
    <>
      <AppHeader>
        <ScreenNav realm={realm} current="journeys" />
      </AppHeader>
      <main className="page" data-hovering={hovering || undefined}>
        <div className="library-head">
          <h1>Journeys</h1>
          <div className="library-buttons">
            {chosen.size > 0 ? (
              <Button icon={<Download size={15} aria-hidden="true" />} onPress={() => setOpen({ kind: 'export', ids: [...chosen] })}>
                {`Export ${chosen.size} chosen`}
              </Button>
            ) : null}
            <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={() => picker.current?.click()}>
              Import
            </Button>
            <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ kind: 'new' })}>
              New journey
            </Button>
          </div>
        </div>
        <div className="library-tools">
          <TextField
            label="Search journeys"
            hideLabel
            placeholder="Search by name, description or tag"
            type="search"
            value={query}
            onChange={setQuery}
            before={<Search size={15} aria-hidden="true" />}
          />
          {tags.length > 0 ? (
            <Segmented
              label="Tag"
              hideLabel
              value={tag}
              onChange={setTag}
              options={[{ value: ALL_TAGS, label: 'All' }, ...tags.map((name) => ({ value: name, label: name }))]}
            />
          ) : null}
        </div>
        {failure ? <ErrorBox title="The simulation could not be started" error={failure.error} onRetry={() => void run(failure.main)} /> : null}
        {list.error ? (
          <ErrorBox title="The journeys could not be read" error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton label="Reading the journeys" lines={8} />
        ) : (
          <JourneyList
            realm={realm}
            pairs={pairs}
            isNarrowed={query !== '' || tag !== ALL_TAGS}
            isStarting={starting}
            chosen={chosen}
            onChoose={choose}
            onAction={act}
            onRun={(main) => void run(main)}
            onNew={() => setOpen({ kind: 'new' })}
            onImport={() => picker.current?.click()}
            onShowAll={() => {
              setQuery('');
              setTag(ALL_TAGS);
            }}
          />
        )}
        <Simulations />
      </main>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) setOpen({ kind: 'import', files });
        }}
      />
      {hovering ? <div className="drop-hint">Drop the files to import them into {realm}</div> : null}
      {open?.kind === 'import' ? <ImportDialog realm={realm} files={open.files} onClose={close} /> : null}
      {open?.kind === 'export' ? <ExportDialog realm={realm} journeys={open.ids} onClose={close} /> : null}
      {open?.kind === 'delete' ? (
        <DeleteDialog id={open.id} usedBy={refersTo(journeys, open.id)} onDelete={() => afterDelete(open.id)} onClose={close} />
      ) : null}
      {open?.kind === 'new' ? (
        <NameDialog
          title="New journey"
          button="Create journey"
          initial=""
          taken={taken}
          onClose={close}
          onSubmit={async (name) => {
            await createJourney(realm, name);
            await queries.invalidateQueries();
            navigate(designerPath(realm, name));
          }}
        />
      ) : null}
      {open?.kind === 'duplicate' ? (
        <NameDialog
          title={`Duplicate ${open.id}`}
          button="Duplicate"
          initial={`Copy of ${open.id}`}
          taken={taken}
          onClose={close}
          onSubmit={async (name) => {
            await duplicateJourney(realm, open.id, name);
            close();
            toast(`Created ${name}`);
            await queries.invalidateQueries();
          }}
        />
      ) : null}
    </>
  );
}
