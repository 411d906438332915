import type { ScriptBindings } from '@tandem/nodes';
import type { Ask } from './host-call.ts';
import { java, requestMap } from './java.ts';
import { append, expose, isArray, keysOf } from './primordials.ts';
import { secretsBinding } from './secrets.ts';

/** Java maps of strings: cookies, session properties. */
export function stringMap(values: Record<string, string>): unknown {
  return java(values);
}

/** Bindings of every script: request, realm, session, variables. */
export function exposeCommon(bindings: ScriptBindings, scriptName: string, ask: Ask): void {
  expose('realm', bindings.realm);
  expose('scriptName', scriptName);
  expose('requestHeaders', requestMap(bindings.requestHeaders));
  expose('requestParameters', requestMap(bindings.requestParameters));
  expose('existingSession', bindings.existingSession === undefined ? undefined : stringMap(bindings.existingSession));
  expose('secrets', secretsBinding(ask));
}

/** Items of an argument list in which lists stand for their items, as Java's varargs and list overloads allow. */
export function flatten(args: readonly unknown[]): unknown[] {
  const items: unknown[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (isArray(arg)) for (let j = 0; j < arg.length; j++) append(items, arg[j]);
    else append(items, arg);
  }
  return items;
}

export function exposeAll(values: Record<string, unknown>): void {
  const names = keysOf(values);
  for (let i = 0; i < names.length; i++) expose(names[i] as string, values[names[i] as string]);
}
