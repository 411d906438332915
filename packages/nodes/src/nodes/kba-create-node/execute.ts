import type { JsonObject, SecurityQuestions } from '@tandem/journey';
import { type Action, type AnsweredCallback, goTo, type NodeContext, NodeProcessError, send } from '../../contract.ts';
import { collectAttributes } from '../../support/attributes.ts';
import { isBlankPassword, kbaCreateCallback } from '../../support/callbacks.ts';
import { localizedOrFirst } from '../../support/locale.ts';
import { KBA_ATTRIBUTE } from '../../support/security-answers.ts';
import { flag, textMap } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { securityQuestions } = context.services;
  if (!securityQuestions) {
    context.because(ASSUMED.noQuestions, 'inferred');
    throw new NodeProcessError('KBA configuration not found: the realm has no security questions.');
  }
  const questions = questionTexts(context, securityQuestions);
  const answers = context.callbacks?.filter(({ type }) => type === 'KbaCreateCallback') ?? [];
  if (answers.length === 0) return ask(context, securityQuestions, questions, []);
  const complete = answers.length >= securityQuestions.minimum && answers.every(isAnswered);
  const asked = answers.map(questionOf);
  if (!complete || new Set(asked.map(normal)).size < asked.length) {
    const rule = complete
      ? 'The same question stands twice: they are asked for again.'
      : 'A question or an answer is missing: they are asked for again.';
    if (!complete) context.because(ASSUMED.blank, 'inferred');
    context.because(rule, 'recorded');
    return ask(context, securityQuestions, questions, asked);
  }
  const defined = answers.map((callback): JsonObject => ({ ...reference(questions, questionOf(callback)), answer: callback.values.answer ?? '' }));
  collectAttributes(context, 'transient', [[KBA_ATTRIBUTE, defined]]);
  context.because('Questions and answers are kept in transient state, for the node that creates or changes the user.', 'recorded');
  return goTo('outcome');
}

function ask(context: NodeContext, { minimum }: SecurityQuestions, questions: ReadonlyMap<string, string>, asked: readonly string[]): Action {
  const { config, request } = context;
  const prompt = localizedOrFirst(textMap(config, 'message'), request.locales) ?? 'Select a security question.';
  const allowOwn = flag(config, 'allowUserDefinedQuestions');
  return send(Array.from({ length: minimum }, (_, index) => kbaCreateCallback(prompt, [...questions.values()], allowOwn, asked[index] ?? '')));
}

/** The predefined questions in the client's language, by id. */
function questionTexts(context: NodeContext, { questions }: SecurityQuestions): Map<string, string> {
  const { locales } = context.request;
  return new Map(Object.entries(questions).map(([id, texts]) => [id, localizedOrFirst(texts, locales) ?? 'Unable to find translation.']));
}

function questionOf({ values }: AnsweredCallback): string {
  return typeof values.question === 'string' ? values.question : '';
}

function isAnswered(callback: AnsweredCallback): boolean {
  return questionOf(callback).trim() !== '' && !isBlankPassword(callback.values.answer);
}

/** Two questions that differ in case and punctuation alone are one. */
function normal(question: string): string {
  return question.replaceAll(/[^\p{L}\p{N}_]/gu, '').toLowerCase();
}

function reference(questions: ReadonlyMap<string, string>, question: string): JsonObject {
  const [questionId] = [...questions].find(([, text]) => text === question) ?? [];
  return questionId === undefined ? { customQuestion: question } : { questionId };
}
