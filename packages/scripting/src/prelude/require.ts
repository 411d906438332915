import type { Native } from './native.ts';
import { dictionary, FailureError, globals, parseJson, toText } from './primordials.ts';

type Module = { exports: unknown };
const evaluate = globals.eval as (code: string) => (exports: unknown, require: unknown, module: Module) => void;

/**
 * `require("name")` of LIBRARY scripts (facts 6.4: CommonJS, next-generation only). A module runs once a script; one that is required while it runs
 * gives what it has exported so far, as CommonJS does.
 */
export function requireBinding(native: Native): (name: unknown) => unknown {
  const modules = dictionary<Module>();
  const load = (name: unknown): unknown => {
    const key = toText(name);
    const known = modules[key];
    if (known) return known.exports;
    const answer = parseJson(native.library(key)) as { ok: boolean; code: string; message: string };
    if (!answer.ok) throw new FailureError(answer.message);
    const module: Module = { exports: {} };
    modules[key] = module;
    try {
      // On one line with the first of the library, so that its lines keep their numbers.
      evaluate(`(function(exports,require,module){${answer.code}\n})`)(module.exports, load, module);
    } catch (error) {
      delete modules[key];
      throw error;
    }
    return module.exports;
  };
  return load;
}
