import { parse } from 'acorn';
import { type FeatureName, featureOf, features } from './features.ts';
import { parseErrorText } from './parse-error.ts';
import { declarationsIn, redeclared } from './redeclared.ts';
import type { LanguageIssue, LanguageOptions, Node, ScriptLanguage } from './types.ts';
import { isFunction, walk } from './walk.ts';

/** Longer scripts are not analysed: AM's own scripts are a hundredth of it. */
const MAX_LENGTH = 1_000_000;

/** A tree that is too deep to be walked, such as a sum of ten thousand terms. */
export function tooDeep(): LanguageIssue {
  return broken('', 'the script is nested too deeply');
}

export type Parsed = { ast: Node } | { issue: LanguageIssue };

function positionAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function broken(source: string, text: string, pos = 0): LanguageIssue {
  const redeclaration = text.startsWith('TypeError: redeclaration');
  return {
    feature: redeclaration ? 'redeclaration' : 'syntax',
    ...positionAt(source, pos),
    start: pos,
    end: Math.min(source.length, pos + 1),
    message: text,
    ...(redeclaration ? { write: 'another name' } : {}),
    mark: redeclaration ? 'recorded' : 'measured',
  };
}

/** The syntax tree of a script, or why there is none. */
export function parseScript(source: string): Parsed {
  if (source.length > MAX_LENGTH) return { issue: broken(source, `the script is longer than ${MAX_LENGTH} characters`) };
  try {
    return { ast: parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowHashBang: false }) as unknown as Node };
  } catch (error) {
    const { message, pos } = error as Error & { pos?: number };
    // Only acorn's own errors have a position; the stack's end has none.
    return {
      issue: pos === undefined ? broken(source, 'the script is nested too deeply') : broken(source, parseErrorText(source, { message, pos }), pos),
    };
  }
}

function trailingComma(node: Node, source: string): boolean {
  const last = isFunction(node) ? (node.params as Node[]).at(-1) : undefined;
  return last !== undefined && /^\s*,/.test(source.slice(last.end, (node.body as Node).start));
}

/** Everything in a tree that AM's parser refuses, in source order. */
export function refusedIn(ast: Node, source: string, language: ScriptLanguage): LanguageIssue[] {
  const found: LanguageIssue[] = [];
  const report = (node: Node, feature: string, rest: Pick<LanguageIssue, 'message' | 'write' | 'mark'>) =>
    found.push({ feature, ...positionAt(source, node.start), start: node.start, end: node.end, ...rest });
  walk(ast, {
    enter(node, parents) {
      const name = featureOf(node, parents.at(-1)) ?? (trailingComma(node, source) ? 'trailing-comma-in-parameters' : undefined);
      if (name !== undefined) {
        const feature: (typeof features)[FeatureName] & { in?: readonly ScriptLanguage[] } = features[name];
        if (feature.in === undefined || feature.in.includes(language))
          report(node, name, { message: feature.message, write: feature.write, mark: feature.mark });
      }
    },
  });
  for (const declared of declarationsIn(ast).values())
    for (const { node, message } of redeclared(declared)) report(node, 'redeclaration', { message, write: 'another name', mark: 'recorded' });
  return found.sort((a, b) => a.start - b.start);
}

/**
 * What AM's parser refuses in a script (facts 6.4: Rhino 1.7.14, ES6 off on AIC), in source order; AM itself stops at the first. Pure: the script
 * editor shows the same findings that the simulation logs.
 */
export function checkLanguage(source: string, { language = 'aic' }: LanguageOptions = {}): LanguageIssue[] {
  const parsed = parseScript(source);
  if ('issue' in parsed) return [parsed.issue];
  try {
    return refusedIn(parsed.ast, source, language);
  } catch (error) {
    if (error instanceof RangeError) return [tooDeep()];
    throw error;
  }
}

/** One line for the log: AM's parse error, where, and how it would be written. */
export function issueText({ message, line, column, write }: LanguageIssue): string {
  const text = message.startsWith('TypeError: ') ? message : `SyntaxError: ${message}`;
  return `${text} (line ${line}, column ${column})${write === undefined ? '' : `. AM's Rhino refuses this; write: ${write}`}`;
}
