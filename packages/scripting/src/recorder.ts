import type { LogLine, StateWrite } from './types.ts';

/** Bounds of what one run may leave behind. Sizes in UTF-16 units of JSON text. */
export const recordLimits = { logLines: 1000, logLine: 8_000, logTotal: 256_000, writes: 10_000, writeTotal: 8_000_000, reads: 10_000 };

export interface Recording {
  reads: string[];
  writes: StateWrite[];
  logs: LogLine[];
}

export interface Recorder {
  /** Takes one line of the prelude: `r"key"`, `w{StateWrite}`, `l{LogLine}`; says whether it was kept. Throws when the script writes more state than the bounds allow. */
  add(line: string): boolean;
  finish(): Recording;
}

/** Keeps what a script reads, writes and logs, in order and within bounds: logs beyond them are counted and cut, writes beyond them are refused. */
export function createRecorder(limits = recordLimits): Recorder {
  const kept: string[] = [];
  const reads = new Set<string>();
  let [logs, logSize, cut, writes, writeSize] = [0, 0, 0, 0, 0];

  function log(line: string): boolean {
    if (logs >= limits.logLines || logSize >= limits.logTotal) {
      cut += 1;
      return false;
    }
    const short = line.length > limits.logLine ? `l${shortened(line, limits.logLine)}` : line;
    logs += 1;
    logSize += short.length;
    kept.push(short);
    return true;
  }

  return {
    add(line) {
      if (line.startsWith('l')) return log(line);
      if (line.startsWith('r')) {
        if (reads.has(line) || reads.size >= limits.reads) return false;
        reads.add(line);
        kept.push(line);
        return true;
      }
      writes += 1;
      writeSize += line.length;
      if (writes > limits.writes || writeSize > limits.writeTotal) {
        throw new RangeError(`the script writes too much state: at most ${limits.writes} writes and ${limits.writeTotal} characters of JSON`);
      }
      kept.push(line);
      return true;
    },
    finish() {
      const recording: Recording = { reads: [], writes: [], logs: [] };
      for (const line of kept) {
        const value: unknown = JSON.parse(line.slice(1));
        if (line.startsWith('r')) recording.reads.push(value as string);
        else if (line.startsWith('w')) recording.writes.push(value as StateWrite);
        else recording.logs.push(value as LogLine);
      }
      if (cut > 0) recording.logs.push(cutNote(cut));
      return recording;
    },
  };
}

function shortened(line: string, length: number): string {
  const { level, message } = JSON.parse(line.slice(1)) as LogLine;
  return JSON.stringify({ level, message: `${message.slice(0, length)}… (${message.length - length} more characters were cut)` });
}

function cutNote(count: number): LogLine {
  return { level: 'warn', message: `… ${count} more log lines of this script were cut` };
}
