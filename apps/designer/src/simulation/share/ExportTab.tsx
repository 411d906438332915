import { useQuery } from '@tanstack/react-query';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { requestFile } from '../../app/index.ts';
import { Button, copyToClipboard, ErrorBox, Segmented, Select, Skeleton, toast } from '../../components/index.ts';
import { saveFile, sizeOf } from '../../transfer/download.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { beginningOf, exportOf, FACTS, FORMATS, type Format } from './formats.ts';

const OPTIONS = FORMATS.map((value) => ({ value, label: FACTS[value].label }));

/** What happened, for other programs and for people, as it will be saved. */
export function ExportTab() {
  const { id } = useSimulation();
  const runs = useScene((scene) => scene.runs);
  const newest = useScene((scene) => scene.newest);
  const [format, setFormat] = useState<Format>('har');
  const [run, setRun] = useState('');
  const path = exportOf(id, format, run);
  const made = useQuery({ queryKey: ['simulation', id, 'export', path, newest], queryFn: () => requestFile(path), staleTime: 0, gcTime: 0 });
  const { data } = made;
  const save = () => {
    if (!data) return;
    const name = data.name ?? `simulation.${format}`;
    saveFile(name, new Blob([data.text], { type: FACTS[format].type }));
    toast(`Saved ${name}`);
  };
  return (
    <div className="share-tab">
      <Segmented label="Format" options={OPTIONS} value={format} onChange={(value) => setFormat(value)} help={FACTS[format].help} />
      {runs.length > 1 ? (
        <Select
          label="Runs"
          value={run}
          onChange={setRun}
          options={[
            { value: '', label: 'All runs of the simulation' },
            ...runs.map(({ id: value, number, main }) => ({ value, label: `Run ${number}`, detail: main?.journey ?? 'Backchannel' })),
          ]}
        />
      ) : null}
      {made.error ? (
        <ErrorBox title="The export could not be made" error={made.error} onRetry={() => void made.refetch()} />
      ) : data ? (
        <Preview format={format} text={data.text} picture={`${path}#${newest}`} />
      ) : (
        <Skeleton label="Making the export" lines={6} />
      )}
      <div className="share-buttons">
        <Button kind="primary" icon={<Download size={15} aria-hidden="true" />} isIdle={!data} onPress={save}>
          {data ? `Save ${FACTS[format].label} · ${sizeOf(data.text)}` : 'Save'}
        </Button>
        <Button icon={<Copy size={15} aria-hidden="true" />} isIdle={!data} onPress={() => data && copyToClipboard(data.text, FACTS[format].label)}>
          Copy
        </Button>
        <span className="dim">Secrets are masked in every format; times are the simulation's.</span>
      </div>
    </div>
  );
}

function Preview({ format, text, picture }: { format: Format; text: string; picture: string }) {
  if (format === 'svg')
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
      <section className="share-preview" aria-label="Preview" tabIndex={0}>
        <img src={picture} alt="Sequence diagram of the simulation; as text it is the Mermaid export" />
      </section>
    );
  const shown = beginningOf(text);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="share-preview" aria-label="Preview" tabIndex={0}>
        <pre>{shown.text}</pre>
      </section>
      {shown.left > 0 ? <p className="dim">{`And ${shown.left.toLocaleString('en')} more lines in the file.`}</p> : null}
    </>
  );
}
