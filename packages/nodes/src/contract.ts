import type { Identity, Json, JsonObject, Outcome, PageChild, RealmServices } from '@tandem/journey';
import type { ConfigFields } from './config.ts';
import type { MessageView, OutgoingMessage } from './messages.ts';
import type { LogLevel, ScriptBindings, ScriptEffect, ScriptResult } from './script-effects.ts';
import type { CompareEffect, CompareResult, HashEffect, HashResult, PolicyEffect, PolicyResult, SecretKind } from './secret-effects.ts';

export type * from './script-effects.ts';

/**
 * What a node type is (definition), what its execution sees (NodeContext) and what it may return (Action).
 * Execution is pure: time, chance and everything outside the simulation come through the context.
 */

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

// ---- callbacks ----

export type CallbackValue = Json;
/** One callback before it is numbered: AM's type, outputs and the defaults of its inputs by suffix ("" is `IDTokenN`, "validateOnly" is `IDTokenNvalidateOnly`). */
export interface Callback {
  type: string;
  output: { name: string; value: Json }[];
  input: { suffix: string; value: Json }[];
}
/** A callback as it was sent together with the values the client gave back, by input suffix. Values of password inputs are `Sealed`. */
export interface AnsweredCallback {
  type: string;
  output: { name: string; value: Json }[];
  values: Record<string, Json>;
}

/** A secret as the engine keeps it: ciphertext that only the driver can open. `empty` says whether anything was given, `number` that it opens to one. */
export type Sealed = { $sealed: string; empty: boolean; number?: true };
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof (value as { $sealed?: unknown }).$sealed === 'string';
}

// ---- effects: what a visit asks the driver for ----

/** Compare a password with an identity's hash (scrypt, slow, hence outside the engine). */
export interface PasswordEffect {
  kind: 'password';
  identity: string;
  hash: string;
  password: Sealed | string;
  as?: SecretKind | undefined;
}
export interface PasswordResult {
  matches: boolean;
}
export type Effect = ScriptEffect | PasswordEffect | HashEffect | CompareEffect | PolicyEffect;
interface EffectResults {
  script: ScriptResult;
  password: PasswordResult;
  hash: HashResult;
  compare: CompareResult;
  policy: PolicyResult;
}
export type EffectResult<E extends Effect> = EffectResults[E['kind']];

// ---- what a node sees ----

export interface NodeStateView {
  /** transient, then secure, then shared; undefined when missing. The read is recorded. */
  get(key: string): Json | undefined;
  putShared(key: string, value: Json): void;
  putTransient(key: string, value: Json): void;
  putSecure(key: string, value: Json): void;
  /** Removes the key from every scope. */
  remove(key: string): void;
  /**
   * Like `get`, from one scope alone: nodes that add to an object (`objectAttributes`) must not carry what another scope holds under the same key
   * (a password in transient state) into theirs.
   */
  getIn(scope: StateScope, key: string): Json | undefined;
  /** Everything of one scope, for scripts with inputs ["*"]; counts as reading "*". */
  all(scope: StateScope): JsonObject;
}

export interface RequestView {
  /** Locales of Accept-Language, best first, e.g. ["en-GB", "en"]. */
  locales: readonly string[];
  headers: Readonly<Record<string, string[]>>;
  parameters: Readonly<Record<string, string[]>>;
  cookies: Readonly<Record<string, string>>;
}

export interface IdentityView {
  byId(id: string): Identity | undefined;
  byUserName(userName: string, kind?: Identity['kind']): Identity | undefined;
  /** All users whose attribute equals the value (strings compared as AM's store does, ignoring case). */
  find(attribute: string, value: Json): Identity[];
}

/** Managed objects other than users, by type as in `managed/<type>`. */
export interface ObjectView {
  byId(type: string, id: string): JsonObject | undefined;
  /** All objects whose attribute equals the value, compared as those of users are. */
  find(type: string, attribute: string, value: Json): JsonObject[];
  all(type: string): JsonObject[];
}

