import { isObject, type Json } from '@tandem/journey';

/** Security questions of an identity (IDM's `kbaInfo`): their answers are hashes, which never leave the server. */

type Question = Record<string, Json>;

export function withoutAnswers(kbaInfo: Json): Json {
  if (!Array.isArray(kbaInfo)) return kbaInfo;
  return kbaInfo.map((entry) => {
    if (!isObject(entry)) return entry;
    const { answer: _, ...question } = entry as Question;
    return question;
  });
}

/** Questions that come back as they were shown keep their stored answers. */
export function withStoredAnswers(kbaInfo: Json, before: Json | undefined): Json {
  if (!Array.isArray(kbaInfo) || !Array.isArray(before)) return kbaInfo;
  const stored = before.filter((entry): entry is Question => isObject(entry));
  return kbaInfo.map((entry) => {
    if (!isObject(entry) || Object.hasOwn(entry, 'answer')) return entry;
    const question = entry as Question;
    const same = stored.find((other) => other.questionId === question.questionId && other.customQuestion === question.customQuestion);
    return same?.answer === undefined ? question : { ...question, answer: same.answer };
  });
}
