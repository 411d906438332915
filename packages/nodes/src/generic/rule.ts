/** What an event says of a node that a person answers for; in one place, so that whoever counts assumptions can tell them from these. */

const ASKED = ' is not executed here: a person chooses.';
const CHOSEN = ', which is not executed here.';

export const askedByHand = (type: string): string => `The type ${type}${ASKED}`;

export const chosenByHand = (type: string, outcome: string): string => `A person chose ${outcome} for the type ${type}${CHOSEN}`;

/** Whether a rule on an event only says that a person answers for a node, and whether they have done so. */
export function handRule(rule: string): 'asked' | 'chosen' | null {
  if (rule.startsWith('The type ') && rule.endsWith(ASKED)) return 'asked';
  return rule.startsWith('A person chose ') && rule.endsWith(CHOSEN) ? 'chosen' : null;
}
