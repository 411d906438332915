import type { Node as AcornNode } from 'acorn';

/**
 * Which JavaScript a realm's AM understands. `aic`: Rhino 1.7.14 with ES6 switched off, as PingOne Advanced Identity Cloud runs it. `es6`: the same
 * Rhino with ES6 on, the default of self-managed AM.
 */
export type ScriptLanguage = 'aic' | 'es6';

/** How sure a refusal is. recorded: seen on a tenant; measured: Rhino 1.7.14 at the same language version; inferred: our assumption. */
export type LanguageMark = 'recorded' | 'measured' | 'inferred';

/** Something that AM's parser refuses. Lines and columns start at 1; offsets at 0. */
export interface LanguageIssue {
  /** Stable name, such as `let` or `object-shorthand`. */
  feature: string;
  line: number;
  column: number;
  start: number;
  end: number;
  /** The parse error in AM's words. */
  message: string;
  /** How it would be written; absent for text that is no JavaScript at all. */
  write?: string | undefined;
  mark: LanguageMark;
}

export interface LanguageOptions {
  /** Default `aic`. */
  language?: ScriptLanguage | undefined;
  /** A LIBRARY script: it is loaded as the body of a function, so that `const` at its top is like one inside a function. */
  library?: boolean | undefined;
}

/** An AST node with whatever fields its type has: the walkers here look at every child, known or not. */
export type Node = AcornNode & { [field: string]: unknown };
