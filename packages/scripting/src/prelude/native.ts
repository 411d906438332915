import type { ScriptBindings, ScriptContextName } from '@tandem/nodes';

/** What the worker gives the prelude. The user's script never gets hold of these functions. */
export interface Native {
  /** Asks the driver; JSON of a HostCall in, JSON of a HostAnswer out. Blocks. */
  host(call: string): string;
  /** Records one line at once, so that it is kept whatever happens next: `r"key"`, `w{StateWrite}`, `l{LogLine}`. */
  record(line: string): void;
  /** Code of a library script to evaluate: JSON `{ok, code}` or `{ok: false, message}`. Asks the driver for its source and checks its language. */
  library(name: string): string;
  /** Makes code that a script evaluates ready, as the script itself was: JSON `{ok, code}` or `{ok: false, message, explained}`. */
  prepare(source: string): string;
  /** Cryptography: JSON in, JSON out. */
  crypto(request: string): string;
}

/** What one run starts from. */
export interface Start {
  engine: 'next-gen' | 'legacy';
  context: ScriptContextName;
  scriptName: string;
  bindings: ScriptBindings;
}