export type TransactionState = 'CREATED' | 'IN_PROGRESS' | 'COMPLETED';
export type TransactionResult = 'UNKNOWN' | 'APPROVED' | 'DENIED';
export interface TransactionView {
  id: string;
  state: TransactionState;
  result: TransactionResult;
  /** Data that Notification nodes added, merged by top-level key. */
  data: JsonObject;
  /** Session properties of the backchannel journey's session; empty until it was approved. */
  sessionProperties: Record<string, string>;
}
export interface TransactionSpec {
  journey: string;
  subject: { type: 'user' | 'agent'; id: string; name: string } | null;
  data: JsonObject;
  redirectUrlType: 'GET' | 'POST' | 'CUSTOM' | 'NONE';
  customRedirectUrl?: string | undefined;
  /** Seconds; undefined: the realm's time to live. */
  timeout?: number | undefined;
  allowRetry: boolean;
}

/** What Timer Stop and Meter record; a timer's value is in ms. */
export type Metric = { name: string; kind: 'timer' | 'counter'; value: number };

export interface NodeContext {
  readonly node: { id: string; type: string; version: string; displayName: string };
  /** Configuration as stored, defaults of the definition filled in. */
  readonly config: JsonObject;
  /** Realm path, "/alpha". */
  readonly realm: string;
  /** Managed object that the journey's users are, e.g. "managed/alpha_user"; AM's own default when the journey names none. */
  readonly identityResource: string;
  /** Simulation time, epoch ms. */
  readonly now: number;
  readonly state: NodeStateView;
  /** Answers to the callbacks that this very node sent; undefined when it has not asked yet, [] when it asked and nothing came back. */
  readonly callbacks: readonly AnsweredCallback[] | undefined;
  readonly request: RequestView;
  readonly identities: IdentityView;
  readonly objects: ObjectView;
  /** Changes to the identity store; they stay when the journey fails later, as on AM. */
  readonly store: {
    /** Creates or replaces. */
    save(identity: Identity): void;
    remove(id: string): void;
    /** Creates or replaces a managed object that is no user. */
    saveObject(type: string, object: JsonObject & { _id: string }): void;
  };
  /** Email, SMS and push that this simulation sent: nothing leaves the machine. */
  readonly outbox: {
    /** @returns the message's id */
    send(message: OutgoingMessage): string;
    /** undefined when there is no such message. */
    read(id: string): MessageView | undefined;
  };
  /** Settings of the realm's services. */
  readonly services: RealmServices;
  /** An email template of the realm by name, as it was imported; undefined when it is missing. */
  emailTemplate(name: string): JsonObject | undefined;
  readonly suspension: {
    /** Address that resumes this session when the visit returns `suspend`; made once a visit. */
    uri(): string;
    /** Whether the client came back through that address; the visit is then the first after it. */
    readonly resumed: boolean;
  };
  /** Id of the backchannel transaction that this session serves, also when its time has passed; undefined in any other session. */
  readonly transaction: string | undefined;
  readonly transactions: {
    /** Throws NodeProcessError when the journey cannot be started. Returns undefined as redirectUri for NONE. */
    create(spec: TransactionSpec): { id: string; redirectUri: string | undefined };
    /** undefined when it never existed or its time has passed. */
    read(id: string): TransactionView | undefined;
    /** Merges data into this session's transaction. Throws NodeProcessError when it can no longer be read. */
    notify(data: JsonObject): void;
  };
  readonly session: {
    /** null removes. */
    setProperty(key: string, value: string | null): void;
    /** Minutes. */
    setLimits(limits: { maxSessionTime?: number | undefined; maxIdleTime?: number | undefined }): void;
    /** Name the user that the session will be for (user name or _id). */
    identifyUser(userName: string): void;
    /** Further keys of the JSON that the client gets at the journey's end. */
    addDetails(on: 'success' | 'failure', details: JsonObject): void;
    /** Further keys of the JSON at Success, with the names of the session properties whose values they get. A journey without a session then fails. */
    addSessionDetails(properties: Record<string, string>): void;
    /** What the client is told when the journey fails, instead of "Login failure". */
    setFailureMessage(message: string): void;
  };
  /** Values derived from this visit's recorded random bytes. */
  readonly random: { uuid(): string; bytes(count: number): Uint8Array };
  /**
   * Asks the driver; returns its recorded answer. The first time it does not return: the visit is suspended and run again from its start when the
   * answer is there, so call it before writing state.
   */
  effect<E extends Effect>(effect: E): EffectResult<E>;
  /** A script of the realm, decoded; undefined when it is missing. */
  script(id: string): { id: string; name: string; source: string; evaluatorVersion: string; context: string | undefined } | undefined;
  /** Definition of the custom node type behind this node; undefined for others. */
  readonly customType:
    | {
        id: string;
        displayName: string;
        source: string;
        outcomes: readonly string[];
        errorOutcome: boolean;
        inputs: readonly string[];
        outputs: readonly string[];
      }
    | undefined;
  /** Outcomes of this node with its present configuration. */
  readonly outcomes: readonly Outcome[];
  /** Runs another type's execution in that version under this node's id with this configuration (Configuration Provider). Throws NodeProcessError for a type that cannot be imitated. */
  imitate(type: string, version: string, config: JsonObject): Action;
  /** Runs the children of a page in order; engine's page rules. */
  page(children: readonly PageChild[]): Action;
  /** Bindings common to every script of this visit. */
  scriptBindings(inputs: readonly string[]): ScriptBindings;
  /** Applies what a script left behind: state, identities, session properties, logs. Declared outputs limit what is written; "*" is all. */
  applyScript(result: ScriptResult, outputs: readonly string[]): void;
  /** Says on the event what AM would add to its audit entry of this node. */
  audit(detail: JsonObject): void;
  log(level: LogLevel, message: string): void;
  /** Records a metric; it is an event of the run. */
  measure(metric: Metric): void;
  /** Says on the event why this outcome was chosen: the rule, in one sentence. */
  because(rule: string, mark?: SourceMark): void;
}

