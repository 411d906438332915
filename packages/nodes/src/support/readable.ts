import { type Identity, isObject, type Json, type JsonObject } from '@tandem/journey';
import { KBA_ATTRIBUTE } from './security-answers.ts';

/**
 * A user's attributes as nodes may show them or put them into state and mails, whatever a configuration names: without the password and its hash, the
 * answers to security questions, and what Tandem keeps beside them. IDM gives no node these either: they are hashed and private to it.
 */
export function readable({ kind: _kind, passwordHash: _hash, ...fields }: Identity): JsonObject {
  const { password: _password, ...attributes } = fields as JsonObject;
  const questions = attributes[KBA_ATTRIBUTE];
  return questions === undefined ? attributes : { ...attributes, [KBA_ATTRIBUTE]: withoutAnswers(questions) };
}

/** However the questions are written: nothing checks an identity that an administrator typed. */
function withoutAnswers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutAnswers);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => (key === 'answer' ? [] : [[key, withoutAnswers(entry)]])));
}
