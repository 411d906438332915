import { text } from './encode.ts';
import type { Ask } from './host-call.ts';
import { decode } from './java.ts';
import { binding, toNumber, toText } from './primordials.ts';

/** The third argument: `java.lang.Integer` and the like, as a name or as the class. */
function typed(value: unknown, type: unknown): unknown {
  const name = text(type);
  if (value === null || typeof value !== 'string') return value;
  if (ends(name, 'Integer') || ends(name, 'Double') || ends(name, 'Long') || ends(name, 'Number')) return toNumber(value);
  if (ends(name, 'Boolean')) return value === 'true';
  return ends(name, 'List') || ends(name, 'Map') || ends(name, 'Object') ? decode(value) : value;
}
function ends(name: string, end: string): boolean {
  for (let i = 1; i <= end.length; i++) if (name[name.length - i] !== end[end.length - i]) return false;
  return true;
}

/** `systemEnv.getProperty(name[, default[, type]])`: ESVs by their dotted names, `esv.my.variable`; text unless a type is asked for. Missing: null. */
export function systemEnvBinding(ask: Ask): Record<string, unknown> {
  return binding({
    getProperty: (name: unknown, ...rest: unknown[]) => {
      const found = ask('systemEnv', 'getProperty', [toText(name)]);
      if (found === null) return rest.length > 0 ? rest[0] : null;
      return rest.length > 1 ? typed(found, rest[1]) : found;
    },
  });
}
