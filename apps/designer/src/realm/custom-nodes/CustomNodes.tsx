import './customNodes.css';
import type { CustomNodeRecord } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileUp, Plus, Puzzle, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { customNodePath, Link, NEW_CUSTOM_NODE, navigate, realmScreenPath, useOtherTabs } from '../../app/index.ts';
import { Button, ChosenBar, DeleteDialog, EmptyState, ErrorBox, Select, Skeleton, toast } from '../../components/index.ts';
import { useImportFiles } from '../../transfer/useImportFiles.tsx';
import { focusSection, Read, SearchField, SectionHead } from '../parts/Section.tsx';
import { customNodesQuery, exportCustomNodes, removeCustomNodes } from './api.ts';
import { CustomNodeTable } from './CustomNodeTable.tsx';
import { CATEGORY_CHOICES, categoryName, categoryOf, NO_CATEGORY, ownTags } from './categories.ts';
import { readKept } from './keptDraft.ts';
import { UsedBy } from './UsedBy.tsx';
import { counted } from './words.ts';

const CustomNodePage = lazy(async () => ({ default: (await import('./CustomNodePage.tsx')).CustomNodePage }));
const ImportDialog = lazy(async () => ({ default: (await import('../../transfer/ImportDialog.tsx')).ImportDialog }));

const ALL = 'all';

const matches = (query: string, category: string) => {
  const wanted = query.trim().toLowerCase();
  return ({ nodeType }: CustomNodeRecord) => {
    if (category !== ALL && categoryOf(nodeType) !== category) return false;
    const texts = [nodeType.displayName, nodeType.description ?? '', categoryName(nodeType), nodeType.script, ...ownTags(nodeType)];
    return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
  };
};

const namesOf = (records: readonly CustomNodeRecord[]) =>
  records.length === 1 ? (records[0]?.nodeType.displayName ?? '') : counted(records.length, 'custom node');

/** Every custom node type of the realm, or one of them in its designer. */
export function CustomNodes({ realm, item }: { realm: string; item: string | undefined }) {
  const list = useQuery({ ...customNodesQuery(realm), staleTime: 0 });
  const otherTabs = useOtherTabs(item ?? null);
  if (item === undefined) return <CustomNodeList realm={realm} list={list} />;
  if (otherTabs === null) return <Skeleton label="Opening the designer" lines={10} />;
  return (
    <Read what="custom nodes" query={list}>
      {(records) => {
        const record = records.find(({ nodeType }) => nodeType._id === item) ?? null;
        // A copy that is not saved yet is known to the browser alone.
        if (record === null && item !== NEW_CUSTOM_NODE && readKept(realm, item, otherTabs) === null) {
          return (
            <EmptyState
              title="There is no such custom node"
              action={<Link href={realmScreenPath(realm, 'custom-nodes')}>Go to the custom nodes</Link>}
            >
              {`The realm has none with the id ${item}.`}
            </EmptyState>
          );
        }
        return (
          <Suspense fallback={<Skeleton label="Opening the designer" lines={10} />}>
            <CustomNodePage key={item} realm={realm} item={item} record={record} types={records} otherTabs={otherTabs} />
          </Suspense>
        );
      }}
    </Read>
  );
}

