import type { Identity, Json, JsonObject, NodeResource, Outcome, RealmServices } from '@tandem/journey';
import { withDefaults } from '../config.ts';
import {
  type Action,
  type AnsweredCallback,
  type Callback,
  type Effect,
  type EffectResult,
  isSealed,
  type LogLine,
  type Metric,
  type NodeContext,
  NodeProcessError,
  type ScriptBindings,
  type ScriptEffect,
  type ScriptResult,
  type Sealed,
  type SourceMark,
  type StateScope,
  type TransactionSpec,
  type TransactionView,
} from '../contract.ts';
import { executorFor } from '../execute.ts';
import { type CustomTypes, definitionOf, outcomesFor } from '../lookup.ts';
import type { MessageView, OutgoingMessage } from '../messages.ts';
import { normalSecret } from '../secret-effects.ts';
import { failedPolicies } from '../support/policies.ts';

export const NODE_ID = '3b1f9f1e-5d0c-4c33-9f66-2a4f27c0b001';
export const RESUME_URI = 'https://am.example.com/am/XUI/?realm=/alpha&suspendedId=id';

export interface FakeOptions {
  config?: JsonObject;
  version?: string;
  resource?: NodeResource;
  customTypes?: CustomTypes;
  shared?: JsonObject;
  transient?: JsonObject;
  secure?: JsonObject;
  /** What came back for the callbacks that the node sent. */
  answers?: AnsweredCallback[];
  identities?: Identity[];
  /** Managed objects other than users, by type. */
  objects?: Record<string, JsonObject[]>;
  locales?: string[];
  headers?: Record<string, string[]>;
  /** Chance, byte by byte; used again from the start when it runs out. Absent: zeros. */
  chance?: number[];
  now?: number;
  /** Id of the transaction that this session serves. */
  transaction?: string;
  /** Transactions that Status can read. */
  transactions?: TransactionView[];
  /** What a script leaves behind, or how the fake driver runs it. */
  script?: Partial<ScriptResult> | ((effect: ScriptEffect) => Partial<ScriptResult>);
  scripts?: { id: string; name: string; source: string; evaluatorVersion: string; context: string | undefined }[];
  /** The password that matches. */
  password?: string;
  /** Why the engine refuses; an Error is a defect of its own. */
  createFails?: string | Error;
  notifyFails?: string | Error;
  /** Whether the client came back from a suspension. */
  resumed?: boolean;
  services?: Partial<RealmServices>;
  identityResource?: string;
  emailTemplates?: Record<string, JsonObject>;
  /** What is in the outbox. */
  messages?: MessageView[];
  /** What the engine answers for a page. */
  page?: Action;
}

export interface Recorded {
  logs: LogLine[];
  metrics: Metric[];
  reasons: { rule: string; mark: SourceMark }[];
  reads: string[];
  created: TransactionSpec[];
  notified: JsonObject[];
  effects: Effect[];
  imitated: { type: string; version: string; config: JsonObject }[];
  pages: string[][];
  appliedOutputs: (readonly string[])[];
  sessionProperties: Record<string, string | null>;
  limits: { maxSessionTime?: number | undefined; maxIdleTime?: number | undefined }[];
  identified: string[];
  saved: Identity[];
  removed: string[];
  savedObjects: { type: string; object: JsonObject }[];
  sent: OutgoingMessage[];
  details: { success: JsonObject; failure: JsonObject; session: Record<string, string> };
  failureMessage: string | null;
  audits: JsonObject[];
  shared: JsonObject;
  transient: JsonObject;
  secure: JsonObject;
}

export interface FakeContext extends NodeContext {
  readonly recorded: Recorded;
}

export const user = (fields: Partial<Identity> & { _id: string; userName: string }): Identity => ({ kind: 'user', passwordHash: 'hash', ...fields });

export const sealed = (text: string): Json => ({ $sealed: text, empty: text === '' });

/** A callback as it was sent, answered with these values by input suffix. */
function answer(callback: Callback, values: Record<string, Json> = {}): AnsweredCallback {
  return { type: callback.type, output: callback.output, values };
}

/** Everything that was sent, echoed with its own defaults except where values are given, as a client does. */
export function echo(action: Action, values: Record<number, Record<string, Json>> = {}): AnsweredCallback[] {
  return sent(action).map((callback, index) =>
    answer(callback, { ...Object.fromEntries(callback.input.map(({ suffix, value }) => [suffix, value])), ...values[index] }),
  );
}

export function sent(action: Action): Callback[] {
  if (action.kind === 'goTo' || action.kind === 'enter') throw new Error(`expected callbacks, got ${JSON.stringify(action)}`);
  return action.callbacks;
}

