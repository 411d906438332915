import type { NodeDefinition } from '../../contract.ts';
import { localizedOrFirst } from '../../support/locale.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { textMap } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  blank: 'Asks again when a question or an answer is blank; the answers are not sent back then.',
  noQuestions: 'Without security questions in the realm the journey fails.',
} as const;

export const definition: NodeDefinition = {
  type: 'KbaCreateNode',
  name: 'KBA Definition',
  help: 'Asks the user to choose security questions and to answer them.',
  tags: ['identity management'],
  synonyms: ['security question', 'knowledge based', 'answer', 'recovery'],
  icon: 'message-circle-question-mark',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    message: { kind: 'localized', label: 'Purpose Message', default: {}, help: 'What the user is asked for, by language.' },
    allowUserDefinedQuestions: {
      kind: 'boolean',
      label: 'Allow User-Defined Questions',
      default: true,
      help: 'On: users may write questions of their own.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [{ key: 'objectAttributes', scope: 'transient' }],
  summary: (config) => localizedOrFirst(textMap(config, 'message'), []) ?? '',
  sources: [
    recorded("Asks for as many questions as the realm's security questions require; each is a predefined one or the user's own.", AM_SOURCE),
    recorded('Asks again when two questions are the same but for case and punctuation.', AM_SOURCE),
    recorded('Keeps them in transient state as objectAttributes.kbaInfo, by questionId or customQuestion.', AM_SOURCE),
    assumed(ASSUMED.blank),
    assumed(ASSUMED.noQuestions),
  ],
};
