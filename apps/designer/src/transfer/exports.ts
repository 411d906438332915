import { type CustomNodeType, customTypeId, isObject, type Json, OPTIONAL_DEPENDENCIES, type OptionalDependency } from '@tandem/journey';
import { realmPath, requestFile } from '../app/index.ts';

export type ExportFormat = 'aic' | 'frodo';
export interface ExportFile {
  kind: 'journeys' | 'custom-nodes';
  name: string;
  text: string;
}

function fileName(journeys: readonly string[], format: ExportFormat): string {
  const [first = 'journeys'] = journeys;
  const base = journeys.length === 1 ? first : `${journeys.length}-journeys`;
  return format === 'frodo' ? `${base}.journey.json` : `${base}.json`;
}

/** Custom node types whose nodes are in an export. */
function customTypesIn(text: string, types: readonly CustomNodeType[]): CustomNodeType[] {
  return types.filter((type) => text.includes(`"${customTypeId(type)}"`));
}

/** The files to save: the journeys, and the custom nodes they use, which AIC wants imported first. */
export async function makeExport(
  realm: string,
  journeys: readonly string[],
  format: ExportFormat,
  types: readonly CustomNodeType[],
  leave: readonly OptionalDependency[] = [],
): Promise<ExportFile[]> {
  const wanted = journeys.map(encodeURIComponent).join(',');
  const main = await requestFile(`${realmPath(realm)}/export?journeys=${wanted}&format=${format}${leave.map((kind) => `&leave=${kind}`).join('')}`);
  const file: ExportFile = { kind: 'journeys', name: main.name ?? fileName(journeys, format), text: main.text };
  const custom = customTypesIn(main.text, types);
  if (custom.length === 0 || leave.includes('nodeTypes')) return [file];
  const ids = custom.map((type) => encodeURIComponent(type._id)).join(',');
  const nodes = await requestFile(`${realmPath(realm)}/export/custom-nodes?ids=${ids}`);
  return [{ kind: 'custom-nodes', name: nodes.name ?? 'custom-nodes.json', text: nodes.text }, file];
}

/** A kind of thing that journeys depend on, with how many of it the files hold. */
export interface Dependencies {
  kind: OptionalDependency;
  count: number;
}

/** What the journeys in the files depend on, by kind: each can be left out where the importing realm has it. */
export function dependenciesIn(files: readonly ExportFile[]): Dependencies[] {
  const found = new Map<OptionalDependency, Set<string>>();
  const add = (kind: OptionalDependency, ids: readonly string[]) => found.set(kind, new Set([...(found.get(kind) ?? []), ...ids]));
  for (const { text } of files) {
    const file = JSON.parse(text) as Json;
    if (!isObject(file)) continue;
    for (const entry of isObject(file.trees) ? Object.values(file.trees) : [file]) {
      for (const kind of OPTIONAL_DEPENDENCIES) {
        const held = isObject(entry) ? entry[kind === 'variables' ? 'variable' : kind] : undefined;
        if (Array.isArray(held))
          add(
            kind,
            held.map((item) => JSON.stringify(item)),
          );
        else if (isObject(held)) add(kind, Object.keys(held));
      }
    }
  }
  return OPTIONAL_DEPENDENCIES.flatMap((kind) => {
    const count = found.get(kind)?.size ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}
