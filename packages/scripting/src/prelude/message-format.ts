import { FailureError, indexOfText, sliceText } from './primordials.ts';

/**
 * java.text.MessageFormat with one argument, as `action.suspend` uses it for its text (AM 8.0.2, ActionWrapper): `{0}` is the argument, a single
 * quote begins and ends a literal part, two are one quote.
 */
export function messageFormat(pattern: string, argument: string): string {
  let made = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const here = pattern[i] as string;
    if (here === "'") {
      if (pattern[i + 1] === "'") {
        made += "'";
        i += 1;
      } else quoted = !quoted;
    } else if (here === '{' && !quoted) {
      const rest = sliceText(pattern, i + 1);
      const end = indexOfText(rest, '}');
      if (end < 0) throw new FailureError('java.lang.IllegalArgumentException: Unmatched braces in the pattern.');
      made += place(sliceText(rest, 0, end), argument);
      i += end + 1;
    } else made += here;
  }
  return made;
}

function place(index: string, argument: string): string {
  if (index === '0') return argument;
  for (let i = 0; i < index.length; i++)
    if (indexOfText('0123456789', index[i] as string) < 0)
      throw new FailureError(`java.lang.IllegalArgumentException: can't parse argument number: ${index}`);
  if (index === '') throw new FailureError("java.lang.IllegalArgumentException: can't parse argument number: ");
  return `{${index}}`;
}
