import type { JourneyVersion } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { FileUp, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Dialog, ErrorBox, Select, Skeleton } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { versionQuery } from './api.ts';
import { type CompareSide, Comparison } from './Comparison.tsx';
import { causeOf, changesOf, timeOf, titleOf } from './words.ts';

/** The journey as it stands in the editor, unsaved work included. */
export const NOW = 'now';
/** A file's state of the journey. */
const FILE = 'file';

interface Loaded {
  side: CompareSide | null;
  error: unknown;
  retry(): void;
}

function useSide(choice: string, versions: readonly JourneyVersion[], file: CompareSide | null): Loaded {
  const realm = useEditor((state) => state.realm);
  const id = useEditor((state) => state.id);
  const document = useEditor((state) => state.document);
  const version = versions.find((candidate) => String(candidate.version) === choice);
  const query = useQuery({ ...versionQuery(realm, id, version?.version ?? 0), enabled: version !== undefined });
  const found: JourneyDocument | undefined = choice === NOW ? document : query.data;
  const side = choice === FILE ? file : found === undefined ? null : { title: version ? titleOf(version) : 'Now', document: found };
  return { side, error: query.error, retry: () => void query.refetch() };
}

export interface CompareDialogProps {
  versions: readonly JourneyVersion[];
  /** `now`, or the number of a version. */
  before: string;
  after: string;
  onRevert(version: JourneyVersion): void;
  onClose(): void;
}

/** Any two versions of the journey side by side; a file counts as one. */
export function CompareDialog({ versions, before, after, onRevert, onClose }: CompareDialogProps) {
  const { resources, store } = useEditing();
  const [choice, setChoice] = useState({ before, after });
  const [file, setFile] = useState<CompareSide | null>(null);
  const [fileError, setFileError] = useState<unknown>(null);
  const picker = useRef<HTMLInputElement>(null);
  const left = useSide(choice.before, versions, file);
  const right = useSide(choice.after, versions, file);
  const failed = left.error ? left : right.error ? right : null;
  const options = [
    { value: NOW, label: 'Now', detail: 'As it stands in the editor' },
    ...(file ? [{ value: FILE, label: file.title, detail: 'A file' }] : []),
    ...versions.map((version) => ({
      value: String(version.version),
      label: titleOf(version),
      detail: [version.name === null ? causeOf(version) : timeOf(version.savedAt), changesOf(version.changes)].filter(Boolean).join(' · '),
    })),
  ];
  const readFile = async (chosen: File) => {
    setFileError(null);
    try {
      const { journeyInFile } = await import('./file.ts');
      const state = store.getState();
      setFile({ title: chosen.name, document: journeyInFile(await chosen.text(), chosen.name, state.id, state.document) });
      setChoice((now) => ({ ...now, after: FILE }));
    } catch (error) {
      setFileError(error);
    }
  };
  const reverted = versions.find(({ version }) => String(version) === choice.before);
  return (
    <Dialog
      title="Compare versions"
      size="full"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={() => picker.current?.click()}>
            Compare with a file
          </Button>
          {reverted ? (
            <Button icon={<RotateCcw size={15} aria-hidden="true" />} onPress={() => onRevert(reverted)}>
              {`Revert to ${titleOf(reverted)}`}
            </Button>
          ) : null}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File to compare with"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void readFile(chosen);
        }}
      />
      <div className="compare-choice">
        <Select label="Before" options={options} value={choice.before} onChange={(value) => setChoice({ ...choice, before: value })} />
        <Select label="After" options={options} value={choice.after} onChange={(value) => setChoice({ ...choice, after: value })} />
      </div>
      {fileError ? <ErrorBox title="The file could not be compared" error={fileError} /> : null}
      {failed ? (
        <ErrorBox title="A version could not be read" error={failed.error} onRetry={failed.retry} />
      ) : left.side && right.side ? (
        <Comparison kinds={resources.nodeTypes} before={left.side} after={right.side} />
      ) : (
        <Skeleton label="Reading the versions" lines={6} />
      )}
    </Dialog>
  );
}
