/** Where an error arose, from the engine's stack: `at f (script.js:3:14)`. Line and column start at 1. */
export function position(stack: string, file: string): { line: number; column: number | undefined } | undefined {
  const at = stack.indexOf(`${file}:`);
  if (at < 0) return undefined;
  const match = /^(\d+)(?::(\d+))?/.exec(stack.slice(at + file.length + 1));
  return match ? { line: Number(match[1]), column: match[2] === undefined ? undefined : Number(match[2]) } : undefined;
}
