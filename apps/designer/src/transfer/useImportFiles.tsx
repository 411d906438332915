import { type ReactNode, useRef } from 'react';
import { useFileDrop } from '../app/index.ts';

interface ImportFiles {
  realm: string;
  /** Whether something is open that holds what somebody typed or half decided: it is finished first. */
  isBusy: boolean;
  onFiles(files: readonly File[]): void;
}

/**
 * Files to import into a realm, chosen or dropped onto the window.
 *
 * @returns `area`: to be drawn at the end of the screen; `pick` asks for files, `hovering`: some are held over the window
 */
export function useImportFiles({ realm, isBusy, onFiles }: ImportFiles): { area: ReactNode; hovering: boolean; pick(): void } {
  const picker = useRef<HTMLInputElement>(null);
  const hovering = useFileDrop((files) => {
    if (!isBusy) onFiles(files);
  });
  const area = (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {hovering ? <div className="drop-hint">Drop the files to import them into {realm}</div> : null}
    </>
  );
  return { area, hovering, pick: () => picker.current?.click() };
}
