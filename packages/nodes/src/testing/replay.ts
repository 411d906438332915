import type { AnsweredCallback } from '../contract.ts';

/** Answers to callbacks that a node never sent: an old step sent again, or somebody's invention. A node that asks nothing must not see them. */
export const strayAnswers: AnsweredCallback[] = [
  { type: 'NameCallback', output: [{ name: 'prompt', value: 'User Name' }], values: { '': 'mallory' } },
  { type: 'ConfirmationCallback', output: [], values: { '': 0 } },
  { type: 'ChoiceCallback', output: [], values: { '': 1 } },
];