// ---- what a node returns ----

export type Action =
  | { kind: 'goTo'; outcome: string }
  | ({ kind: 'send'; callbacks: Callback[] } & SendOptions)
  /** The client is sent away and comes back through `suspension.uri()`. `minutes` absent: AM's default of 5. */
  | { kind: 'suspend'; callbacks: Callback[]; minutes?: number | undefined }
  /**
   * Runs another journey inside this one; its end is this node's outcome `true` or `false`. `config`: what a Configuration Provider made for it, kept in
   * shared state once the inner journey asks its client.
   */
  | { kind: 'enter'; journey: string; errorOutcome: boolean; config?: JsonObject | undefined };

export interface SendOptions {
  stage?: string | undefined;
  header?: string | undefined;
  description?: string | undefined;
  /** Epoch ms from which on no answer can be right (a one-time password ends): the clock knows it. */
  expiresAt?: number | undefined;
}

export type Execute = (context: NodeContext) => Action;
/** What a node does once a journey that contains it has succeeded, whether it was visited or not (AM's LifecycleNode). It may write identities. */
export type Complete = (context: NodeContext) => void;

export function goTo(outcome: string): Action {
  return { kind: 'goTo', outcome };
}
export function send(callbacks: Callback[], options: SendOptions = {}): Action {
  return { kind: 'send', callbacks, ...options };
}

/** @param minutes how long the client may stay away; absent: AM's default of 5 */
export function suspend(callbacks: Callback[], minutes?: number): Action {
  return { kind: 'suspend', callbacks, minutes };
}

/** Ends the journey as a failure, as AM's NodeProcessException does. The message is logged. */
export class NodeProcessError extends Error {
  override readonly name = 'NodeProcessError';
}
