import { isObject, type Json, type JsonObject } from '@tandem/journey';
import { isSealed, type NodeContext, type Sealed } from '../contract.ts';

/** Security questions of a user: IDM keeps each with the hash of its answer. */

/** IDM's property for them. */
export const KBA_ATTRIBUTE = 'kbaInfo';

/** One question as collected or stored: a predefined one by id, or the user's own. */
interface Definition {
  questionId?: string;
  customQuestion?: string;
  answer: Json;
}

/** The questions of a property; whatever else stands in it is left out. */
export function definitionsIn(value: Json | undefined): Definition[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): Definition[] => {
    if (!isObject(entry)) return [];
    const { questionId, customQuestion, answer = null } = entry;
    if (typeof customQuestion === 'string') return [{ customQuestion, answer }];
    return typeof questionId === 'string' ? [{ questionId, answer }] : [];
  });
}

/** Collected questions as they are stored: answers hashed. Suspends the visit, so call it before writing state. */
export function hashedDefinitions(context: NodeContext, value: Json): Json {
  return definitionsIn(value).map(({ answer, ...question }): JsonObject => {
    const given = secretOf(answer);
    return {
      ...question,
      answer: given === undefined ? answer : { passwordHash: context.effect({ kind: 'hash', password: given, as: 'answer' }).hash },
    };
  });
}

/** Whether an answer is the stored one. Suspends the visit. One that an administrator wrote into the identity as text counts, too. */
export function answerMatches(context: NodeContext, identity: string, stored: Json, given: Sealed | string): boolean {
  if (typeof stored === 'string') return context.effect({ kind: 'compare', left: given, right: stored, as: 'answer' }).equal;
  const hash = isObject(stored) ? stored.passwordHash : undefined;
  return typeof hash === 'string' && context.effect({ kind: 'password', identity, hash, password: given, as: 'answer' }).matches;
}

/** A secret as effects take it. */
export function secretOf(value: Json | undefined): Sealed | string | undefined {
  return isSealed(value) || typeof value === 'string' ? value : undefined;
}
