import { type CustomNodeType, own, type ParsedExport, type Realm, type Rename, type Script, scriptBody, withScriptBody } from '@tandem/journey';
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

const inScript = (script: Script, from: string, to: string): Script => {
  const source = scriptBody(script);
  const renamed = renameRequired(source, from, to);
  return renamed === source ? script : withScriptBody(script, renamed);
};
const inType = (type: CustomNodeType, from: string, to: string): CustomNodeType => ({ ...type, script: renameRequired(type.script, from, to) });

/** Everything that requires the library, with its new name. */
export function renamedRequirers({ scripts, nodeTypes }: Requirers, from: string, to: string): Put[] {
  return [
    ...scripts.map((script): Put => ({ kind: 'scripts', key: script._id, body: inScript(script, from, to) })),
    ...nodeTypes.map((type): Put => ({ kind: 'nodeTypes', key: type._id, body: inType(type, from, to) })),
  ];
}

/**
 * Files in which libraries come under other names: what stands in the files requires those.
 *
 * @param before the files as they came, which know the old names
 */
export function requiringRenamed(files: ParsedExport, before: ParsedExport, renames: readonly Rename[]): ParsedExport {
  let changed = files;
  for (const { kind, id, as } of renames) {
    const library = kind === 'scripts' ? before.journeys.flatMap(({ scripts }) => own(scripts, id) ?? [])[0] : undefined;
    if (library?.context === 'LIBRARY') changed = requiring(changed, library.name, as);
  }
  return changed;
}

function requiring(files: ParsedExport, from: string, to: string): ParsedExport {
  const each = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  const types = (record: Readonly<Record<string, CustomNodeType>>) => each(record, (type) => inType(type, from, to));
  return {
    ...files,
    nodeTypes: types(files.nodeTypes),
    journeys: files.journeys.map((journey) => ({
      ...journey,
      scripts: each(journey.scripts, (script) => inScript(script, from, to)),
      nodeTypes: types(journey.nodeTypes),
    })),
  };
}
