import { isObject, type Json, type Outcome } from '@tandem/journey';
import {
  type Action,
  type Callback,
  goTo,
  isSealed,
  type NodeContext,
  NodeProcessError,
  type ScriptBindings,
  type ScriptContextName,
  type ScriptEffect,
  type ScriptResult,
  send,
  suspend,
} from '../contract.ts';
import { REQUEST_CALLBACKS } from './request-callbacks.ts';
import { sendScriptMails } from './script-mails.ts';

export interface ScriptToRun {
  id: string;
  name: string;
  source: string;
  engine: ScriptEffect['engine'];
}

/** A script of the realm; throws NodeProcessError when it is unset or missing. */
export function realmScript(context: NodeContext, ids: readonly string[]): ScriptToRun {
  const id = ids[0];
  if (id === undefined) throw new NodeProcessError(`Node "${context.node.displayName}" has no script. Choose one in its configuration.`);
  const script = context.script(id);
  if (!script) throw new NodeProcessError(`Node "${context.node.displayName}" names the script ${id}, which the realm does not have.`);
  return { id, name: script.name, source: script.source, engine: script.evaluatorVersion === '2.0' ? 'next-gen' : 'legacy' };
}

/** Runs a script and applies what it left behind, which stays even when it failed, as on AM. */
export function runScript(
  context: NodeContext,
  kind: ScriptContextName,
  script: ScriptToRun,
  inputs: readonly string[],
  outputs: readonly string[],
): ScriptResult {
  const result = context.effect({
    kind: 'script',
    context: kind,
    engine: script.engine,
    scriptId: script.id,
    scriptName: script.name,
    source: script.source,
    bindings: withRequestHeaders(context, context.scriptBindings(inputs)),
  });
  sendScriptMails(context, result.mails ?? []);
  try {
    context.applyScript(result, outputs);
  } catch (error) {
    if (!(error instanceof NodeProcessError)) throw error;
    // On AM the script itself meets it.
    return { ...result, status: 'error', error: { message: error.message } };
  }
  if (result.audit !== undefined) context.audit({ auditInfo: auditInfo(result.audit) });
  return result;
}

/** What may stand in `auditEntryDetail` (AM 8.0.2, AuthScriptUtilities); the exception's words are ours. */
function auditInfo(detail: Json): Json {
  if (typeof detail === 'string' || isObject(detail)) return detail;
  throw new NodeProcessError(`Script must set 'auditEntryDetail' to a string or a map, not ${JSON.stringify(detail)}.`);
}

/** Why a script did not finish, in words for the log; undefined when it did. */
export function scriptFailure(name: string, result: ScriptResult): string | undefined {
  const { status, error } = result;
  if (status === 'ok') return undefined;
  // The driver names the limit: "the script ran too long: Tandem stops scripts after 800 ms".
  const told = error?.message?.match(/^the script (.+?)\.?$/)?.[1];
  if (status === 'timeout') return `Script '${name}' ${told ?? 'ran too long: Tandem stopped it'}.`;
  if (status === 'memory') return `Script '${name}' ${told ?? 'ran out of memory and was stopped'}.`;
  const line = error?.line === undefined ? '' : `, line ${error.line}`;
  return `Script '${name}'${line}: ${error?.message ?? 'unknown error'}`;
}

/** Callbacks that AM takes from the request and cannot send as JSON: here the client is asked (assumption). */
function noteRequestCallbacks(context: NodeContext, callbacks: readonly Callback[]): void {
  if (callbacks.some(({ type }) => type === 'HttpCallback' || type === 'X509CertificateCallback')) context.because(REQUEST_CALLBACKS, 'inferred');
}

/**
 * Where the client left an HttpCallback empty, the header of its request is the answer, as on AM. Scripts alone see it there: in what is sent and
 * kept it would be a credential in plain sight.
 */
function withRequestHeaders({ request }: NodeContext, bindings: ScriptBindings): ScriptBindings {
  if (!bindings.callbacks.some(({ type }) => type === 'HttpCallback')) return bindings;
  const callbacks = bindings.callbacks.map((callback) => {
    const given = callback.values[''];
    const name = callback.output.find((output) => output.name === 'authorizationHeader')?.value;
    if (callback.type !== 'HttpCallback' || typeof name !== 'string' || !(isSealed(given) ? given.empty : given === '')) return callback;
    const [header] = request.headers[name.toLowerCase()] ?? [];
    return header === undefined ? callback : { ...callback, values: { ...callback.values, '': header } };
  });
  return { ...bindings, callbacks };
}

/**
 * What a finished script decided: suspending wins over callbacks, callbacks over `action.goTo`, that over the global `outcome`
 * (AM 8.0.2 source, ScriptedDecisionNode).
 */
export function scriptDecision(context: NodeContext, result: ScriptResult, outcomes: readonly Outcome[]): Action {
  if (result.suspend) {
    context.because('The script suspended the journey; that wins over everything else.', 'recorded');
    const { message, minutes, callback } = result.suspend;
    const told = callback ?? {
      type: 'SuspendedTextOutputCallback',
      output: [
        { name: 'message', value: message },
        { name: 'messageType', value: '0' },
      ],
      input: [],
    };
    return suspend([told], minutes);
  }
  if (result.callbacks.length > 0) {
    noteRequestCallbacks(context, result.callbacks);
    context.because('The script asked for callbacks; they win over any outcome.', 'recorded');
    return send(result.callbacks, { stage: result.stage, header: result.header, description: result.description });
  }
  const { outcome } = result;
  if (typeof outcome !== 'string') throw new NodeProcessError("Script must set 'outcome' to a string.");
  if (!outcomes.some(({ id }) => id === outcome)) throw new NodeProcessError(`Invalid outcome from script, '${outcome}'`);
  context.because(result.fromAction ? `The script chose '${outcome}' with its action.` : `The script set outcome to '${outcome}'.`, 'recorded');
  return goTo(outcome);
}
