import './picture.css';
import { useQuery } from '@tanstack/react-query';
import { Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { drawingOf } from '../canvas/index.ts';
import { Button, Dialog, ErrorBox, Segmented, Skeleton, toast, writeClipboard } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { saveFile } from '../transfer/download.ts';
import { type PictureTheme, pngPicture, svgPicture } from './browser.tsx';
import { mermaidOf } from './mermaid.ts';

export type PictureFormat = 'svg' | 'png' | 'mermaid';

const FORMATS: readonly { value: PictureFormat; label: string }[] = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
  { value: 'mermaid', label: 'Mermaid' },
];
const HELP: Record<PictureFormat, string> = {
  svg: 'Sharp at every size, for documents and the web.',
  png: 'For chats, slides and tickets.',
  mermaid: 'Text that wikis and repositories draw as a flowchart. It keeps nodes, outcomes and connections, not places.',
};
const THEMES: readonly { value: PictureTheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function shownTheme(): PictureTheme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A picture of the whole journey as it stands now, saved or not, with a look at it before. */
export function PictureDialog({ format: first, onClose }: { format: PictureFormat; onClose(): void }) {
  const { resources } = useEditing();
  const journey = useEditor((state) => state.document);
  const [format, setFormat] = useState(first);
  const [theme, setTheme] = useState(shownTheme);
  const drawing = useMemo(() => drawingOf(journey, resources.nodeTypes), [journey, resources]);
  const name = journey.tree._id;
  const mermaid = useMemo(() => mermaidOf(journey, drawing), [journey, drawing]);
  const [address, setAddress] = useState<string | null>(null);
  const picture = useQuery({
    queryKey: ['picture', name, theme, format],
    queryFn: async () => {
      const { svg } = await svgPicture(drawing, theme);
      setAddress(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      return format === 'png' ? pngPicture(drawing, theme) : new Blob([svg], { type: 'image/svg+xml' });
    },
    enabled: format !== 'mermaid',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const content = format === 'mermaid' ? new Blob([mermaid], { type: 'text/plain' }) : picture.data;
  const save = () => {
    if (content === undefined) return;
    saveFile(`${name}.${format === 'mermaid' ? 'mmd' : format}`, content);
    toast('Saved the picture');
    onClose();
  };
  const copy = () => {
    writeClipboard(mermaid);
    toast('Copied the flowchart');
  };
  return (
    <Dialog
      title={`Picture of ${name}`}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {format === 'mermaid' ? (
            <Button icon={<Copy size={15} aria-hidden="true" />} onPress={copy}>
              Copy
            </Button>
          ) : null}
          <Button kind="primary" icon={<Download size={15} aria-hidden="true" />} isDisabled={content === undefined} onPress={save}>
            Save file
          </Button>
        </>
      }
    >
      <div className="picture-choices">
        <Segmented<PictureFormat> label="Format" options={FORMATS} value={format} onChange={setFormat} help={HELP[format]} />
        {format === 'mermaid' ? null : <Segmented<PictureTheme> label="Colors" options={THEMES} value={theme} onChange={setTheme} />}
      </div>
      {format === 'mermaid' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls is reached with the keyboard
        <section className="picture-text" tabIndex={0} aria-label="Flowchart as text">
          <pre>{mermaid}</pre>
        </section>
      ) : picture.error ? (
        <ErrorBox title="The picture could not be made" error={picture.error} onRetry={() => void picture.refetch()} />
      ) : address === null ? (
        <Skeleton label="Drawing the journey" lines={4} />
      ) : (
        <img className="picture" src={address} alt={`${name} with its nodes and connections`} />
      )}
    </Dialog>
  );
}
