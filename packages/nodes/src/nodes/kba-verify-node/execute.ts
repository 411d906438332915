import type { Identity, Json, SecurityQuestions } from '@tandem/journey';
import { type Action, type AnsweredCallback, type Callback, goTo, type NodeContext, NodeProcessError, send } from '../../contract.ts';
import { outputOf, passwordCallback } from '../../support/callbacks.ts';
import { localizedOrFirst } from '../../support/locale.ts';
import { existingUser } from '../../support/managed-user.ts';
import { answerMatches, definitionsIn, KBA_ATTRIBUTE, secretOf } from '../../support/security-answers.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

type Definitions = ReturnType<typeof definitionsIn>;

export function execute(context: NodeContext): Action {
  const { securityQuestions } = context.services;
  if (!securityQuestions) throw new NodeProcessError('KBA configuration not found: the realm has no security questions.');
  const user = existingUser(context, true, 'Failed to retrieve user object');
  if (attemptsOf(user, securityQuestions) > (securityQuestions.attemptsAllowed ?? Number.POSITIVE_INFINITY)) {
    throw new NodeProcessError('Maximum attempts exceeded');
  }
  const attribute = text(context.config, 'kbaInfoAttribute') || KBA_ATTRIBUTE;
  const defined = definitionsIn(user[attribute] as Json | undefined);
  if (defined.length < securityQuestions.minimum) throw new NodeProcessError('Object has defined fewer questions than the minimum');
  if (securityQuestions.minimumToVerify === undefined || securityQuestions.attemptsAttribute !== undefined) {
    context.because(ASSUMED.defaults, 'inferred');
  }
  const wanted = securityQuestions.minimumToVerify ?? 1;
  const answers = context.callbacks?.filter(({ type }) => type === 'PasswordCallback') ?? [];
  if (answers.length === 0) return send(chosen(context, securityQuestions, defined, wanted));
  return verify(context, user, securityQuestions, defined, answers, wanted);
}

/** As many questions as are to be answered, the others left out by chance. */
function chosen(context: NodeContext, questions: SecurityQuestions, defined: Definitions, wanted: number): Callback[] {
  const callbacks = defined.map((definition) => passwordCallback(questionText(context, questions, definition)));
  while (callbacks.length > wanted) {
    const [high = 0, low = 0] = context.random.bytes(2);
    callbacks.splice((high * 256 + low) % callbacks.length, 1);
  }
  return callbacks;
}

function questionText(context: NodeContext, { questions }: SecurityQuestions, { customQuestion, questionId = '' }: Definitions[number]): string {
  if (customQuestion !== undefined) return customQuestion;
  const texts = Object.hasOwn(questions, questionId) ? questions[questionId] : undefined;
  if (!texts || Object.keys(texts).length === 0) throw new NodeProcessError(`Question id ${questionId} is not defined`);
  return localizedOrFirst(texts, context.request.locales) ?? '';
}

function verify(
  context: NodeContext,
  user: Identity,
  questions: SecurityQuestions,
  defined: Definitions,
  answers: readonly AnsweredCallback[],
  wanted: number,
): Action {
  const decide = (right: boolean, rule: string): Action => {
    if (!right) context.log('warn', rule);
    context.because(rule, 'recorded');
    return goTo(String(right));
  };
  if (answers.length < wanted) return decide(false, 'Not enough answers provided');
  const right = answers.every((callback) => {
    const question = outputOf(callback, 'prompt');
    const definition = defined.find((candidate) => matchesQuestion(questions, candidate, question));
    const given = secretOf(callback.values['']);
    return definition !== undefined && given !== undefined && answerMatches(context, user._id, definition.answer, given);
  });
  context.because(ASSUMED.comparison, 'inferred');
  if (defined.some(({ answer }) => typeof answer === 'string')) context.because(ASSUMED.plainAnswer, 'inferred');
  count(context, user, questions, right);
  return decide(right, right ? 'The answers are right.' : 'Provided answer(s) are invalid');
}

/** Wrong answers so far, as far as the realm has them counted. */
function attemptsOf(user: Identity, { attemptsAttribute }: SecurityQuestions): number {
  const attempts = attemptsAttribute === undefined ? undefined : user[attemptsAttribute];
  return typeof attempts === 'number' ? attempts : 0;
}

/** A wrong answer is counted on the user, a right one ends the count. */
function count(context: NodeContext, user: Identity, questions: SecurityQuestions, right: boolean): void {
  const { attemptsAttribute } = questions;
  const attempts = attemptsOf(user, questions);
  if (attemptsAttribute === undefined || (right && attempts === 0)) return;
  context.store.save({ ...user, [attemptsAttribute]: right ? 0 : attempts + 1 });
}

/** The question is known by its text, in whatever language it was shown. */
function matchesQuestion(
  { questions }: SecurityQuestions,
  { customQuestion, questionId = '' }: Definitions[number],
  shown: Json | undefined,
): boolean {
  if (customQuestion !== undefined) return customQuestion === shown;
  return Object.hasOwn(questions, questionId) && Object.values(questions[questionId] ?? {}).some((text) => text === shown);
}
