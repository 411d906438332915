import type { JourneyDocument, Json, JsonObject, Realm, Tree } from '@tandem/journey';
import type { LintContext } from './context.ts';
import type { LintNode } from './node.ts';

/** error: the journey fails or AM refuses it. warning: probably not what was meant. info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A change that does away with a finding, named as a command is: "Connect Status, Pending to Failure". */
export interface Fix {
  name: string;
  apply(document: JourneyDocument): JourneyDocument;
}

/** Where in a script. Lines and columns start at 1. */
export interface ScriptPlace {
  id: string;
  line: number;
  column: number;
}

/** What a rule says about one place. */
export interface Report {
  /** Node on the canvas or inside a page; absent: the journey as a whole. */
  node?: LintNode | undefined;
  /** Property of the node's configuration (or of the journey) that it is about. */
  field?: string | undefined;
  script?: ScriptPlace | undefined;
  /** One or two sentences: what is wrong, and what would be right. */
  text: string;
  /** Ids of the nodes on the way that shows it, from the start. */
  path?: readonly string[] | undefined;
  fix?: Fix | undefined;
}

/** A report with its rule and its place, as editors, lists and exports show it. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** Node on the canvas; null: the journey. */
  node: string | null;
  /** Node inside the page `node`. */
  child: string | null;
  field?: string | undefined;
  script?: ScriptPlace | undefined;
  /** Names of the page and the node, for people. */
  place: string;
  text: string;
  path?: readonly string[] | undefined;
  fix?: Fix | undefined;
}

/** Stands for "wherever a node of the journey is": the linter checks each one by itself and remembers the answer while nothing of it changes. */
export interface NodeRule {
  checkNode(node: LintNode, context: LintContext): readonly Report[];
}
export interface JourneyRule {
  check(context: LintContext): readonly Report[];
}

export type Rule = (NodeRule | JourneyRule) & {
  /** Stable, kebab case; also the name of its page in docs/rules. */
  id: string;
  title: string;
  severity: Severity;
  /** What it looks for and why that matters. Markdown, a few sentences. */
  about: string;
  /** Where the rule behind it comes from. */
  source: string;
};

/** A node of an example: type, configuration, connections ("success" and "failure" are the ends), children of a page. */
export type NodeSketch = readonly [
  type: string,
  config?: JsonObject,
  to?: Readonly<Record<string, string>>,
  children?: Readonly<Record<string, NodeSketch>>,
];
export interface JourneySketch {
  /** The first one is where the journey begins. */
  nodes: Readonly<Record<string, NodeSketch>>;
  tree?: Partial<Tree>;
}
export interface ScriptSketch {
  source: string;
  context?: string;
  evaluatorVersion?: string;
}
export interface Example {
  title: string;
  journey: JourneySketch;
  /** Other journeys of the realm by name; the example's own is "Example". */
  others?: Readonly<Record<string, JourneySketch>>;
  scripts?: Readonly<Record<string, ScriptSketch>>;
  /** Whatever else the realm has. */
  realm?: Partial<Pick<Realm, 'nodeTypes' | 'emailTemplates' | 'variables' | 'services'>>;
  /** Further properties of a placed node, such as its version, by id. */
  placed?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}
export interface Examples {
  valid: readonly Example[];
  /** With what the rule says. */
  invalid: readonly (Example & { finds: string | readonly string[] })[];
}
