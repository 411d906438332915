/** What an event says of a node that a person answers for; in one place, so that whoever counts assumptions can tell them from these. */

const ASKED = ' is not executed here: a person chooses.';
const OF = ' of ';
const CHOSEN = ', which is not executed here.';

export const askedByHand = (type: string): string => `The type ${type}${ASKED}`;

/** Names the node too: the event of a page names the page alone. */
export const chosenByHand = (node: { type: string; displayName: string }, outcome: string): string =>
  `A person chose ${outcome} for the type ${node.type}${OF}${node.displayName}${CHOSEN}`;

/** Whether a rule on an event only says that a person answers for a node, and whether they have done so. */
export function handRule(rule: string): 'asked' | 'chosen' | null {
  if (rule.startsWith('The type ') && rule.endsWith(ASKED)) return 'asked';
  return rule.startsWith('A person chose ') && rule.endsWith(CHOSEN) ? 'chosen' : null;
}

/** The node that a person answered for; null where the rule says no such thing, or is of a run from before nodes were named. */
export function handNode(rule: string): string | null {
  if (handRule(rule) !== 'chosen') return null;
  const [, name] = / for the type \S+ of (.+), which is not executed here\.$/.exec(rule) ?? [];
  return name ?? null;
}
