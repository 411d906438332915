import '../parts/table.css';
import './people.css';
import type { ImportedIdentities } from '@tandem/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../../app/index.ts';
import { Button, Dialog, ErrorBox, Skeleton } from '../../components/index.ts';
import { formatOf } from './fileFormat.ts';

/** Names of those who were taken; of many, the first. */
function Names({ title, names }: { title: string; names: readonly string[] }) {
  const FIRST = 40;
  if (names.length === 0) return null;
  const more = names.length - FIRST;
  return (
    <p>
      <strong>{`${names.length} ${title}: `}</strong>
      {names.slice(0, FIRST).join(', ')}
      {more > 0 ? ` and ${more} more` : ''}
    </p>
  );
}

/** Which rows are wrong, and what would be right. */
function WrongRows({ error }: { error: ProblemError }) {
  return (
    <>
      <p role="alert" className="import-state" data-state="refused">
        <CircleX size={16} aria-hidden="true" />
        {error.errors.length === 1
          ? 'Nothing was imported: one thing in the file is wrong.'
          : `Nothing was imported: ${error.errors.length} things in the file are wrong.`}
      </p>
      <div className="table-frame">
        <table className="table" aria-label="What is wrong">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Attribute</th>
              <th scope="col" data-wide>
                What is wrong
              </th>
              <th scope="col">Expected</th>
            </tr>
          </thead>
          <tbody>
            {error.errors.map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two issues may be alike, and the list never changes
              <tr key={index}>
                <td className="numeric">{issue.node?.replace(/^row /, '') ?? 'all'}</td>
                <td data-mono>{issue.field ?? ''}</td>
                <td>{issue.message}</td>
                <td>{issue.expected ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="dim">Rows count from 1, without the header line. Correct the file and choose it again: all rows are taken, or none.</p>
    </>
  );
}

export interface ImportDialogProps {
  file: File;
  /** Sends what the file holds. */
  take(format: 'json' | 'csv', text: string): Promise<ImportedIdentities>;
  /** Asks for a file again. */
  onAnother(): void;
  onClose(): void;
}

/** Takes users or objects from a file and says what became of it. */
export function ImportDialog({ file, take, onAnother, onClose }: ImportDialogProps) {
  const queries = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (from: File) => {
      const text = await from.text();
      return take(formatOf(from.name, text), text);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const taken = useRef<File>(undefined);
  useEffect(() => {
    // Effects run twice in development; an import must not.
    if (taken.current === file) return;
    taken.current = file;
    mutate(file);
  }, [file, mutate]);
  return (
    <Dialog
      title={`Import ${file.name}`}
      size={error ? 'wide' : 'medium'}
      isOpen
      onClose={onClose}
      footer={
        <>
          {error ? (
            <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={onAnother}>
              Choose the file again
            </Button>
          ) : null}
          <Button kind="primary" isDisabled={isPending} onPress={onClose}>
            {error ? 'Close' : 'Done'}
          </Button>
        </>
      }
    >
      {data ? (
        <>
          <p role="status" className="import-state" data-state="done">
            <CircleCheck size={16} aria-hidden="true" />
            {`${data.created.length} created, ${data.changed.length} changed`}
          </p>
          <Names title="created" names={data.created} />
          <Names title="changed" names={data.changed} />
        </>
      ) : error instanceof ProblemError && error.errors.length > 0 ? (
        <WrongRows error={error} />
      ) : error ? (
        <ErrorBox title="Nothing was imported" error={error} onRetry={() => mutate(file)} />
      ) : (
        <Skeleton label={`Importing ${file.name}`} lines={3} />
      )}
    </Dialog>
  );
}
