import { Facet } from '@codemirror/state';
import type { BindingSet } from '@tandem/scripting/bindings';
import type { ScriptLanguage } from '@tandem/scripting/language';

/** A name that may be written at a place, with what it is. */
export interface Suggestion {
  name: string;
  detail?: string;
}

/** What is known around a script: where it runs, and what its texts may name. */
export interface Surroundings {
  set: BindingSet;
  language: ScriptLanguage;
  /** Keys of node state that are known in the journey. */
  stateKeys: readonly Suggestion[];
  /** Outcomes of the node that runs it; null: no one node does. */
  outcomes: readonly Suggestion[] | null;
  /** Settings of the custom node that runs it. */
  properties?: readonly Suggestion[];
  /** ESVs as scripts write them. */
  variables: readonly string[];
  /** Names of library scripts. */
  libraries: readonly string[];
  /** What a run said of a line. */
  failed: { line: number; message: string } | null;
}

const NOWHERE: Surroundings = {
  set: 'decision',
  language: 'aic',
  stateKeys: [],
  outcomes: null,
  variables: [],
  libraries: [],
  failed: null,
};

/** Given to the editor by its component, read by completion, help and problems. */
export const surroundings = Facet.define<Surroundings, Surroundings>({ combine: ([first]) => first ?? NOWHERE });
