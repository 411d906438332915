import { AnswerProblem, type GivenAnswer, isSecretInput, readAnswers, type Session } from '@tandem/engine';
import type { Json } from '@tandem/journey';
import { isSealed } from '@tandem/nodes';
import type { Sealer } from '../storage/sealer.ts';
import { holdsSealed } from './secrets.ts';

/** Seals passwords, and what comes back to a callback that was sent with a secret in it (a default that the client left as it was, say). */
export function sealSecrets(session: Session, answers: GivenAnswer[], sealer: Sealer): GivenAnswer[] {
  const sent = session.status.kind === 'callbacks' ? session.status.callbacks : [];
  return answers.map(({ type, values }, index) => {
    const inputs = sent[index]?.input ?? [];
    const showsSecret = holdsSealed(sent[index]);
    const sealed = Object.entries(values).map(([suffix, value]) => {
      // Of an input that was sent sealed the engine could not check the type.
      const given = isSealed(inputs.find((input) => input.suffix === suffix)?.value) && typeof value !== 'string' ? JSON.stringify(value) : value;
      return [suffix, typeof given === 'string' && (showsSecret || isSecretInput(type, suffix)) ? sealer.seal(given) : given];
    });
    return { type, values: Object.fromEntries(sealed) as GivenAnswer['values'] };
  });
}

/**
 * A client's answers to the step at which a session waits, by input name.
 *
 * @param kept what is left out keeps its value here, secrets sealed as they are, else the one it was sent with
 * @throws AnswerProblem for a name that the step does not have, or a value of the wrong type
 */
export function answersByName(
  session: Session,
  inputs: Readonly<Record<string, Json>>,
  sealer: Sealer,
  kept: readonly GivenAnswer[] = [],
): GivenAnswer[] {
  const sent = session.status.kind === 'callbacks' ? session.status.callbacks : [];
  const known = new Set<string>();
  const callbacks = sent.map(({ type, input }, index) => ({
    type,
    input: input.flatMap(({ suffix }) => {
      const name = `IDToken${index + 1}${suffix}`;
      known.add(name);
      return Object.hasOwn(inputs, name) ? [{ name, value: inputs[name] }] : [];
    }),
  }));
  const unknown = Object.keys(inputs).find((name) => !known.has(name));
  if (unknown !== undefined) throw new AnswerProblem(`The step has no input "${unknown}"; it has ${[...known].join(', ') || 'none'}.`);
  const given = sealSecrets(session, readAnswers(session, callbacks), sealer);
  return given.map((answer, index) => {
    const before = kept[index];
    if (before?.type !== answer.type) return answer;
    const left = Object.entries(before.values).filter(([suffix]) => !Object.hasOwn(inputs, `IDToken${index + 1}${suffix}`));
    return { ...answer, values: { ...answer.values, ...Object.fromEntries(left) } };
  });
}
