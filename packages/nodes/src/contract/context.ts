import type { Identity, JsonObject, Outcome, PageChild, RealmServices } from '@tandem/journey';
import type { MessageView, OutgoingMessage } from '../messages.ts';
import type { LogLevel, ScriptBindings, ScriptResult } from '../script-effects.ts';
import type { Action } from './action.ts';
import type { AnsweredCallback } from './callbacks.ts';
import type { SourceMark } from './definition.ts';
import type { Effect, EffectResult } from './effects.ts';
import type { TransactionSpec, TransactionView } from './transaction.ts';
import type { IdentityView, NodeStateView, ObjectView, RequestView } from './views.ts';

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
