import type { runScriptSchema, ScriptRun, ScriptRunState } from '@tandem/api';
import { AnswerProblem, COOKIE_NAME, createState, isSecretInput, type Model, readAnswers, realmPath } from '@tandem/engine';
import { type Json, type JsonObject, type Script, scriptBody } from '@tandem/journey';
import { type AnsweredCallback, type Callback, isSealed, type ScriptContextName, type ScriptEffect, type ScriptResult } from '@tandem/nodes';
import type * as z from 'zod';
import { badRequest } from '../http/problem.ts';
import type { EffectDriver } from '../simulations/effects.ts';
import { maskedData } from '../simulations/mask.ts';
import { secureBytes } from '../storage/random.ts';
import type { Sealer } from '../storage/sealer.ts';
import { afterWrites, outcomeOf } from './ending.ts';
import { identityLines, mailLines, noteLines } from './lines.ts';

/** Secrets of test runs are sealed for this place: they open in another test run of the realm, and nowhere else. */
const placeOf = (realm: string) => `script-run:${realm}`;

type Run = z.output<typeof runScriptSchema>;

/**
 * Runs one script by itself, as a node of a journey would: same worker pool, limits, stubs and language. Nothing that it writes is kept.
 *
 * @throws ProblemError 400 for a library, and for answers that do not fit what was sent
 */
export async function runScript(run: Run, model: Model, drive: EffectDriver, sealers: Sealer, now: number): Promise<ScriptRun> {
  const { script } = run;
  if (script.context === 'LIBRARY')
    throw badRequest({ field: 'script.context', message: 'A library does not run by itself.', expected: 'a script that requires it' });
  const sealer = sealers.within(placeOf(model.realm.name));
  const answers = answeredOf(run.answer, sealer);
  const effect = effectOf(run, model, answers, now);
  const world = { simulation: placeOf(model.realm.name), model, state: createState({ now }) };
  const result = (await drive({ session: '', id: '', effect }, world)) as ScriptResult;
  const state = afterWrites(run.state, result.writes);
  const { ending, message } = outcomeOf(result, effect);
  const error = result.error ?? (message === undefined ? undefined : { message });
  const rest = maskedData(result);
  const { writes, reads, logs, callbacks } = rest;
  return {
    ending,
    ...(error ? { error: { ...maskedData(error), status: result.status === 'ok' ? 'error' : result.status } } : {}),
    ...(ending === 'outcome' ? { outcome: String(rest.outcome) } : {}),
    ...(ending === 'config' ? { config: rest.config ?? null } : {}),
    ...(rest.suspend ? { suspended: { message: suspensionText(rest.suspend), minutes: rest.suspend.minutes } } : {}),
    sent: ending === 'callbacks' ? callbacks : [],
    ...(ending === 'callbacks' ? { step: stepOf(callbacks, rest) } : {}),
    state: ending === 'callbacks' ? afterSending(state) : state,
    changes: writes,
    reads,
    identityChanges: identityLines(rest, model.realm),
    mails: mailLines(rest.mails ?? []),
    notes: noteLines(rest),
    logs,
    waited: rest.waited ?? 0,
  };
}

const nextGen = ({ evaluatorVersion }: Script) => evaluatorVersion === '2.0';

function contextOf(context: string | undefined): ScriptContextName {
  if (context === 'NODE_DESIGNER') return context;
  return context?.startsWith('CONFIG_PROVIDER_NODE') ? 'CONFIG_PROVIDER_NODE' : 'SCRIPTED_DECISION_NODE';
}

function effectOf(run: Run, model: Model, callbacks: AnsweredCallback[], now: number): ScriptEffect {
  const { script, state, headers, parameters, session, properties } = run;
  return {
    kind: 'script',
    context: contextOf(script.context),
    engine: nextGen(script) || script.context === 'NODE_DESIGNER' ? 'next-gen' : 'legacy',
    scriptId: script._id,
    scriptName: script.name,
    source: scriptBody(script),
    bindings: {
      ...state,
      callbacks,
      ...(properties ? { properties } : {}),
      realm: realmPath(model.realm),
      cookieName: COOKIE_NAME,
      requestHeaders: headers,
      requestParameters: parameters,
      requestCookies: {},
      ...(session ? { existingSession: session } : {}),
      resumedFromSuspend: false,
      resumeUri: 'https://localhost/am/XUI/?suspendedId=test-run',
      journey: { name: 'Test run', identityResource: 'managed/user', innerJourney: false, mustRun: false },
      locales: ['en'],
      now,
      seed: secureBytes(16).toString('hex'),
    },
  };
}

/** The client's answers with the values that it left as they were sent; what is secret is sealed as in a journey. */
function answeredOf(answer: Run['answer'], sealer: Sealer): AnsweredCallback[] {
  if (!answer) return [];
  const sent = answer.sent.map((callback) => ({ ...callback, node: '' }));
  try {
    const given = readAnswers({ status: { kind: 'callbacks', callbacks: sent } } as unknown as Parameters<typeof readAnswers>[0], answer.callbacks);
    return sent.map(({ type, output, input }, index) => {
      const values = { ...Object.fromEntries(input.map(({ suffix, value }) => [suffix, value])), ...given[index]?.values };
      const kept = Object.entries(values).map(([suffix, value]): [string, Json] => [
        suffix,
        isSecretInput(type, suffix) && typeof value === 'string' && !isSealed(value) ? sealer.seal(value) : value,
      ]);
      return { type, output, values: Object.fromEntries(kept) };
    });
  } catch (error) {
    if (error instanceof AnswerProblem) throw badRequest({ field: 'answer', message: error.message, expected: 'the callbacks that were sent' });
    throw error;
  }
}

/** The step as AM sends it to a client. */
function stepOf(callbacks: readonly Callback[], { stage, header, description }: Pick<ScriptResult, 'stage' | 'header' | 'description'>): JsonObject {
  const list = callbacks.map(({ type, output, input }, index) => ({
    type,
    output: output.map(({ name, value }) => ({ name, value })),
    ...(input.length > 0 ? { input: input.map(({ suffix, value }) => ({ name: `IDToken${index + 1}${suffix}`, value })) } : {}),
  }));
  return {
    authId: 'test-run',
    callbacks: list as Json[],
    ...(stage ? { stage } : {}),
    ...(header ? { header } : {}),
    ...(description ? { description } : {}),
  };
}

/** Transient state does not survive the way to the client; a node that declares all inputs finds it in secure state (engine: keepTransient). */
const afterSending = ({ shared, transient, secure }: ScriptRunState): ScriptRunState => ({
  shared,
  transient: {},
  secure: { ...secure, ...transient },
});

function suspensionText({ message, callback }: NonNullable<ScriptResult['suspend']>): string {
  const shown = callback?.output.find(({ name }) => name === 'message')?.value;
  return message === '' && typeof shown === 'string' ? shown : message;
}
