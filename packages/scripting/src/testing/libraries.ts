import type { ScriptHost } from '../host/types.ts';
import { hostOf, people } from './support.ts';

/** A host with library scripts by name. */
export function hostWith(libraries: Record<string, string>): ScriptHost {
  return hostOf(people, { library: (name) => libraries[name] });
}
