import type { JsonObject, Outcome, PageChild } from '@tandem/journey';
import type { ConfigFields } from '../config.ts';

/** What a node type is. */

/** How sure a rule is. recorded: seen on a tenant or in Ping's source. documented: Ping's pages. inferred: our assumption, shown as such. */
export type SourceMark = 'recorded' | 'documented' | 'inferred';
export interface Source {
  mark: SourceMark;
  /** The rule in one sentence. */
  rule: string;
  /** Page, file or RFC section it comes from. */
  from: string;
}

export type StateScope = 'shared' | 'transient' | 'secure';

/** What a definition needs to compute outcomes that depend on more than the configuration. */
export interface OutcomeContext {
  /** Node version, "1.0" when the file has none. */
  version: string;
  /** Outcomes that came with the resource (`_outcomes`), for types without a definition. */
  stored: readonly Outcome[];
  /** Outcome ids that the tree connects, for types without a definition. */
  connected: readonly string[];
  /** Outcomes of a page's child. */
  childOutcomes(child: PageChild): readonly Outcome[];
  /** All possible outcomes of another node type, for Configuration Provider. */
  allOutcomes(nodeType: string): readonly Outcome[];
}

export interface NodeDefinition {
  /** AM's node type id. */
  type: string;
  /** AM's display name of the type. */
  name: string;
  /** What it does in one sentence, our words. */
  help: string;
  /** AM's palette tags; `groupOf` tells the palette group. */
  tags: readonly string[];
  /** Other words people search for. */
  synonyms: readonly string[];
  /** lucide icon name, kebab case. */
  icon: string;
  /** Whether it may stand in a page node (AM's `pageNodeCompatibility`). */
  inPage: 'allowed' | 'standalone' | 'unsupported';
  /** Versions AM knows; the last one is what new nodes get. */
  versions: readonly string[];
  fields: ConfigFields;
  /** Outcomes for a configuration, in AM's order. */
  outcomes(config: JsonObject, context: OutcomeContext): Outcome[];
  /** Outcomes for any configuration (AM's BoundedOutcomeProvider); absent: `outcomes` of the defaults; null: free-form, cannot be imitated. */
  allOutcomes?: readonly Outcome[] | null;
  /** Node state keys read; "*" is everything. */
  reads(config: JsonObject): readonly string[];
  writes(config: JsonObject): readonly { key: string; scope: StateScope }[];
  /** One line for the canvas, e.g. "User · 600 s · retry". */
  summary(config: JsonObject): string;
  /** Journeys that the configuration names. */
  journeys?(config: JsonObject): readonly string[];
  /** Scripts (ids) that the configuration names. */
  scripts?(config: JsonObject): readonly string[];
  /** Email templates that the configuration names. */
  emailTemplates?(config: JsonObject): readonly string[];
  sources: readonly Source[];
}
