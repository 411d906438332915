import { useQuery } from '@tanstack/react-query';
import { Plus, Unplug } from 'lucide-react';
import { useState } from 'react';
import { navigate } from '../../app/index.ts';
import { Badge, Button, EmptyState } from '../../components/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Read, SectionHead } from '../parts/Section.tsx';
import { contentsQuery, type Stored } from '../queries.ts';
import { StubDialog } from './StubDialog.tsx';

type Stub = Stored<'stubs'>;

const COLUMNS: readonly Column<Stub>[] = [
  { label: 'URL pattern', mono: true, wide: true, cell: ({ content: { url } }) => url },
  { label: 'Method', mono: true, cell: ({ content: { method } }) => (method === '*' ? 'any' : method) },
  { label: 'Answer', cell: ({ content: { status } }) => <Badge tone={status < 400 ? 'success' : 'failure'}>{status}</Badge> },
  { label: 'Delay', cell: ({ content: { delayMs } }) => (delayMs ? `${delayMs} ms` : <span className="dim">none</span>) },
];

interface Open {
  stub: Stub | null;
  call?: { method: string; url: string };
}

/** The call that a run found no stub for, as the link of its line names it. */
function wantedCall(): Open['call'] {
  const query = new URLSearchParams(location.search);
  const url = query.get('url');
  return url === null ? undefined : { method: query.get('method') ?? 'GET', url };
}

/** Answers to the HTTP calls of scripts. */
export function Stubs({ realm }: { realm: string }) {
  const stubs = useQuery({ ...contentsQuery(realm, 'stubs'), staleTime: 0 });
  const [open, setOpen] = useState<Open | null>(() => {
    const call = wantedCall();
    return call ? { stub: null, call } : null;
  });
  const close = () => {
    setOpen(null);
    // The address must not ask for it again.
    if (location.search !== '') navigate(location.pathname, { replace: true });
  };
  return (
    <>
      <SectionHead
        title="HTTP stubs"
        actions={
          <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ stub: null })}>
            New stub
          </Button>
        }
      >
        Answers to what scripts call with httpClient. Nothing in a simulation reaches the network: a call without a stub is refused.
      </SectionHead>
      <Read what="stubs" query={stubs}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<Unplug size={28} aria-hidden="true" />} title="This realm has no stubs">
              Create one for each address that a script calls; the log of a run names the calls that were refused.
            </EmptyState>
          ) : (
            <DataTable label="HTTP stubs" columns={COLUMNS} rows={list} keyOf={({ content }) => content._id} onOpen={(stub) => setOpen({ stub })} />
          )
        }
      </Read>
      {open ? <StubDialog realm={realm} stub={open.stub} call={open.call} onClose={close} /> : null}
    </>
  );
}
