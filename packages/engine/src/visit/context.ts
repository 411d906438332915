import { type AnsweredCallback, type Effect, type EffectResult, type NodeContext, NodeProcessError } from '@tandem/nodes';
import { identitiesOf } from '../identities.ts';
import { own, type ResolvedNode, realmPath } from '../model.ts';
import { parseAcceptLanguage } from '../text.ts';
import { createTransaction } from '../transaction/create.ts';
import { notifyTransaction } from '../transaction/notify.ts';
import { readTransaction } from '../transaction/read.ts';
import { nodeState } from './nodeState.ts';
import { visitPage } from './page.ts';
import { EffectNeeded, logLine, type VisitRun } from './run.ts';
import { applyScript, scriptBindings } from './scripts.ts';

/** The context of one node in a visit: `nodes/contract.ts` says what each member promises. */
export function nodeContext(run: VisitRun, node: ResolvedNode): NodeContext {
  const { model, draft, session, random } = run;
  const { request } = session;
  const state = draft.state;
  const sessionPath = (field: string): string[] => ['sessions', session.id, field];
  const callbacks: AnsweredCallback[] | undefined = run.answers?.filter((answer) => answer.node === node.id);

  return {
    node: { id: node.id, type: node.type, version: node.version, displayName: node.displayName },
    config: node.config,
    realm: realmPath(model.realm),
    now: state.now,
    state: nodeState(run),
    callbacks: callbacks?.length ? callbacks : undefined,
    request: {
      locales: parseAcceptLanguage(request.headers['accept-language'] ?? []),
      headers: request.headers,
      parameters: request.parameters,
      cookies: request.cookies,
    },
    identities: identitiesOf(model, state),
    transaction: session.transaction === null ? undefined : readTransaction(state, session.transaction),
    transactions: {
      create: (spec) => createTransaction(run, node, spec),
      read: (id) => readTransaction(state, id),
      notify: (data) => notifyTransaction(run, node, data),
    },
    session: {
      setProperty(key, value) {
        if (value === null) draft.remove([...sessionPath('properties'), key]);
        else draft.set([...sessionPath('properties'), key], value);
      },
      setLimits(limits) {
        if (limits.maxSessionTime !== undefined) draft.set(sessionPath('maxSessionTime'), limits.maxSessionTime);
        if (limits.maxIdleTime !== undefined) draft.set(sessionPath('maxIdleTime'), limits.maxIdleTime);
      },
      identifyUser: (userName) => draft.set(sessionPath('identified'), userName),
    },
    random: { uuid: () => random.uuid(), bytes: (count) => random.bytes(count) },
    effect<E extends Effect>(effect: E): EffectResult<E> {
      const call = run.calls.get(node.id) ?? 0;
      run.calls.set(node.id, call + 1);
      const key = `${node.id}:${call}`;
      const result = own(run.results, key);
      if (result === undefined) throw new EffectNeeded(key, node.id, effect);
      return result as EffectResult<E>;
    },
    script: (id) => model.script(id),
    customType: node.customType && {
      id: node.customType._id,
      displayName: node.customType.displayName,
      source: node.customType.script,
      outcomes: node.customType.outcomes,
      errorOutcome: node.customType.errorOutcome === true,
      inputs: node.customType.inputs ?? [],
      outputs: node.customType.outputs ?? [],
    },
    outcomes: node.outcomes,
    imitate(type, config) {
      const imitated = model.imitated(node, type, config);
      if (!imitated) throw new NodeProcessError(`Configuration Provider cannot imitate the node type ${type}.`);
      return imitated.execute(nodeContext(run, imitated));
    },
    page: (children) => visitPage(run, node, children),
    scriptBindings: (inputs) => scriptBindings(run, node, inputs, callbacks),
    applyScript: (result, outputs) => applyScript(run, node, result, outputs),
    log: (level, message) => logLine(run, node, level, message),
    because(rule, mark = 'documented') {
      run.because = { rule, mark };
      if (mark === 'inferred') run.assumptions.push(rule);
    },
  };
}
