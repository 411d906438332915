import type { JourneySummary } from '@tandem/api';
import { lazy, Suspense } from 'react';
import { designerPath, navigate } from '../app/index.ts';
import { LONGEST_NAME } from '../app/spelling.ts';
import { changeJourneys, duplicateJourney } from './actions.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import type { LibraryDialog } from './dialogs.ts';
import { NameDialog } from './NameDialog.tsx';
import { switchedWords } from './useLibrary.ts';

const DetailsDialog = lazy(async () => ({ default: (await import('./details/DetailsDialog.tsx')).DetailsDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('../transfer/index.ts')).ExportDialog }));
const ImportDialog = lazy(async () => ({ default: (await import('../transfer/ImportDialog.tsx')).ImportDialog }));
const NewJourneyDialog = lazy(async () => ({ default: (await import('./archetypes/NewJourneyDialog.tsx')).NewJourneyDialog }));
const OrphansDialog = lazy(async () => ({ default: (await import('./orphans/OrphansDialog.tsx')).OrphansDialog }));
const TagDialog = lazy(async () => ({ default: (await import('./bulk/TagDialog.tsx')).TagDialog }));
const UsesDialog = lazy(async () => ({ default: (await import('./uses/UsesDialog.tsx')).UsesDialog }));

interface LibraryDialogsProps {
  realm: string;
  open: LibraryDialog | null;
  journeys: readonly JourneySummary[];
  defaultJourney: string | undefined;
  onClose(): void;
  /** Something was changed: says it and reads the library again. */
  onDone(message: string, gone?: readonly string[]): void;
}

/** Whatever dialog of the library is open. */
export function LibraryDialogs(props: LibraryDialogsProps) {
  return props.open ? (
    <Suspense fallback={null}>
      <OpenDialog {...props} open={props.open} />
    </Suspense>
  ) : null;
}

function OpenDialog({ realm, open, journeys, defaultJourney, onClose, onDone }: LibraryDialogsProps & { open: LibraryDialog }) {
  const taken = journeys.map(({ id }) => id);
  switch (open.kind) {
    case 'import':
      return <ImportDialog realm={realm} files={open.files} onClose={onClose} />;
    case 'orphans':
      return <OrphansDialog realm={realm} onClose={onClose} />;
    case 'export':
      return <ExportDialog realm={realm} journeys={open.ids} onClose={onClose} />;
    case 'uses':
      return <UsesDialog realm={realm} id={open.id} onClose={onClose} />;
    case 'tag':
      return <TagDialog realm={realm} journeys={journeys.filter(({ id }) => open.ids.includes(id))} onDone={onDone} onClose={onClose} />;
    case 'delete': {
      const { ids } = open;
      const message = ids.length === 1 ? `Deleted ${ids[0]}` : `Deleted ${ids.length} journeys`;
      const versions = Object.fromEntries(journeys.filter(({ id }) => ids.includes(id)).map(({ id, version }) => [id, version]));
      return <DeleteDialog realm={realm} ids={ids} versions={versions} onDeleted={() => onDone(message, ids)} onClose={onClose} />;
    }
    case 'disable': {
      const { ids, uses } = open;
      const disable = async () => onDone(switchedWords('disable', ids, await changeJourneys(realm, { kind: 'disable', ids: [...ids] })));
      return <DisableDialog realm={realm} ids={ids} uses={uses} onDisable={disable} onClose={onClose} />;
    }
    case 'details':
      return (
        <DetailsDialog
          realm={realm}
          id={open.id}
          taken={taken.filter((id) => id !== open.id)}
          isDefault={defaultJourney === open.id}
          onSaved={(message) => onDone(message, [open.id])}
          onClose={onClose}
        />
      );
    case 'new':
      return (
        <NewJourneyDialog
          realm={realm}
          taken={taken}
          onClose={onClose}
          onCreated={([name = '', partner]) => {
            onDone(partner === undefined ? `Created ${name}` : `Created ${name} and ${partner}`);
            navigate(designerPath(realm, name, partner ?? null));
          }}
        />
      );
    case 'duplicate':
      return (
        <NameDialog
          title={`Duplicate ${open.id}`}
          button="Duplicate"
          initial={`Copy of ${open.id}`.slice(0, LONGEST_NAME)}
          taken={taken}
          onClose={onClose}
          onSubmit={async (name) => {
            await duplicateJourney(realm, open.id, name);
            onDone(`Created ${name}`);
          }}
        />
      );
  }
}
