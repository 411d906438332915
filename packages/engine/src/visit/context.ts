import type { JsonObject, PageChild, RealmServices } from '@tandem/journey';
import {
  type Action,
  type AnsweredCallback,
  type Effect,
  type EffectResult,
  type IdentityView,
  type LogLevel,
  type Metric,
  type NodeContext,
  NodeProcessError,
  type NodeStateView,
  type ObjectView,
  type RequestView,
  type ScriptBindings,
  type ScriptResult,
  type SourceMark,
  type TransactionSpec,
  type TransactionView,
} from '@tandem/nodes';
import { checkStore, clockSkew, scriptFault } from '../control/fault.ts';
import { journeyOf, nodeEvent } from '../event.ts';
import { identitiesOf } from '../identities.ts';
import { type DecodedScript, realmPath } from '../model.ts';
import { objectsOf } from '../objects.ts';
import { own } from '../own.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import { parseAcceptLanguage } from '../text.ts';
import { createTransaction } from '../transaction/create.ts';
import { notifyTransaction } from '../transaction/notify.ts';
import { readTransaction } from '../transaction/read.ts';
import { writeIdentity } from './identityStore.ts';
import { NodeState } from './nodeState.ts';
import { writeObject } from './objectStore.ts';
import { readMessage, sendMessage } from './outbox.ts';
import { visitPage } from './page.ts';
import { EffectNeeded, logLine, type VisitRun } from './run.ts';
import { applyScript, identityResource, scriptBindings } from './scripts.ts';
import { SessionWrites } from './sessionWrites.ts';
import { resumeUri } from './suspension.ts';

/** The context of one node in a visit: `nodes/contract.ts` says what each member promises. */
export function nodeContext(run: VisitRun, node: ResolvedNode): NodeContext {
  return new VisitContext(run, node);
}

/** A class, as the views of state are: three closures for each visit would be dearer than what they do. */
class Transactions implements Readonly<NodeContext['transactions']> {
  constructor(
    private readonly run: VisitRun,
    private readonly node: ResolvedNode,
  ) {}

  create(spec: TransactionSpec): ReturnType<typeof createTransaction> {
    return createTransaction(this.run, this.node, spec);
  }

  read(id: string): TransactionView | undefined {
    return readTransaction(this.run.model, this.run.draft.state, id, this.run.session.role);
  }

  notify(data: JsonObject): void {
    notifyTransaction(this.run, this.node, data);
  }
}

/** Its parts are made when a node asks for them: one is made at every visit, and most nodes use two or three. */
class VisitContext implements NodeContext {
  constructor(
    private readonly run: VisitRun,
    readonly node: ResolvedNode,
  ) {}

  get config(): JsonObject {
    return this.node.config;
  }

  get outcomes(): ResolvedNode['outcomes'] {
    return this.node.outcomes;
  }

  get realm(): string {
    return realmPath(this.run.model.realm);
  }

  get identityResource(): string {
    return identityResource(this.run.model.tree(journeyOf(this.run.session)));
  }

  get now(): number {
    return this.run.began + clockSkew(this.run.draft.state, this.run.session.role);
  }

  get state(): NodeStateView {
    return new NodeState(this.run);
  }

  get session(): NodeContext['session'] {
    return new SessionWrites(this.run);
  }

  get random(): NodeContext['random'] {
    return this.run.random;
  }

  get callbacks(): readonly AnsweredCallback[] | undefined {
    const mine = this.run.answers?.filter((answer) => answer.node === this.node.id);
    return mine?.length ? mine : undefined;
  }

  get request(): RequestView {
    const { headers, parameters, cookies } = this.run.session.request;
    return { locales: parseAcceptLanguage(headers['accept-language'] ?? []), headers, parameters, cookies };
  }

  get identities(): IdentityView {
    checkStore(this.run.draft.state);
    return identitiesOf(this.run.model, this.run.draft.state);
  }

  get objects(): ObjectView {
    checkStore(this.run.draft.state);
    return objectsOf(this.run.model, this.run.draft.state);
  }

  get store(): NodeContext['store'] {
    checkStore(this.run.draft.state);
    return {
      save: (identity) => writeIdentity(this.run, this.node, identity._id, identity),
      remove: (id) => writeIdentity(this.run, this.node, id, null),
      saveObject: (type, object) => writeObject(this.run, this.node, type, object._id, object),
    };
  }

  get outbox(): NodeContext['outbox'] {
    return {
      send: (message) => sendMessage(this.run, this.node, message),
      read: (id) => readMessage(this.run.draft.state, id),
    };
  }

  get services(): RealmServices {
    return this.run.model.realm.services;
  }

  get suspension(): NodeContext['suspension'] {
    return { uri: () => resumeUri(this.run), resumed: this.run.resumed };
  }

  get transaction(): string | undefined {
    return this.run.session.transaction ?? undefined;
  }

  get transactions(): NodeContext['transactions'] {
    return new Transactions(this.run, this.node);
  }

  get customType(): NodeContext['customType'] {
    const type = this.node.customType;
    return (
      type && {
        id: type._id,
        displayName: type.displayName,
        source: type.script,
        outcomes: type.outcomes,
        errorOutcome: type.errorOutcome === true,
        inputs: type.inputs ?? [],
        outputs: type.outputs ?? [],
      }
    );
  }

  effect<E extends Effect>(effect: E): EffectResult<E> {
    const { results } = this.run;
    const { id } = this.node;
    this.run.calls ??= new Map();
    const { calls } = this.run;
    const call = calls.get(id) ?? 0;
    calls.set(id, call + 1);
    // The kind belongs to it: after a change of the realm the same call may be another node's.
    const key = `${id}:${call}:${effect.kind}`;
    const result = own(results, key) ?? scriptFault(this.run.draft.state, id, effect);
    if (result === undefined) throw new EffectNeeded(key, id, effect);
    return result as EffectResult<E>;
  }

  emailTemplate(name: string): JsonObject | undefined {
    const template = own(this.run.model.realm.emailTemplates, name);
    return typeof template === 'object' && template !== null && !Array.isArray(template) ? template : undefined;
  }

  script(id: string): DecodedScript | undefined {
    return this.run.model.script(id);
  }

  imitate(type: string, version: string, config: JsonObject): Action {
    const imitated = this.run.model.imitated(this.node, type, version, config);
    if (!imitated) throw new NodeProcessError(`Configuration Provider cannot imitate the node type ${type}.`);
    return imitated.execute(nodeContext(this.run, imitated));
  }

  page(children: readonly PageChild[]): Action {
    return visitPage(this.run, this.node, children);
  }

  scriptBindings(inputs: readonly string[]): ScriptBindings {
    return scriptBindings(this.run, this.node, inputs, this.callbacks);
  }

  applyScript(result: ScriptResult, outputs: readonly string[]): void {
    applyScript(this.run, this.node, result, outputs);
  }

  audit(detail: JsonObject): void {
    this.run.audit = detail;
  }

  log(level: LogLevel, message: string): void {
    logLine(this.run, this.node, level, message);
  }

  measure({ name, kind, value }: Metric): void {
    const { draft, session } = this.run;
    const event = nodeEvent(draft, 'metric', session, this.node);
    event.data = { name, kind, value };
    event.message = kind === 'timer' ? `Metric ${name}: ${value} ms` : `Metric ${name} counted`;
    draft.emit(event);
  }

  because(rule: string, mark: SourceMark = 'documented'): void {
    this.run.because = { rule, mark };
    if (mark === 'inferred') this.run.assumptions.push(rule);
  }
}
