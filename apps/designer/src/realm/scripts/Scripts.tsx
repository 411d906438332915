import type { ScriptRecord } from '@tandem/api';
import { newScript, type Script, scriptBody } from '@tandem/journey';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileCode, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useOtherTabs } from '../../app/index.ts';
import { Badge, Button, EmptyState, Skeleton, toast } from '../../components/index.ts';
import { freeScriptName, nameProblem, type ScriptFields } from '../../scripts/fields.ts';
import { ScriptDialog } from '../../scripts/ScriptDialog.tsx';
import { contextName, engineName, SCRIPT_KINDS, templateOf } from '../../scripts/templates.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { focusSection, Read, SearchField, SectionHead } from '../parts/Section.tsx';
import { saveScript, scriptsQuery } from './queries.ts';
import { requirersOf } from './requirers.ts';

const ScriptPage = lazy(async () => ({ default: (await import('./ScriptPage.tsx')).ScriptPage }));

const usedBy = (record: ScriptRecord) => {
  const { uses } = record;
  const requirers = requirersOf(record);
  const libraries = requirers.length === 0 ? '' : `required by ${requirers.join(', ')}`;
  if (uses.length === 0) return libraries || <span className="dim">nothing</span>;
  return [[...new Set(uses.map(({ journey }) => journey))].join(', '), libraries].filter((text) => text !== '').join('; ');
};

const COLUMNS: readonly Column<ScriptRecord>[] = [
  { label: 'Name', cell: ({ script }) => script.name },
  { label: 'Context', cell: ({ script }) => contextName(script.context) },
  {
    label: 'Script engine',
    cell: ({ script }) => <Badge tone={script.evaluatorVersion === '2.0' ? 'accent' : 'neutral'}>{engineName(script.evaluatorVersion)}</Badge>,
  },
  { label: 'Used by', cell: usedBy, wide: true },
];

const matches = (query: string) => {
  const wanted = query.trim().toLowerCase();
  return ({ script }: ScriptRecord) =>
    wanted === '' || script.name.toLowerCase().includes(wanted) || scriptBody(script).toLowerCase().includes(wanted);
};

/** Every script of the realm: found by name or text, opened, made, copied, deleted. */
export function Scripts({ realm }: { realm: string }) {
  const queries = useQueryClient();
  const scripts = useQuery({ ...scriptsQuery(realm), staleTime: 0 });
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [creating, setCreating] = useState<{ fields: ScriptFields; source?: string } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const others = useOtherTabs(open);
  const taken = (scripts.data ?? []).map(({ script }) => script);
  const found = scripts.data?.find(({ script }) => script._id === open);
  // A script that somebody else deletes stays open: what was changed in it must not go with it.
  const [last, setLast] = useState<ScriptRecord | undefined>(undefined);
  if (found !== undefined && found !== last) setLast(found);
  const record = found ?? (last?.script._id === open ? last : undefined);

  const create = async (fields: ScriptFields, source: string) => {
    setFailure(null);
    setBusy(true);
    const script: Script = newScript({ id: crypto.randomUUID(), ...fields, source });
    try {
      await saveScript(realm, 0, script);
      await queries.invalidateQueries();
      setCreating(null);
      setOpen(script._id);
      toast(`Created ${fields.name}`);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const [first] = SCRIPT_KINDS;
  const blank: ScriptFields = {
    name: '',
    description: '',
    context: first?.context ?? '',
    evaluatorVersion: '2.0',
  };
  const dialog = creating ? (
    <ScriptDialog
      title={creating.source === undefined ? 'New script' : 'Duplicate script'}
      button="Create script"
      initial={creating.fields}
      problem={(name) => nameProblem(name, taken)}
      onSubmit={(fields) => void create(fields, creating.source ?? templateOf(fields.context, fields.evaluatorVersion))}
      isBusy={isBusy}
      failure={failure}
      onClose={() => {
        setCreating(null);
        setFailure(null);
      }}
    />
  ) : null;
  if (record && others === null) return <Skeleton label={`Opening ${record.script.name}`} lines={10} />;
  if (record && others) {
    return (
      <Suspense fallback={<Skeleton label={`Opening ${record.script.name}`} lines={10} />}>
        <ScriptPage
          key={record.script._id}
          realm={realm}
          record={record}
          isDeleted={found === undefined}
          taken={taken}
          others={others}
          onDuplicate={(script) =>
            setCreating({
              fields: {
                name: freeScriptName(`${script.name} copy`, taken),
                description: script.description ?? '',
                context: script.context ?? '',
                evaluatorVersion: script.evaluatorVersion ?? '1.0',
              },
              source: scriptBody(script),
            })
          }
          onClose={() => {
            setOpen(null);
            focusSection();
          }}
        />
        {dialog}
      </Suspense>
    );
  }
  return (
    <>
      <SectionHead
        title="Scripts"
        actions={
          <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setCreating({ fields: blank })}>
            New script
          </Button>
        }
      >
        What Scripted Decision and Configuration Provider nodes run, and libraries that scripts require. A journey’s own scripts are also edited below
        its canvas.
      </SectionHead>
      <Read what="scripts" query={scripts}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<FileCode size={28} aria-hidden="true" />} title="This realm has no scripts">
              Create one here, or in the settings of a node that runs it.
            </EmptyState>
          ) : (
            <>
              <div className="section-tools">
                <SearchField label="Search names and sources" value={query} onChange={setQuery} />
              </div>
              <DataTable
                label="Scripts"
                columns={COLUMNS}
                rows={list.filter(matches(query))}
                keyOf={({ script }) => script._id}
                onOpen={({ script }) => setOpen(script._id)}
              />
            </>
          )
        }
      </Read>
      {dialog}
    </>
  );
}
