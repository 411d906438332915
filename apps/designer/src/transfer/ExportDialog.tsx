import './transfer.css';
import { useQuery } from '@tanstack/react-query';
import { Download, FileJson, Puzzle } from 'lucide-react';
import { useState } from 'react';
import { resourcesQuery } from '../app/index.ts';
import { Button, Dialog, ErrorBox, Segmented, Skeleton, toast } from '../components/index.ts';
import { saveFile, sizeOf } from './download.ts';
import { type ExportFile, type ExportFormat, makeExport } from './exports.ts';

const FORMATS: readonly { value: ExportFormat; label: string }[] = [
  { value: 'aic', label: 'AIC' },
  { value: 'frodo', label: 'frodo' },
];
const HELP: Record<ExportFormat, string> = {
  aic: 'As the AIC admin console exports and imports journeys.',
  frodo: 'As frodo journey export writes and frodo journey import reads.',
};

function FileRow({ file }: { file: ExportFile }) {
  const custom = file.kind === 'custom-nodes';
  return (
    <li className="file-row">
      {custom ? <Puzzle size={18} aria-hidden="true" /> : <FileJson size={18} aria-hidden="true" />}
      <span className="file-text">
        <strong>{file.name}</strong>
        <span className="dim">
          {custom ? `Custom nodes, import this file first · ${sizeOf(file.text)}` : `Journeys with what they depend on · ${sizeOf(file.text)}`}
        </span>
      </span>
      <Button size="small" icon={<Download size={14} aria-hidden="true" />} onPress={() => saveFile(file.name, file.text)}>
        Save
      </Button>
    </li>
  );
}

/** Export of saved journeys; custom nodes are a second file and are offered together with the first. */
export function ExportDialog({ realm, journeys, onClose }: { realm: string; journeys: readonly string[]; onClose(): void }) {
  const [format, setFormat] = useState<ExportFormat>('aic');
  const resources = useQuery(resourcesQuery(realm));
  const types = resources.data?.nodeTypes;
  const files = useQuery({
    queryKey: ['export', realm, journeys, format],
    queryFn: () => makeExport(realm, journeys, format, types ?? []),
    enabled: types !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const error = resources.error ?? files.error;
  const saveAll = () => {
    for (const file of files.data ?? []) saveFile(file.name, file.text);
    toast(files.data && files.data.length > 1 ? 'Saved two files' : 'Saved the file');
    onClose();
  };
  const many = (files.data?.length ?? 0) > 1;
  return (
    <Dialog
      title={journeys.length === 1 ? `Export ${journeys[0]}` : `Export ${journeys.length} journeys`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" icon={<Download size={15} aria-hidden="true" />} isDisabled={files.data === undefined} onPress={saveAll}>
            {many ? 'Save both files' : 'Save file'}
          </Button>
        </>
      }
    >
      <Segmented label="Format" options={FORMATS} value={format} onChange={(value) => setFormat(value)} help={HELP[format]} />
      {error ? (
        <ErrorBox title="The export could not be made" error={error} onRetry={() => void files.refetch()} />
      ) : files.data ? (
        <ul className="files">
          {files.data.map((file) => (
            <FileRow key={file.name} file={file} />
          ))}
        </ul>
      ) : (
        <Skeleton label="Making the export" lines={2} />
      )}
    </Dialog>
  );
}
