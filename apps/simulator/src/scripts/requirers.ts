import { type CustomNodeType, type Realm, type Script, scriptBody, withScriptBody } from '@tandem/journey';
import { renameRequired, scriptFacts } from '@tandem/scripting/language';
import type { Put } from '../storage/realm-change.ts';

/** What requires a library: AM knows one by its name alone, so a new name has to be written wherever the old one is. */
export interface Requirers {
  scripts: Script[];
  nodeTypes: CustomNodeType[];
}

export function requirersOf(realm: Realm, library: Script): Requirers {
  if (library.context !== 'LIBRARY') return { scripts: [], nodeTypes: [] };
  const requires = (source: string) => source.includes('require') && scriptFacts(source).requires.some(({ name }) => name === library.name);
  return {
    scripts: Object.values(realm.scripts).filter((script) => script._id !== library._id && requires(scriptBody(script))),
    nodeTypes: Object.values(realm.nodeTypes).filter(({ script }) => requires(script)),
  };
}

/** Everything that requires the library, with its new name. */
export function renamedRequirers({ scripts, nodeTypes }: Requirers, from: string, to: string): Put[] {
  return [
    ...scripts.map(
      (script): Put => ({ kind: 'scripts', key: script._id, body: withScriptBody(script, renameRequired(scriptBody(script), from, to)) }),
    ),
    ...nodeTypes.map((type): Put => ({ kind: 'nodeTypes', key: type._id, body: { ...type, script: renameRequired(type.script, from, to) } })),
  ];
}
