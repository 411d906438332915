import type { Ask } from './host-call.ts';
import { append, binding, toText } from './primordials.ts';

const METHODS = ['read', 'query', 'create', 'update', 'patch', 'delete', 'action'] as const;

/** `openidm`: every call goes to the driver, which answers from the simulation's identities and what this script has written. */
export function openidmBinding(ask: Ask): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (let i = 0; i < METHODS.length; i++) {
    const method = METHODS[i] as string;
    members[method] = (resource: unknown, ...rest: unknown[]) => {
      const args: unknown[] = [toText(resource)];
      for (let j = 0; j < rest.length; j++) append(args, rest[j]);
      return ask('openidm', method, args);
    };
  }
  return binding(members);
}