/** Outputs of a callback by name. */
export function outputs(callback: Callback | undefined): JsonObject {
  return Object.fromEntries((callback?.output ?? []).map(({ name, value }) => [name, value]));
}

const scriptResult = (partial: Partial<ScriptResult> = {}): ScriptResult => ({
  status: 'ok',
  callbacks: [],
  sessionProperties: {},
  reads: [],
  writes: [],
  identityWrites: [],
  logs: [],
  ...partial,
});

/** The fake password is the text inside the seal: only a driver looks there. */
function secretResult(effect: Exclude<Effect, ScriptEffect>, options: FakeOptions): EffectResult<typeof effect> {
  const opened = (secret: Sealed | string): string => (typeof secret === 'string' ? secret : secret.$sealed);
  switch (effect.kind) {
    case 'password': {
      const password = normalSecret(opened(effect.password), effect.as);
      return { matches: password === options.password || effect.hash === `hash:${password}` };
    }
    case 'hash':
      return { hash: `hash:${normalSecret(opened(effect.password), effect.as)}` };
    case 'compare':
      return { equal: normalSecret(opened(effect.left), effect.as) === normalSecret(opened(effect.right), effect.as) };
    case 'policy':
      return { failed: failedPolicies(effect.policies, isSealed(effect.value) ? opened(effect.value) : effect.value, effect.object) };
  }
}

const failure = (why: string | Error): Error => (typeof why === 'string' ? new NodeProcessError(why) : why);

