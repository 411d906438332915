import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useFileDrop } from '../app/index.ts';
import { openRunFile } from './api.ts';

/** As the server says it; a file that is larger is not even sent. */
const LIMIT_MB = 64;

export type OpenedFile =
  | { file: string; id: string; name: string | undefined; inputs: number; events: number; digest: string; secrets: boolean }
  | { file: string; error: unknown };

interface OpenFiles {
  /** To be drawn at the end of the screen. */
  area: ReactNode;
  hovering: boolean;
  pick(): void;
  /** What came of the files, in their order. */
  opened: readonly OpenedFile[];
  /** "login.json, 2 of 3" while a file is run again. */
  underWay: string | null;
  clear(): void;
}

async function open(file: File): Promise<OpenedFile> {
  try {
    if (file.size > LIMIT_MB * 1024 * 1024)
      throw new Error(`The file has ${Math.ceil(file.size / 1024 / 1024)} MB; files of simulations have at most ${LIMIT_MB} MB.`);
    const { id, name, verified, secrets } = await openRunFile(await file.text());
    return { file: file.name, id, name, ...verified, secrets };
  } catch (error) {
    return { file: file.name, error };
  }
}

/** Files of simulations, chosen or dropped onto the window, one after the other. */
export function useOpenFiles(isBusy: boolean): OpenFiles {
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<readonly OpenedFile[]>([]);
  const [underWay, setUnderWay] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    if (underWay !== null || isBusy) return;
    setOpened([]);
    for (const [index, file] of files.entries()) {
      setUnderWay(files.length === 1 ? file.name : `${file.name}, ${index + 1} of ${files.length}`);
      const result = await open(file);
      setOpened((before) => [...before, result]);
      void queries.invalidateQueries({ queryKey: ['simulations'] });
    }
    setUnderWay(null);
  };
  const hovering = useFileDrop((files) => void take(files));
  const area = (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label="Files of simulations"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
      {hovering ? <div className="drop-hint">Drop the files to open the simulations in them</div> : null}
    </>
  );
  return { area, hovering, pick: () => picker.current?.click(), opened, underWay, clear: () => setOpened([]) };
}
