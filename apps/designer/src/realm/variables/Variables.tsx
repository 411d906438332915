import { useQuery } from '@tanstack/react-query';
import { Braces, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, EmptyState } from '../../components/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Read, SectionHead } from '../parts/Section.tsx';
import { contentsQuery, type Stored } from '../queries.ts';
import { SecretDialog } from './SecretDialog.tsx';
import { VariableDialog } from './VariableDialog.tsx';
import { decodeValue } from './value.ts';

type Variable = Stored<'variables'>;
type Secret = Stored<'secrets'>;

const VARIABLES: readonly Column<Variable>[] = [
  { label: 'Variable', mono: true, cell: ({ content: { _id } }) => _id },
  { label: 'Type', cell: ({ content: { expressionType } }) => expressionType },
  { label: 'Value', mono: true, wide: true, cell: ({ content: { valueBase64 } }) => decodeValue(valueBase64) ?? valueBase64 },
  { label: 'Description', cell: ({ content: { description } }) => description },
];
const SECRETS: readonly Column<Secret>[] = [
  { label: 'Secret', mono: true, cell: ({ content: { _id } }) => _id },
  { label: 'Value', cell: () => <span className="dim">never shown</span> },
  { label: 'Description', wide: true, cell: ({ content: { description } }) => description },
];

type Open = { kind: 'variable'; variable: Variable | null } | { kind: 'secret'; secret: Secret | null };

/** ESVs: variables that scripts and configurations read, and secrets. */
export function Variables({ realm }: { realm: string }) {
  const variables = useQuery({ ...contentsQuery(realm, 'variables'), staleTime: 0 });
  const secrets = useQuery({ ...contentsQuery(realm, 'secrets'), staleTime: 0 });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <SectionHead
        title="Environment variables"
        actions={
          <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ kind: 'variable', variable: null })}>
            New variable
          </Button>
        }
      >
        Scripts read them with systemEnv.getProperty, configurations as &amp;{'{esv.name}'}.
      </SectionHead>
      <Read what="variables" query={variables}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<Braces size={28} aria-hidden="true" />} title="This realm has no variables">
              A script that reads one gets null until you create it here or import it with a journey.
            </EmptyState>
          ) : (
            <DataTable
              label="Environment variables"
              columns={VARIABLES}
              rows={list}
              keyOf={({ content }) => content._id}
              onOpen={(variable) => setOpen({ kind: 'variable', variable })}
            />
          )
        }
      </Read>
      <SectionHead
        title="Secrets"
        level={2}
        actions={
          <Button icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ kind: 'secret', secret: null })}>
            New secret
          </Button>
        }
      >
        Scripts read them with secrets.getGenericSecret. They are kept encrypted and never shown again.
      </SectionHead>
      <Read what="secrets" query={secrets}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<KeyRound size={28} aria-hidden="true" />} title="This realm has no secrets">
              Create one for every key or password that a script asks for; no real one is needed here.
            </EmptyState>
          ) : (
            <DataTable
              label="Secrets"
              columns={SECRETS}
              rows={list}
              keyOf={({ content }) => content._id}
              onOpen={(secret) => setOpen({ kind: 'secret', secret })}
            />
          )
        }
      </Read>
      {open?.kind === 'variable' ? <VariableDialog realm={realm} variable={open.variable} onClose={close} /> : null}
      {open?.kind === 'secret' ? <SecretDialog realm={realm} secret={open.secret} onClose={close} /> : null}
    </>
  );
}
