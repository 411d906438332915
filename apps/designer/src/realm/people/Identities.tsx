import './people.css';
import type { IdentityView } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { Bot, CircleSlash, FileUp, Plus, UsersRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFileDrop } from '../../app/index.ts';
import { Badge, Button, EmptyState } from '../../components/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Read, SearchField, SectionHead } from '../parts/Section.tsx';
import { type IdentityKind, identitiesQuery, importIdentities, servicesQuery } from '../queries.ts';
import { devicesOf } from './attributes.ts';
import { attributeText, fullName } from './form.ts';
import { IdentityDialog } from './IdentityDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';

const WORDS = {
  user: {
    title: 'People',
    about: 'Managed users of the realm. A simulation copies them when it starts; what it changes stays in it.',
    search: 'Search by user name, name or email address',
    add: 'New user',
    none: 'This realm has no users',
    hint: 'Create one, or import users from a JSON or CSV file. A journey that identifies a user finds nobody until then.',
  },
  agent: {
    title: 'Agents',
    about: 'Who a backchannel transaction may be for when its subject is an agent.',
    search: 'Search by agent name or type',
    add: 'New agent',
    none: 'This realm has no agents',
    hint: 'Create one when a Backchannel Initialize node has the subject type Agent.',
  },
};

function Status({ identity }: { identity: IdentityView }) {
  const status = attributeText(identity, 'accountStatus') || 'active';
  if (status === 'active') return 'active';
  return (
    <Badge tone="waiting" icon={<CircleSlash size={11} aria-hidden="true" />}>
      {status}
    </Badge>
  );
}

const STATE_COLUMNS: readonly Column<IdentityView>[] = [
  { label: 'Status', cell: (identity) => <Status identity={identity} /> },
  { label: 'Password', cell: ({ hasPassword }) => (hasPassword ? 'yes' : <span className="dim">no</span>) },
];
const COLUMNS: Record<IdentityKind, readonly Column<IdentityView>[]> = {
  user: [
    { label: 'User name', cell: ({ userName }) => userName },
    { label: 'Name', cell: fullName },
    { label: 'Email address', wide: true, cell: (identity) => attributeText(identity, 'mail') },
    ...STATE_COLUMNS,
    { label: 'Devices', cell: (identity) => devicesOf(identity as Parameters<typeof devicesOf>[0]).length || <span className="dim">none</span> },
  ],
  agent: [
    { label: 'Agent name', cell: ({ userName }) => userName },
    { label: 'Type', wide: true, cell: (identity) => attributeText(identity, 'agentType') },
    ...STATE_COLUMNS,
  ],
};

function matches(identity: IdentityView, query: string): boolean {
  const texts = [identity.userName, fullName(identity), attributeText(identity, 'mail'), attributeText(identity, 'agentType')];
  return texts.some((text) => text.toLowerCase().includes(query.trim().toLowerCase()));
}

/** Users or agents of the realm. Users are also taken from files, chosen or dropped anywhere on the window. */
export function Identities({ realm, kind }: { realm: string; kind: IdentityKind }) {
  const words = WORDS[kind];
  const list = useQuery({ ...identitiesQuery(realm, kind), staleTime: 0 });
  const services = useQuery(servicesQuery(realm));
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<{ identity: IdentityView | null } | { file: File } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const dropped = useFileDrop((files) => {
    const [file] = files;
    if (kind === 'user' && file && open === null) setOpen({ file });
  });
  const hovering = dropped && kind === 'user' && open === null;
  const create = () => setOpen({ identity: null });
  const choose = () => picker.current?.click();
  const importButton = (
    <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={choose}>
      Import users
    </Button>
  );
  const createButton = (
    <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={create}>
      {words.add}
    </Button>
  );
  return (
    <>
      <SectionHead
        title={words.title}
        actions={
          <>
            {kind === 'user' ? importButton : null}
            {createButton}
          </>
        }
      >
        {words.about}
      </SectionHead>
      <Read what={words.title.toLowerCase()} query={list}>
        {({ identities }) => {
          const shown = identities.filter((identity) => matches(identity, query));
          if (identities.length === 0) {
            const Icon = kind === 'user' ? UsersRound : Bot;
            return (
              <EmptyState icon={<Icon size={28} aria-hidden="true" />} title={words.none}>
                {words.hint}
              </EmptyState>
            );
          }
          return (
            <>
              <div className="section-tools">
                <SearchField label={words.search} value={query} onChange={setQuery} />
                <span className="dim numeric" role="status">
                  {shown.length === identities.length ? `${identities.length} in all` : `${shown.length} of ${identities.length}`}
                </span>
              </div>
              {shown.length === 0 ? (
                <EmptyState title="Nobody matches" action={<Button onPress={() => setQuery('')}>Show all</Button>}>
                  {`${words.search}.`}
                </EmptyState>
              ) : (
                <DataTable
                  label={words.title}
                  columns={COLUMNS[kind]}
                  rows={shown}
                  keyOf={({ _id }) => _id}
                  onOpen={(identity) => setOpen({ identity })}
                />
              )}
            </>
          );
        }}
      </Read>
      {kind === 'user' ? (
        <input
          ref={picker}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          hidden
          aria-label="File of users"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) setOpen({ file });
          }}
        />
      ) : null}
      {hovering ? <div className="drop-hint">Drop a JSON or CSV file to import its users into {realm}</div> : null}
      {open && 'identity' in open ? (
        <IdentityDialog
          key={open.identity?._id ?? ''}
          realm={realm}
          kind={kind}
          identity={open.identity}
          now={list.data?.identities.find(({ _id }) => _id === open.identity?._id)}
          customs={services.data?.customAttributes ?? []}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open && 'file' in open ? (
        <ImportDialog
          file={open.file}
          take={(format, text) => importIdentities(realm, format, text)}
          onAnother={choose}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
