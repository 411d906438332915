import { CircleCheck, X } from 'lucide-react';
import { Link, simulationPath } from '../app/index.ts';
import { ErrorBox, IconButton, Skeleton } from '../components/index.ts';
import type { OpenedFile } from './useOpenFiles.tsx';

interface OpenedFilesProps {
  opened: readonly OpenedFile[];
  underWay: string | null;
  onClear(): void;
}

/** What came of files that were opened: the simulation, and that it is the very same; or why not. */
export function OpenedFiles({ opened, underWay, onClear }: OpenedFilesProps) {
  if (opened.length === 0 && underWay === null) return null;
  return (
    <section className="opened" aria-label="Opened files" data-opened>
      {opened.length > 0 && underWay === null ? (
        <IconButton size="small" label="Close what came of the files" icon={<X size={15} aria-hidden="true" />} onPress={onClear} />
      ) : null}
      {opened.map((result) =>
        'error' in result ? (
          <ErrorBox key={result.file} title={`${result.file} was not opened`} error={result.error} />
        ) : (
          <div key={result.id} className="opened-file" role="status">
            <CircleCheck size={16} aria-hidden="true" />
            <div>
              <p>
                <Link href={simulationPath(result.id)}>{`Open ${result.name ?? 'the simulation'}`}</Link>
                <span className="dim"> from {result.file}</span>
              </p>
              <p>
                {`Its ${countOf(result.inputs, 'input')} were run again here and gave the same ${countOf(result.events, 'event')}, byte for byte. `}
                <span className="dim">
                  Digest <code>{result.digest.slice(0, 12)}</code>
                </span>
              </p>
              {result.secrets ? null : <p className="dim">The file came without its secrets: what was withheld cannot be shown or checked here.</p>}
            </div>
          </div>
        ),
      )}
      {underWay === null ? null : (
        <div>
          <p className="dim">{`Running ${underWay} again…`}</p>
          <Skeleton label={`Running ${underWay} again`} lines={1} />
        </div>
      )}
    </section>
  );
}

const countOf = (count: number, word: string): string => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
