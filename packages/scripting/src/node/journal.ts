const HEADER = 4;

/** Lines of a run in shared memory: the main thread reads them when it had to kill the worker. Lines beyond its size are lost. */
export interface Journal {
  clear(): void;
  append(line: string): void;
}

export const JOURNAL_BYTES = 1 << 20;

export function openJournal(buffer: SharedArrayBuffer): Journal {
  const used = new Int32Array(buffer, 0, 1);
  const bytes = new Uint8Array(buffer);
  return {
    clear: () => void Atomics.store(used, 0, 0),
    append(line) {
      const at = HEADER + Atomics.load(used, 0);
      const text = Buffer.from(`${line}\n`);
      if (at + text.length > bytes.length) return;
      bytes.set(text, at);
      Atomics.store(used, 0, at - HEADER + text.length);
    },
  };
}

export function readJournal(buffer: SharedArrayBuffer): string[] {
  const length = Atomics.load(new Int32Array(buffer, 0, 1), 0);
  return Buffer.from(buffer, HEADER, length)
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}
