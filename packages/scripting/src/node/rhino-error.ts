/** Where an error arose, from the engine's stack: `at f (script.js:3:14)`. Line and column start at 1. */
export function position(stack: string, file: string): { line: number; column: number | undefined } | undefined {
  const at = stack.indexOf(`${file}:`);
  if (at < 0) return undefined;
  const match = /^(\d+)(?::(\d+))?/.exec(stack.slice(at + file.length + 1));
  return match ? { line: Number(match[1]), column: match[2] === undefined ? undefined : Number(match[2]) } : undefined;
}

/** A call on a variable or on `nodeState.get("key")`: groups variable, quoted key, function. */
const CALL = /(?:nodeState\.get\(\s*("[^"]*"|'[^']*')\s*\)|([A-Za-z_$][\w$]*))\.([A-Za-z_$][\w$]*)\s*\(/g;

/**
 * QuickJS says only "not a function" where Rhino names function and object: `Cannot find function asString in object http://….`
 * The call is read from the source line.
 *
 * @param shown text of the receiver's value: of a global variable, or with an empty name of the state key; undefined when unknown
 */
export function rhinoMessage(
  message: string,
  sourceLine: string,
  column: number | undefined,
  shown: (variable: string, stateKey: string) => string | undefined,
): string {
  if (message !== 'TypeError: not a function') return message;
  const calls = [...sourceLine.matchAll(CALL)].filter((match) => match[3] !== 'get' || match[2] !== 'nodeState');
  // The engine gives the column of the call; a line with one call needs none.
  const failed =
    calls.length === 1
      ? calls[0]
      : calls.find(({ index, 0: text }) => column !== undefined && column - 1 >= index && column - 1 <= index + text.length);
  if (!failed) return message;
  const value = shown(failed[2] ?? '', failed[1]?.slice(1, -1) ?? '');
  return `TypeError: Cannot find function ${failed[3]}${value === undefined ? '' : ` in object ${value}`}.`;
}