function CustomNodeList({ realm, list }: { realm: string; list: Parameters<typeof Read<CustomNodeRecord[]>>[0]['query'] }) {
  const queries = useQueryClient();
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState(ALL);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [deleting, setDeleting] = useState<readonly CustomNodeRecord[] | null>(null);
  /** Of those the ones that can go: a journey may use others. */
  const free = (deleting ?? []).filter(({ uses }) => uses.length === 0);
  const [failure, setFailure] = useState<{ error: unknown; retry(): void } | null>(null);
  const { area, hovering, pick } = useImportFiles({ realm, isBusy: files !== null || deleting !== null, onFiles: setFiles });
  const records = useMemo(() => list.data ?? [], [list.data]);
  const rows = useMemo(() => records.filter(matches(query, category)), [records, query, category]);
  const picked = records.filter(({ nodeType }) => chosen.has(nodeType._id));
  const isNarrowed = query.trim() !== '' || category !== ALL;
  const create = () => navigate(customNodePath(realm, NEW_CUSTOM_NODE, { tab: 'details' }));
  const save = async (which: readonly CustomNodeRecord[]) => {
    setFailure(null);
    try {
      await exportCustomNodes(
        realm,
        which.map(({ nodeType }) => nodeType._id),
      );
      toast(`Exported ${counted(which.length, 'custom node')}`);
    } catch (error) {
      setFailure({ error, retry: () => void save(which) });
    }
  };
  const newButton = (
    <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={create}>
      New custom node
    </Button>
  );
  const importButton = (
    <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={pick}>
      Import
    </Button>
  );
  return (
    <div data-hovering={hovering || undefined}>
      <SectionHead
        title="Custom nodes"
        actions={
          <>
            <Button icon={<Download size={15} aria-hidden="true" />} isDisabled={records.length === 0} onPress={() => void save(records)}>
              Export all
            </Button>
            {importButton}
            {newButton}
          </>
        }
      >
        Node types with a script, properties and outcomes of your own, for all journeys. Their files are those of AIC, which wants them imported
        before the journeys that use them.
      </SectionHead>
      {failure ? <ErrorBox title="The custom nodes were not exported" error={failure.error} onRetry={failure.retry} /> : null}
      <Read what="custom nodes" query={list}>
        {() =>
          records.length === 0 ? (
            <EmptyState
              icon={<Puzzle size={28} aria-hidden="true" />}
              title="No custom nodes yet"
              action={
                <span className="section-actions">
                  {importButton}
                  {newButton}
                </span>
              }
            >
              Create one here, or import a file that AIC exported.
            </EmptyState>
          ) : (
            <>
              <div className="section-tools">
                <SearchField label="Search names, descriptions, tags and scripts" value={query} onChange={setQuery} />
                <div className="type-category">
                  <Select
                    label="Category"
                    hideLabel
                    options={[
                      { value: ALL, label: 'All categories' },
                      ...CATEGORY_CHOICES.map((choice) => (choice.value === NO_CATEGORY ? { ...choice, label: 'No category' } : choice)),
                    ]}
                    value={category}
                    onChange={setCategory}
                  />
                </div>
                <span className="dim numeric" role="status">
                  {isNarrowed ? `${rows.length} of ${counted(records.length, 'custom node')}` : counted(records.length, 'custom node')}
                </span>
              </div>
              {picked.length > 0 ? (
                <ChosenBar
                  label="Chosen custom nodes"
                  count={picked.length}
                  onClear={() => {
                    setChosen(new Set());
                    focusSection();
                  }}
                >
                  <Button icon={<Download size={15} aria-hidden="true" />} onPress={() => void save(picked)}>
                    {`Export ${picked.length} chosen`}
                  </Button>
                  <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} onPress={() => setDeleting(picked)}>
                    {`Delete ${picked.length} chosen`}
                  </Button>
                </ChosenBar>
              ) : null}
              {rows.length === 0 ? (
                <EmptyState title="No custom node matches">Try another word or another category.</EmptyState>
              ) : (
                <CustomNodeTable realm={realm} rows={rows} chosen={chosen} onChoose={setChosen} />
              )}
            </>
          )
        }
      </Read>
      {area}
      {files ? (
        <Suspense fallback={null}>
          <ImportDialog realm={realm} files={files} onClose={() => setFiles(null)} />
        </Suspense>
      ) : null}
      {deleting ? (
        <DeleteDialog
          title={free.length === 0 ? namesOf(deleting) : namesOf(free)}
          word={free.length < deleting.length ? `${free.length} unused` : free.length === 1 ? 'custom node' : 'custom nodes'}
          areMany={deleting.length > 1}
          isBlocked={free.length === 0}
          onClose={() => setDeleting(null)}
          onDelete={async () => {
            await removeCustomNodes(
              realm,
              free.map(({ nodeType }) => nodeType._id),
            );
            toast(`Deleted ${counted(free.length, 'custom node')}`);
            setDeleting(null);
            setChosen(new Set());
            await queries.invalidateQueries();
            focusSection();
          }}
        >
          {free.length < deleting.length ? <UsedBy realm={realm} records={deleting} /> : null}
          {free.length > 0 ? (
            <p>
              {free.length < deleting.length ? '' : `No journey uses ${free.length === 1 ? 'it' : 'them'}. `}
              The realm as it is now becomes a backup: restore it under Realm, Backups.
            </p>
          ) : null}
        </DeleteDialog>
      ) : null}
    </div>
  );
}
