import { freeName, type Script } from '@tandem/journey';

/** What a script is called and what it is for. */
export type ScriptFields = Pick<Script, 'name'> & { description: string; context: string; evaluatorVersion: string };

/** Fields that a script lacks and that say nothing stay away, so that what did not change is exported as it came. */
export function withFields(script: Script, { name, description, context, evaluatorVersion }: ScriptFields): Script {
  return {
    ...script,
    name,
    ...((script.description ?? '') === description ? {} : { description }),
    ...((script.context ?? '') === context ? {} : { context }),
    ...((script.evaluatorVersion ?? '1.0') === evaluatorVersion ? {} : { evaluatorVersion }),
  };
}

/** Whether another script has the name: AM wants each once in a realm. */
export function nameProblem(name: string, taken: Iterable<Pick<Script, '_id' | 'name'>>, self?: string): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'A script needs a name.';
  for (const script of taken) if (script._id !== self && script.name === wanted) return `The realm has a script “${wanted}” already.`;
  return null;
}

/** A name for a new script: "Decide copy", "Decide copy 2". */
export function freeScriptName(base: string, taken: Iterable<Pick<Script, '_id' | 'name'>>): string {
  const names = new Set([...taken].map(({ name }) => name));
  return freeName(base, (name) => names.has(name));
}
