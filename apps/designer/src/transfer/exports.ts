import { type CustomNodeType, customTypeId } from '@tandem/journey';
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
): Promise<ExportFile[]> {
  const wanted = journeys.map(encodeURIComponent).join(',');
  const main = await requestFile(`${realmPath(realm)}/export?journeys=${wanted}&format=${format}`);
  const file: ExportFile = { kind: 'journeys', name: main.name ?? fileName(journeys, format), text: main.text };
  const custom = customTypesIn(main.text, types);
  if (custom.length === 0) return [file];
  const ids = custom.map((type) => encodeURIComponent(type._id)).join(',');
  const nodes = await requestFile(`${realmPath(realm)}/export/custom-nodes?ids=${ids}`);
  return [{ kind: 'custom-nodes', name: nodes.name ?? 'custom-nodes.json', text: nodes.text }, file];
}