export function fakeContext(type: string, options: FakeOptions = {}): FakeContext {
  const { customTypes = {}, answers, now = 1_000_000 } = options;
  const identities = [...(options.identities ?? [])];
  const objectsOf = (type: string): JsonObject[] => options.objects?.[type] ?? [];
  const definition = definitionOf(type, { customTypes, resource: options.resource });
  const config = withDefaults(definition.fields, options.config ?? {});
  const version = options.version ?? '1.0';
  const outcomes: Outcome[] = outcomesFor(definition, config, { version, resource: options.resource, customTypes });
  const customType = Object.values(customTypes).find((candidate) => `designer-${candidate.serviceName}` === type);
  const recorded: Recorded = {
    logs: [],
    metrics: [],
    reasons: [],
    reads: [],
    created: [],
    notified: [],
    effects: [],
    imitated: [],
    pages: [],
    appliedOutputs: [],
    sessionProperties: {},
    limits: [],
    identified: [],
    saved: [],
    removed: [],
    savedObjects: [],
    sent: [],
    details: { success: {}, failure: {}, session: {} },
    failureMessage: null,
    audits: [],
    shared: { ...options.shared },
    transient: { ...options.transient },
    secure: { ...options.secure },
  };
  let drawn = 0;
  const scopes: readonly StateScope[] = ['transient', 'secure', 'shared'];
  const bindings: ScriptBindings = {
    shared: recorded.shared,
    transient: recorded.transient,
    secure: recorded.secure,
    callbacks: answers ?? [],
    realm: '/alpha',
    cookieName: 'iPlanetDirectoryPro',
    requestHeaders: {},
    requestParameters: {},
    requestCookies: {},
    resumedFromSuspend: options.resumed === true,
    resumeUri: RESUME_URI,
    journey: { name: 'Login', identityResource: 'managed/alpha_user', innerJourney: false, mustRun: false },
    locales: [],
    now,
    seed: '00',
  };

  const context: FakeContext = {
    recorded,
    node: { id: NODE_ID, type, version, displayName: 'The node' },
    config,
    realm: '/alpha',
    identityResource: options.identityResource ?? 'managed/alpha_user',
    now,
    state: {
      get: (key) => {
        recorded.reads.push(key);
        const scope = scopes.find((candidate) => Object.hasOwn(recorded[candidate], key));
        return scope && recorded[scope][key];
      },
      getIn: (scope: StateScope, key: string) => {
        recorded.reads.push(key);
        return recorded[scope][key];
      },
      putShared: (key, value) => {
        recorded.shared[key] = value;
      },
      putTransient: (key, value) => {
        recorded.transient[key] = value;
      },
      putSecure: (key, value) => {
        recorded.secure[key] = value;
      },
      remove: (key) => {
        for (const scope of scopes) delete recorded[scope][key];
      },
      all: (scope) => {
        recorded.reads.push('*');
        return recorded[scope];
      },
    },
    callbacks: answers,
    request: { locales: options.locales ?? ['en'], headers: options.headers ?? {}, parameters: {}, cookies: {} },
    identities: {
      byId: (id) => identities.find((identity) => identity._id === id),
      byUserName: (name, kind = 'user') =>
        identities.find((identity) => identity.kind === kind && identity.userName.toLowerCase() === name.toLowerCase()),
      find: (attribute, value) => identities.filter((identity) => String(identity[attribute]).toLowerCase() === String(value).toLowerCase()),
    },
    objects: {
      all: objectsOf,
      byId: (type, id) => objectsOf(type).find(({ _id }) => _id === id),
      find: (type, attribute, value) => objectsOf(type).filter((object) => object[attribute] === value),
    },
    store: {
      saveObject: (type, object) => recorded.savedObjects.push({ type, object }),
      save: (identity) => {
        recorded.saved.push(identity);
        identities.splice(0, identities.length, ...identities.filter(({ _id }) => _id !== identity._id), identity);
      },
      remove: (id) => {
        recorded.removed.push(id);
        identities.splice(0, identities.length, ...identities.filter(({ _id }) => _id !== id));
      },
    },
    outbox: {
      send: (message) => {
        recorded.sent.push(message);
        return `message-${recorded.sent.length}`;
      },
      read: (id) => options.messages?.find((message) => message.id === id),
    },
    services: { transactionTimeToLive: 180, ...options.services },
    emailTemplate: (name) => options.emailTemplates?.[name],
    suspension: { uri: () => RESUME_URI, resumed: options.resumed === true },
    transaction: options.transaction,
    transactions: {
      create: (spec) => {
        if (options.createFails) throw failure(options.createFails);
        recorded.created.push(spec);
        return { id: 'transaction-1', redirectUri: spec.redirectUrlType === 'NONE' ? undefined : `https://am.example.com/${spec.redirectUrlType}` };
      },
      read: (id) => options.transactions?.find((transaction) => transaction.id === id),
      notify: (data) => {
        if (options.notifyFails) throw failure(options.notifyFails);
        recorded.notified.push(data);
      },
    },
    session: {
      setProperty: (key, value) => {
        recorded.sessionProperties[key] = value;
      },
      setLimits: (limits) => recorded.limits.push(limits),
      identifyUser: (name) => recorded.identified.push(name),
      addDetails: (on, details) => Object.assign(recorded.details[on], details),
      addSessionDetails: (properties) => Object.assign(recorded.details.session, properties),
      setFailureMessage: (message) => {
        recorded.failureMessage = message;
      },
    },
    random: {
      uuid: () => 'uuid',
      bytes: (count) => Uint8Array.from({ length: count }, () => options.chance?.[drawn++ % options.chance.length] ?? 0),
    },
    effect: <E extends Effect>(effect: E): EffectResult<E> => {
      recorded.effects.push(effect);
      if (effect.kind !== 'script') return secretResult(effect, options) as EffectResult<E>;
      const result = typeof options.script === 'function' ? options.script(effect) : options.script;
      return scriptResult(result) as EffectResult<E>;
    },
    script: (id) => options.scripts?.find((script) => script.id === id),
    customType: customType && {
      id: customType._id,
      displayName: customType.displayName,
      source: customType.script,
      outcomes: customType.outcomes,
      errorOutcome: customType.errorOutcome === true,
      inputs: customType.inputs ?? [],
      outputs: customType.outputs ?? [],
    },
    outcomes,
    imitate: (imitatedType, version, made) => {
      recorded.imitated.push({ type: imitatedType, version, config: made });
      const imitated = fakeContext(imitatedType, { ...options, version, config: made, shared: recorded.shared });
      const action = executorFor(imitatedType)(imitated);
      recorded.shared = imitated.recorded.shared;
      recorded.logs.push(...imitated.recorded.logs);
      recorded.metrics.push(...imitated.recorded.metrics);
      recorded.reasons.push(...imitated.recorded.reasons);
      return action;
    },
    page: (children) => {
      recorded.pages.push(children.map(({ _id }) => _id));
      return options.page ?? { kind: 'goTo', outcome: 'outcome' };
    },
    scriptBindings: (inputs) => ({ ...bindings, properties: { inputs: [...inputs] } }),
    applyScript: (result, declared) => {
      recorded.appliedOutputs.push(declared);
      recorded.logs.push(...result.logs);
      for (const write of result.writes) if (write.op === 'put') recorded[write.scope][write.key] = write.value;
    },
    audit: (detail) => recorded.audits.push(detail),
    measure: (metric) => recorded.metrics.push(metric),
    log: (level, message) => recorded.logs.push({ level, message }),
    because: (rule, mark = 'documented') => recorded.reasons.push({ rule, mark }),
  };
  return context;
}

/** Runs a type once. */
export function visit(type: string, options: FakeOptions = {}): { action: Action; recorded: Recorded } {
  const context = fakeContext(type, options);
  const action = executorFor(type)(context);
  return { action, recorded: context.recorded };
}
