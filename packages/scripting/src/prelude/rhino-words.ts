/** How a text of QuickJS begins and ends, and Rhino's made of what is between (both measured). */
type Rule = readonly [begin: string, end: string, make: (middle: string) => string];
const property = (verb: string, joint: string) => (middle: string) => {
  // 'name' of undefined
  let quoteEnd = middle.length - 1;
  while (quoteEnd > 0 && middle[quoteEnd] !== "'") quoteEnd--;
  let name = '';
  for (let i = 0; i < quoteEnd; i++) name += middle[i];
  let rest = '';
  for (let i = quoteEnd + 5; i < middle.length; i++) rest += middle[i];
  return `Cannot ${verb} property "${name}" ${joint} ${rest}`;
};
const RULES: readonly Rule[] = [
  ["cannot read property '", '', property('read', 'from')],
  ["cannot set property '", '', property('set', 'of')],
  ["cannot delete property '", '', property('delete', 'of')],
  ["'", "' is not defined", (name) => `"${name}" is not defined.`],
  ['invalid array length', '', () => 'Inappropriate array length.'],
  ["invalid 'in' operand", '', () => "Can't use 'in' on a non-object."],
  ["invalid 'instanceof' right operand", '', () => "Can't use 'instanceof' on a non-object."],
  ['invalid repeat count', '', () => 'Invalid count value'],
  ['circular reference', '', () => 'Cyclic org.mozilla.javascript.NativeObject value not allowed.'],
  ['empty array', '', () => 'Reduce of empty array with no initial value'],
];

/** A message of QuickJS in Rhino's words; any other stays. */
export function rhinoWords(message: string): string {
  for (let r = 0; r < RULES.length; r++) {
    const [begin, end, make] = RULES[r] as Rule;
    const middle = between(message, begin, end);
    if (middle !== undefined) return make(middle);
  }
  return message;
}

function between(message: string, begin: string, end: string): string | undefined {
  if (message.length < begin.length + end.length) return undefined;
  for (let i = 0; i < begin.length; i++) if (message[i] !== begin[i]) return undefined;
  for (let i = 1; i <= end.length; i++) if (message[message.length - i] !== end[end.length - i]) return undefined;
  let middle = '';
  for (let i = begin.length; i < message.length - end.length; i++) middle += message[i];
  return middle;
}
