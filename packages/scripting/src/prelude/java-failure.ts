import { define, FailureError } from './primordials.ts';

/** An unchecked exception of AM's Java, as Rhino shows it to scripts: `InternalError: <message>` (recorded on AIC). */
export function internalError(message: string): never {
  const error = new FailureError(message);
  define(error, 'name', 'InternalError', false);
  throw error;
}

/** A checked exception of AM's Java, as Rhino shows it to scripts: `JavaException: <type>: <message>` (recorded on AIC). */
export function javaException(type: string, message: string): never {
  const error = new FailureError(`${type}: ${message}`);
  define(error, 'name', 'JavaException', false);
  throw error;
}

/** A Java method that takes none of what it was called with. Rhino adds the script's name and line, which are not known here. */
export function noSuchMethod(type: string, method: string, args: string): never {
  return internalError(`Can't find method org.forgerock.openam.scripting.bindings.${type}.${method}(${args}).`);
}
