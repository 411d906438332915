import { useQuery } from '@tanstack/react-query';
import { CircleSlash, Mail, Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, EmptyState } from '../../components/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Read, SectionHead } from '../parts/Section.tsx';
import { contentsQuery, type Stored } from '../queries.ts';
import { formOf, localesOf, textOf } from './form.ts';
import { TemplateDialog } from './TemplateDialog.tsx';

type Template = Stored<'emailTemplates'>;

const COLUMNS: readonly Column<Template>[] = [
  { label: 'Template', mono: true, cell: ({ content: { _id } }) => textOf(_id) },
  { label: 'Name', cell: ({ content: { displayName } }) => textOf(displayName) },
  { label: 'Subject', wide: true, cell: ({ content }) => formOf(content).texts[0]?.subject },
  { label: 'Languages', cell: ({ content }) => localesOf(content).join(', ') },
  {
    label: 'State',
    cell: ({ content: { enabled } }) =>
      enabled === false ? (
        <Badge tone="waiting" icon={<CircleSlash size={11} aria-hidden="true" />}>
          disabled
        </Badge>
      ) : (
        'enabled'
      ),
  },
];

/** What journeys send by mail. */
export function Templates({ realm }: { realm: string }) {
  const templates = useQuery({ ...contentsQuery(realm, 'emailTemplates'), staleTime: 0 });
  const [open, setOpen] = useState<{ template: Template | null } | null>(null);
  return (
    <>
      <SectionHead
        title="Email templates"
        actions={
          <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ template: null })}>
            New template
          </Button>
        }
      >
        What Email Suspend and Email Template nodes send. Mails go to the outbox of the simulation, never out.
      </SectionHead>
      <Read what="templates" query={templates}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<Mail size={28} aria-hidden="true" />} title="This realm has no email templates">
              Create one, or import a journey with its templates. A node whose template is missing sends nothing.
            </EmptyState>
          ) : (
            <DataTable
              label="Email templates"
              columns={COLUMNS}
              rows={list}
              keyOf={({ content }) => textOf(content._id)}
              onOpen={(template) => setOpen({ template })}
            />
          )
        }
      </Read>
      {open ? <TemplateDialog realm={realm} template={open.template} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
