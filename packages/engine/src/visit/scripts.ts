import type { JsonObject, Tree } from '@tandem/journey';
import type { AnsweredCallback, ScriptBindings, ScriptResult } from '@tandem/nodes';
import { journeyOf } from '../event.ts';
import { identitiesOf } from '../identities.ts';
import { realmPath } from '../model.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import { liveSso } from '../session/sso.ts';
import { parseAcceptLanguage } from '../text.ts';
import { applyIdentityWrites } from './identityStore.ts';
import { write } from './nodeState.ts';
import { applyObjectWrite } from './objectStore.ts';
import { logLine, type VisitRun } from './run.ts';
import { resumeUri } from './suspension.ts';

/** AM's default cookie name on self-managed deployments; AIC's is a random string that clients read from serverinfo. */
export const COOKIE_NAME = 'iPlanetDirectoryPro';

/**
 * What every script of a visit sees. State is filtered by the node's declared inputs; no declaration (or "*") is everything
 * (Ping docs: node designer, "empty inputs = all state").
 */
export function scriptBindings(
  run: VisitRun,
  node: ResolvedNode,
  inputs: readonly string[],
  answers: readonly AnsweredCallback[] | undefined,
): ScriptBindings {
  const { session, draft, model } = run;
  const sees = inputs.length === 0 || inputs.includes('*') ? undefined : new Set(inputs);
  const filtered = (state: JsonObject): JsonObject =>
    sees ? Object.fromEntries(Object.entries(state).filter(([key]) => sees.has(key))) : { ...state };
  const sso = liveSso(draft.state, session.request.token, run.began);
  return {
    shared: filtered(session.shared),
    transient: filtered(session.transient),
    secure: filtered(session.secure),
    callbacks: (answers ?? []).map((answer) => ({ type: answer.type, output: answer.output, values: answer.values })),
    properties: node.customType ? customProperties(node) : undefined,
    realm: realmPath(model.realm),
    cookieName: COOKIE_NAME,
    requestHeaders: session.request.headers,
    requestParameters: session.request.parameters,
    requestCookies: session.request.cookies,
    existingSession: sso && { ...sso.properties },
    resumedFromSuspend: run.resumed,
    resumeUri: resumeUri(run),
    journey: journeyBinding(run),
    locales: parseAcceptLanguage(session.request.headers['accept-language'] ?? []),
    now: run.began,
    seed: run.random.hex(16),
  };
}

/** `journey` of AM 8.1 tells how the journey is configured: `innerJourney` is its flag, not whether another one runs it now (Ping docs: common bindings). */
function journeyBinding({ model, session }: VisitRun): ScriptBindings['journey'] {
  const name = journeyOf(session);
  const tree = model.tree(name);
  return { name, identityResource: identityResource(tree), innerJourney: tree?.innerTreeOnly === true, mustRun: tree?.mustRun === true };
}

/** AM's own managed object for journeys that name none. */
export function identityResource(tree: Tree | undefined): string {
  return tree?.identityResource ?? 'managed/user';
}

/** Applies what a script left behind. Writes made before a failure stay, as on AM; undeclared outputs are dropped with a log line. */
export function applyScript(run: VisitRun, node: ResolvedNode, result: ScriptResult, outputs: readonly string[]): void {
  const { draft, session } = run;
  for (const line of result.logs) logLine(run, node, line.level, line.message);
  run.reads = [...new Set([...run.reads, ...result.reads])];
  const allowed = outputs.length === 0 || outputs.includes('*') ? undefined : new Set(outputs);
  for (const change of result.writes) {
    // A replaced state is the action's, which no declared output limits (AM 8.0.2, ScriptedDecisionNode).
    if (!allowed || change.op === 'replace' || allowed.has(change.key)) write(run, change);
    else
      logLine(
        run,
        node,
        'warn',
        `The script wrote "${change.key}", which is not among the node's outputs (${outputs.join(', ')}); the write is dropped.`,
      );
  }
  for (const change of result.objectWrites ?? []) applyObjectWrite(run, node, change);
  for (const [key, value] of Object.entries(result.sessionProperties)) {
    const path = ['sessions', session.id, 'properties', key];
    if (value === null) draft.remove(path);
    else draft.set(path, value);
  }
  if (result.maxSessionTime !== undefined) draft.set(['sessions', session.id, 'maxSessionTime'], result.maxSessionTime);
  if (result.maxIdleTime !== undefined) draft.set(['sessions', session.id, 'maxIdleTime'], result.maxIdleTime);
  // What a script wants told when the journey fails, AM keeps in shared state.
  if (result.errorMessage !== undefined) write(run, { op: 'put', scope: 'shared', key: 'errorMessage', value: result.errorMessage });
  if (result.lockoutMessage !== undefined) write(run, { op: 'put', scope: 'shared', key: 'lockoutMessage', value: result.lockoutMessage });
  const identified = result.identifiedUser ?? agentNamed(run, result.identifiedAgent);
  if (identified !== undefined) draft.set(['sessions', session.id, 'identified'], identified);
  applyIdentityWrites(run, node, result.identityWrites);
}

/** The agent's id, since a user may have the same name; the name itself when there is no such agent. */
function agentNamed({ model, draft }: VisitRun, name: string | undefined): string | undefined {
  return name === undefined ? undefined : (identitiesOf(model, draft.state).byUserName(name, 'agent')?._id ?? name);
}

function customProperties(node: ResolvedNode): JsonObject {
  const names = Object.keys(node.customType?.properties ?? {});
  return Object.fromEntries(names.flatMap((name) => (node.config[name] === undefined ? [] : [[name, node.config[name]]])));
}
