import type { JourneyDocument } from '@tandem/journey';

interface Script {
  id: string;
  name: string;
  context?: string | undefined;
  evaluatorVersion?: string | undefined;
}

const detailOf = ({ context, evaluatorVersion }: Script) =>
  `${evaluatorVersion === '2.0' ? 'next-generation' : 'legacy'}${context ? ` · ${context}` : ''}`;

/**
 * The scripts that a node can run: those of its contexts, and those that say none. The chosen one stays whatever its context, and a hint says that it
 * is another than the node runs.
 *
 * @param contexts undefined: any
 */
export function scriptChoices(scripts: readonly Script[], contexts: readonly string[] | undefined, chosen: string) {
  const fits = ({ context }: Script) => contexts === undefined || context === undefined || contexts.includes(context);
  const options = scripts
    .filter((script) => script.id === chosen || fits(script))
    .map((script) => ({ value: script.id, label: script.name, detail: detailOf(script) }));
  const wrong = scripts.find((script) => script.id === chosen && !fits(script));
  return { options, hint: wrong ? `This script is kept for ${wrong.context}; this node runs scripts of ${contexts?.join(' or ')}.` : null };
}

/** The realm's scripts with what the open journey made of them: new ones, other names. */
export function scriptsWith(realm: readonly Script[], own: JourneyDocument['scripts']): Script[] {
  const all = new Map(realm.map((script) => [script.id, script]));
  for (const { _id, name, context, evaluatorVersion } of Object.values(own)) all.set(_id, { id: _id, name, context, evaluatorVersion });
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
}
