import './transfer.css';
import type { Json, OptionalDependency } from '@tandem/journey';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileJson, Puzzle, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { linterQuery, resourcesQuery, saveUnsaved, unsavedJourneys } from '../app/index.ts';
import { Button, Dialog, ErrorBox, Segmented, Skeleton, toast } from '../components/index.ts';
import { DependencyChoice } from './DependencyChoice.tsx';
import { saveFile, sizeOf } from './download.ts';
import { dependenciesIn, type ExportFile, type ExportFormat, makeExport } from './exports.ts';

const NO_FILES: readonly ExportFile[] = [];
const FORMATS: readonly { value: ExportFormat; label: string }[] = [
  { value: 'aic', label: 'AIC' },
  { value: 'frodo', label: 'frodo' },
];
const HELP: Record<ExportFormat, string> = {
  aic: 'As the AIC admin console exports and imports journeys.',
  frodo: 'As frodo journey export writes and frodo journey import reads.',
};

function FileRow({ file, isOnly, isWhole }: { file: ExportFile; isOnly: boolean; isWhole: boolean }) {
  const custom = file.kind === 'custom-nodes';
  return (
    <li className="file-row">
      {custom ? <Puzzle size={18} aria-hidden="true" /> : <FileJson size={18} aria-hidden="true" />}
      <span className="file-text">
        <strong>{file.name}</strong>
        <span className="dim">
          {custom
            ? `Custom nodes, import this file first · ${sizeOf(file.text)}`
            : `${isWhole ? 'Journeys with what they depend on' : 'Journeys without what you left out'} · ${sizeOf(file.text)}`}
        </span>
      </span>
      {/* The dialog's own button saves the only one. */}
      {isOnly ? null : (
        <Button size="small" icon={<Download size={14} aria-hidden="true" />} onPress={() => saveFile(file.name, file.text)}>
          Save
        </Button>
      )}
    </li>
  );
}

/** Journeys in these files whose newest changes are not: they are open and not saved. */
function unsavedIn(realm: string, journeys: readonly string[], files: readonly ExportFile[]): string[] {
  return unsavedJourneys(realm).filter((id) => journeys.includes(id) || files.some(({ text }) => text.includes(JSON.stringify(id))));
}

/** Values in the files whose spelling nobody has confirmed: the importing realm may not take them. */
function UnconfirmedNotice({ files }: { files: readonly ExportFile[] }) {
  const { data: linter } = useQuery(linterQuery);
  const values = useMemo(() => {
    const journeys = files.find(({ kind }) => kind === 'journeys');
    return linter && journeys ? linter.unconfirmedInExport(JSON.parse(journeys.text) as Json) : [];
  }, [linter, files]);
  if (values.length === 0) return null;
  return (
    <p className="export-unsaved" role="status">
      <TriangleAlert size={15} aria-hidden="true" />
      <span>
        {values.map(({ label, value }) => `${label} ${value}`).join(', ')}: no export of a tenant with{' '}
        {values.length === 1 ? 'this value' : 'these values'} is known, so AM may write {values.length === 1 ? 'it' : 'them'} otherwise. Look at the
        Backchannel Initialize node after the import.
      </span>
    </p>
  );
}

/** Export of saved journeys; custom nodes are a second file and are offered together with the first. */
export function ExportDialog({ realm, journeys, onClose }: { realm: string; journeys: readonly string[]; onClose(): void }) {
  const [format, setFormat] = useState<ExportFormat>('aic');
  const resources = useQuery(resourcesQuery(realm));
  const types = resources.data?.nodeTypes;
  const [left, setLeft] = useState<readonly OptionalDependency[]>([]);
  const exported = (leave: readonly OptionalDependency[]) => ({
    queryKey: ['export', realm, journeys, format, leave],
    queryFn: () => makeExport(realm, journeys, format, types ?? [], leave),
    enabled: types !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const all = useQuery(exported([]));
  const files = useQuery(exported(left));
  const dependencies = useMemo(() => dependenciesIn(all.data ?? NO_FILES), [all.data]);
  const error = resources.error ?? files.error;
  const queries = useQueryClient();
  const [saving, setSaving] = useState(false);
  const [notSaved, setNotSaved] = useState<unknown>(null);
  const unsaved = unsavedIn(realm, journeys, files.data ?? []);
  const finish = (made: readonly ExportFile[]) => {
    for (const file of made) saveFile(file.name, file.text);
    toast(made.length > 1 ? 'Saved two files' : 'Saved the file');
    onClose();
  };
  const saveAndExport = async () => {
    setSaving(true);
    setNotSaved(null);
    try {
      let made: readonly ExportFile[] = [];
      // What is saved may name further journeys, which then are in the files, too.
      for (let open = unsaved; open.length > 0; open = unsavedIn(realm, journeys, made)) {
        await saveUnsaved(realm, open);
        made = (await files.refetch({ throwOnError: true })).data ?? [];
      }
      void queries.invalidateQueries();
      finish(made);
    } catch (failure) {
      setNotSaved(failure);
    } finally {
      setSaving(false);
    }
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
          <Button
            kind={unsaved.length > 0 ? 'default' : 'primary'}
            icon={<Download size={15} aria-hidden="true" />}
            isDisabled={files.data === undefined || saving}
            onPress={() => finish(files.data ?? [])}
          >
            {unsaved.length > 0 ? 'Export without the changes' : many ? 'Save both files' : 'Save file'}
          </Button>
          {unsaved.length > 0 ? (
            <Button kind="primary" isDisabled={files.data === undefined || saving} onPress={() => void saveAndExport()}>
              Save and export
            </Button>
          ) : null}
        </>
      }
    >
      <Segmented label="Format" options={FORMATS} value={format} onChange={(value) => setFormat(value)} help={HELP[format]} />
      {unsaved.length > 0 ? (
        <p className="export-unsaved" role="status">
          <TriangleAlert size={15} aria-hidden="true" />
          {unsaved.join(' and ')} {unsaved.length === 1 ? 'has' : 'have'} changes that are not saved. The files hold what is saved.
        </p>
      ) : null}
      <DependencyChoice dependencies={dependencies} left={left} onChange={setLeft} />
      <UnconfirmedNotice files={files.data ?? NO_FILES} />
      {notSaved ? <ErrorBox title="Nothing was exported" error={notSaved} /> : null}
      {error ? (
        <ErrorBox title="The export could not be made" error={error} onRetry={() => void files.refetch()} />
      ) : files.data ? (
        <ul className="files">
          {files.data.map((file) => (
            <FileRow key={file.name} file={file} isOnly={!many} isWhole={left.length === 0} />
          ))}
        </ul>
      ) : (
        <Skeleton label="Making the export" lines={2} />
      )}
    </Dialog>
  );
}
