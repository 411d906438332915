import { checks } from '../language/checks.ts';
import { text } from './encode.ts';
import { createEvaluated } from './evaluated.ts';
import type { Native } from './native.ts';
import { define, FailureError, freeze, globals, toText } from './primordials.ts';
import { rhinoWords } from './rhino-words.ts';

/**
 * Errors in Rhino's words (measured with Rhino 1.7.14; facts 6.3 and 6.4 quote two of them from a tenant). The language check puts these calls into
 * scripts: `a.b()` becomes `method(a, "b").b()`, `f()` becomes `callee(f, "f")()`, and a caught error is put into Rhino's words first.
 */
const TypeFailure = TypeError;
const ObjectOf = Object;

/** A value as Rhino's messages show it. */
function shown(value: unknown): string {
  try {
    return typeof value === 'function' ? '\nfunction () {...}\n' : toText(value);
  } catch {
    return text(value);
  }
}

function method(receiver: unknown, key: unknown): unknown {
  if (receiver === null || receiver === undefined) throw new TypeFailure(`Cannot call method "${toText(key)}" of ${toText(receiver)}`);
  const name = typeof key === 'symbol' ? key : toText(key);
  const found = (receiver as Record<PropertyKey, unknown>)[name];
  if (typeof found === 'function') return receiver;
  if (name in (ObjectOf(receiver) as object)) {
    throw new TypeFailure(`Cannot call property ${toText(name)} in object ${shown(receiver)}. It is not a function, it is "${typeof found}".`);
  }
  throw new TypeFailure(`Cannot find function ${toText(name)} in object ${shown(receiver)}.`);
}

function callee(value: unknown, name: string): unknown {
  if (typeof value === 'function') return value;
  throw new TypeFailure(`${name} is not a function, it is ${typeof value}.`);
}

function read(receiver: unknown, key: unknown): unknown {
  if (receiver !== null && receiver !== undefined) return receiver;
  throw new TypeFailure(`Cannot read property "${toText(key)}" from ${toText(receiver)}`);
}

function made(value: unknown): unknown {
  if (typeof value === 'function') return value;
  throw new TypeFailure(`${shown(value)} is not a function, it is ${typeof value}.`);
}

function caught(error: unknown): void {
  if (!(error instanceof FailureError)) return;
  const { message } = error;
  const words = typeof message === 'string' ? rhinoWords(message) : message;
  if (words !== message) define(error, 'message', words, false);
}

/** Makes the checks known to the script, unchangeable. */
export function installChecks(native: Native): void {
  const { source: evaluated, evaluator } = createEvaluated(native);
  const all = { method, callee, made, read, caught, evaluated, evaluator };
  for (const name of ['method', 'callee', 'made', 'read', 'caught', 'evaluated', 'evaluator'] as const) {
    freeze(all[name]);
    Object.defineProperty(globals, checks[name], { value: all[name], enumerable: false, writable: false, configurable: false });
  }
}
