import type { ImportItemView } from '@tandem/api';
import { diffScripts, fieldsBetween, type JsonObject, jsonObjectSchema, type Script, scriptSchema } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { journeyQuery, resourcesQuery } from '../app/index.ts';
import { Button, Dialog, ErrorBox, Skeleton } from '../components/index.ts';
import { Comparison, DiffText, documentIn, fieldItems, scriptItem } from '../versions/compare.ts';
import type { ImportFile } from './importApi.ts';
import { kindName } from './kinds.ts';

interface CompareItemProps {
  realm: string;
  item: ImportItemView;
  files: readonly ImportFile[];
  onClose(): void;
}

/** What a file brings beside what the realm has: journeys on both canvases, everything else as text. */
export function CompareItem({ realm, item, files, onClose }: CompareItemProps) {
  return (
    <Dialog
      title={`${kindName(item.kind)} ${item.name ?? item.id}: realm and file`}
      size={item.kind === 'journeys' ? 'full' : 'wide'}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {item.kind === 'journeys' ? <Journeys realm={realm} id={item.id} files={files} /> : <Texts item={item} />}
    </Dialog>
  );
}

function Journeys({ realm, id, files }: { realm: string; id: string; files: readonly ImportFile[] }) {
  const resources = useQuery(resourcesQuery(realm));
  const present = useQuery({ ...journeyQuery(realm, id), staleTime: 0 });
  const error = present.error ?? resources.error;
  if (error) return <ErrorBox title="The journey of the realm could not be read" error={error} />;
  if (!present.data || !resources.data) return <Skeleton label="Reading the journey" lines={6} />;
  const brought = documentIn(files, id, present.data);
  if (!brought) return <p className="dim">The file has no such journey.</p>;
  return (
    <Comparison
      kinds={resources.data.nodeTypes}
      before={{ title: 'In the realm', document: present.data }}
      after={{ title: `In ${brought.file}`, document: brought.document }}
    />
  );
}

const fieldsOf = (value: unknown): JsonObject => {
  const parsed = jsonObjectSchema.safeParse(value);
  return parsed.success ? parsed.data : {};
};

function Texts({ item }: { item: ImportItemView }) {
  if (item.kind === 'scripts') {
    const [before, after]: Script[] = [scriptSchema.parse(item.before), scriptSchema.parse(item.after)];
    if (!before || !after) return null;
    const diff = { id: item.id, state: 'changed', before, after, ...diffScripts(before, after) } as const;
    return <DiffText groups={[{ title: 'Script', items: [scriptItem(diff)] }]} />;
  }
  const [before, after] = [fieldsOf(item.before), fieldsOf(item.after)];
  const { script: was, ...old } = before;
  const { script: is, ...fresh } = after;
  const fields = fieldItems(fieldsBetween(old, fresh));
  // The source of a custom node type is compared as scripts are.
  if (typeof was === 'string' && typeof is === 'string' && was !== is) {
    const sides = [was, is].map((source): Script => ({ _id: item.id, name: item.name ?? item.id, script: JSON.stringify(source) }));
    const [left, right] = sides;
    if (left && right) fields.push(scriptItem({ id: item.id, state: 'changed', before: left, after: right, fields: [], source: true }));
  }
  return <DiffText groups={[{ title: kindName(item.kind), items: fields }]} />;
}
