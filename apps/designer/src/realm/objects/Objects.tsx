import type { ManagedObjectView } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { Boxes, FileUp, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFileDrop } from '../../app/index.ts';
import { Button, EmptyState, Select } from '../../components/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Read, SearchField, SectionHead } from '../parts/Section.tsx';
import { objectsQuery } from '../queries.ts';
import { nameOf } from './form.ts';
import { ImportObjects } from './ImportObjects.tsx';
import { ObjectDialog } from './ObjectDialog.tsx';

const COLUMNS: readonly Column<ManagedObjectView>[] = [
  { label: 'Name', cell: nameOf },
  { label: 'Type', mono: true, cell: ({ type }) => type },
  {
    label: 'Attributes',
    wide: true,
    cell: ({ object }) =>
      Object.keys(object)
        .filter((name) => name !== '_id' && name !== 'name')
        .join(', '),
  },
];

function matches(managed: ManagedObjectView, query: string): boolean {
  return [nameOf(managed), managed.type, managed.object._id].some((text) => text.toLowerCase().includes(query.trim().toLowerCase()));
}

/** Managed objects that are no users: roles, organizations, types that an administrator made. */
export function Objects({ realm }: { realm: string }) {
  const list = useQuery({ ...objectsQuery(realm), staleTime: 0 });
  const [query, setQuery] = useState('');
  const [type, setType] = useState('');
  const [open, setOpen] = useState<{ managed: ManagedObjectView | null } | { file: File } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const hovering = useFileDrop((files) => {
    const [file] = files;
    if (file && open === null) setOpen({ file });
  });
  const choose = () => picker.current?.click();
  const known = [...new Set((list.data?.objects ?? []).map((managed) => managed.type))];
  return (
    <>
      <SectionHead
        title="Managed objects"
        actions={
          <>
            <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={choose}>
              Import objects
            </Button>
            <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ managed: null })}>
              New object
            </Button>
          </>
        }
      >
        Roles, organizations and other managed objects that nodes and scripts read and write. A simulation copies them when it starts.
      </SectionHead>
      <Read what="managed objects" query={list}>
        {({ objects }) => {
          if (objects.length === 0) {
            return (
              <EmptyState icon={<Boxes size={28} aria-hidden="true" />} title="This realm has no managed objects">
                Create one, or import a JSON or CSV file. People have a section of their own.
              </EmptyState>
            );
          }
          const shown = objects.filter((managed) => (type === '' || managed.type === type) && matches(managed, query));
          return (
            <>
              <div className="section-tools">
                <SearchField label="Search by name, type or id" value={query} onChange={setQuery} />
                <Select
                  label="Show type"
                  hideLabel
                  options={[{ value: '', label: 'All types' }, ...known.map((value) => ({ value, label: value }))]}
                  value={type}
                  onChange={setType}
                />
                <span className="dim numeric" role="status">
                  {shown.length === objects.length ? `${objects.length} in all` : `${shown.length} of ${objects.length}`}
                </span>
              </div>
              {shown.length === 0 ? (
                <EmptyState
                  title="Nothing matches"
                  action={
                    <Button
                      onPress={() => {
                        setQuery('');
                        setType('');
                      }}
                    >
                      Show all
                    </Button>
                  }
                >
                  Search by name, type or id.
                </EmptyState>
              ) : (
                <DataTable
                  label="Managed objects"
                  columns={COLUMNS}
                  rows={shown}
                  keyOf={(managed) => `${managed.type}/${managed.object._id}`}
                  onOpen={(managed) => setOpen({ managed })}
                />
              )}
            </>
          );
        }}
      </Read>
      <input
        ref={picker}
        type="file"
        accept=".json,.csv,application/json,text/csv"
        hidden
        aria-label="File of objects"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) setOpen({ file });
        }}
      />
      {hovering && open === null ? <div className="drop-hint">Drop a JSON or CSV file to import its objects into {realm}</div> : null}
      {open && 'managed' in open ? (
        <ObjectDialog
          realm={realm}
          managed={open.managed}
          now={list.data?.objects.find((other) => other.type === open.managed?.type && other.object._id === open.managed?.object._id)}
          type={type || `${realm}_role`}
          known={known}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open && 'file' in open ? (
        <ImportObjects realm={realm} file={open.file} type={type || `${realm}_role`} known={known} onAnother={choose} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
