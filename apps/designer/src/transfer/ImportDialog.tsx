import './transfer.css';
import type { ImportReview } from '@tandem/api';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { ProblemError, resourcesQuery } from '../app/index.ts';
import { Button, Dialog, ErrorBox, Skeleton } from '../components/index.ts';
import { type Choice, decisionsOf, keyOf, outlookOf, renameProblem, takenNames } from './decisions.ts';
import { ImportResult } from './ImportResult.tsx';
import { ImportReviewBody } from './ImportReviewBody.tsx';
import { readFiles, sendImport } from './importApi.ts';

let lastId = 0;

/** Says what files would do, asks about what differs, imports, and says what was done. Until the last button nothing is written. */
export function ImportDialog({ realm, files, onClose }: { realm: string; files: readonly File[]; onClose(): void }) {
  const queries = useQueryClient();
  const [id] = useState(() => ++lastId);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [result, setResult] = useState<ImportReview | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const texts = useQuery({ queryKey: ['import-files', id], queryFn: () => readFiles(files), gcTime: 0 });
  const chosen = (texts.data ?? []).filter(({ name }) => !left.includes(name));
  const ask = (decisions: Parameters<typeof sendImport>[2]) => sendImport(realm, chosen, decisions, { dryRun: true });
  // What the files bring does not depend on what is decided; what will be missing does.
  const first = useQuery({
    queryKey: ['import', id, left],
    queryFn: () => ask([]),
    enabled: chosen.length > 0,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = first.data?.items ?? [];
  const resources = useQuery(resourcesQuery(realm)).data;
  const badName = items.some((item) => {
    const choice = choices.get(keyOf(item));
    return choice?.do === 'rename' && renameProblem(choice.as, takenNames(item.kind, items, resources)) !== null;
  });
  const decisions = decisionsOf(items, choices);
  const decided = useQuery({
    queryKey: ['import', id, left, decisions],
    queryFn: () => ask(decisions),
    enabled: decisions.length > 0 && !badName,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const outlook = decisions.length > 0 ? (decided.data ?? first.data) : first.data;
  const review = first.data && outlook ? { ...outlook, items: first.data.items, files: first.data.files } : null;
  const readable = chosen.filter(({ name }) => !review?.files.some((file) => file.name === name && file.problems.length > 0));
  const refused = files.length - left.length - readable.length;

  const start = async () => {
    setBusy(true);
    setFailure(null);
    try {
      setResult(await sendImport(realm, readable, decisions, { dryRun: false, basis: first.data?.basis }));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('import') });
    } catch (error) {
      setFailure(error);
      // The realm was changed in between: what is asked is asked of how it is now.
      if (error instanceof ProblemError && error.status === 409) void first.refetch();
    } finally {
      setBusy(false);
    }
  };
  const error = texts.error ?? first.error ?? (decisions.length > 0 ? decided.error : null);
  const count = `${readable.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  const status = result
    ? `${count} imported${refused > 0 ? `, ${refused} refused` : ''}`
    : review
      ? `${count} can be imported. Nothing is written yet. ${outlookOf(items)}`
      : 'Reading the files';
  return (
    <Dialog
      title="Import"
      size="wide"
      isOpen
      // Decisions are not lost by a click outside.
      role={result ? 'dialog' : 'alertdialog'}
      onClose={onClose}
      footer={
        result ? (
          // The button that had the focus is gone.
          <Button kind="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              kind="primary"
              icon={<FileUp size={15} aria-hidden="true" />}
              isIdle={busy || badName || readable.length === 0 || !review || error !== null}
              onPress={() => void start()}
            >
              {busy ? 'Importing' : `Import ${readable.length === 1 ? 'the file' : `${readable.length} files`}`}
            </Button>
          </>
        )
      }
    >
      <p role="status" className="import-progress numeric">
        {status}
      </p>
      {failure ? <ErrorBox title="Nothing was imported" error={failure} onRetry={() => void start()} /> : null}
      {error ? <ErrorBox title="What the import would do could not be found out" error={error} onRetry={() => void first.refetch()} /> : null}
      {result ? (
        <ImportResult realm={realm} result={result} />
      ) : review ? (
        <ImportReviewBody
          realm={realm}
          files={chosen}
          review={review}
          choices={choices}
          onChoose={setChoices}
          onRemove={(name) => setLeft([...left, name])}
        />
      ) : error ? null : (
        <Skeleton label="Reading the files" lines={4} />
      )}
    </Dialog>
  );
}
