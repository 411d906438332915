import type { Bundle } from '../bundle.ts';
import type { CustomNodeType, Issue, Json, JsonObject, NodeResource, Script, Tree } from '../model.ts';

/** `aic`: AIC admin UI export. `frodo-single`: frodo 3's flat file of one journey. `frodo`: frodo's `trees`. `custom-nodes`: custom node types alone. */
export type ExportKind = 'aic' | 'frodo-single' | 'frodo' | 'custom-nodes';

/** One journey of a file with everything that came with it. Resources have the realm's form; `bundle` knows how the file wrote them. */
export interface ParsedJourney {
  name: string;
  /** The file that brings it, where there are several. */
  file?: string;
  tree: Tree;
  nodes: Record<string, NodeResource>;
  innerNodes: Record<string, NodeResource>;
  scripts: Record<string, Script>;
  emailTemplates: Record<string, Json>;
  socialIdentityProviders: Record<string, Json>;
  saml2Entities: Record<string, Json>;
  circlesOfTrust: Record<string, Json>;
  /** In the file's order; the realm's key of each stands at the same place in `bundle.themes`. */
  themes: Json[];
  nodeTypes: Record<string, CustomNodeType>;
  variables: Record<string, Json>;
  bundle: Bundle;
}

export interface ParsedExport {
  kind: ExportKind;
  file?: string | undefined;
  meta?: JsonObject | undefined;
  journeys: ParsedJourney[];
  /** Custom node types that belong to no journey of the file. */
  nodeTypes: Record<string, CustomNodeType>;
  /** Readable, but worth a word. */
  warnings: Issue[];
}
