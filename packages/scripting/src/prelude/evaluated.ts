import type { Native } from './native.ts';
import { define, globals, indexOfText, parseJson, quote, sliceText, toText } from './primordials.ts';

const realEval = globals.eval as (code: string) => unknown;
const RealFunction = Function;
const SyntaxFailure = SyntaxError;
const TypeFailure = TypeError;
const TYPE_ERROR = 'TypeError: ';

type Prepared = { ok: true; code: string } | { ok: false; message: string; explained: string };

/**
 * Code that a script makes of texts: `eval` and `Function` take AM's language alone, and their `const` and errors are Rhino's, as in the script
 * itself (measured with Rhino 1.7.14: a catchable SyntaxError with the parser's message). The log tells how it would be written.
 */
export function createEvaluated(native: Native): { source(code: unknown): unknown; evaluator(value: unknown): unknown } {
  const prepare = (code: string): string => {
    const prepared = parseJson(native.prepare(code)) as Prepared;
    if (prepared.ok) return prepared.code;
    native.record(`l{"level":"warn","message":${quote(`Code that the script evaluates: ${prepared.explained}`)}}`);
    if (indexOfText(prepared.message, TYPE_ERROR) === 0) throw new TypeFailure(sliceText(prepared.message, TYPE_ERROR.length));
    throw new SyntaxFailure(prepared.message);
  };
  const source = (code: unknown): unknown => (typeof code === 'string' ? prepare(code) : code);
  const indirect = (code: unknown): unknown => realEval(source(code) as string);

  function made(args: readonly unknown[]): unknown {
    let parameters = '';
    for (let i = 0; i < args.length - 1; i++) parameters += (i === 0 ? '' : ',') + toText(args[i]);
    const body = args.length === 0 ? '' : toText(args[args.length - 1]);
    return realEval(prepare(`(function anonymous(${parameters}\n) {\n${body}\n})`));
  }
  function CheckedFunction(...args: unknown[]): unknown {
    return made(args);
  }
  CheckedFunction.prototype = RealFunction.prototype;
  define(CheckedFunction, 'name', 'Function', false);
  define(CheckedFunction, 'length', 1, false);
  define(RealFunction.prototype, 'constructor', CheckedFunction, false);
  define(globals, 'Function', CheckedFunction, false);
  return { source, evaluator: (value) => (value === realEval ? indirect : value) };
}
