import type { ParsedExport } from '../formats/parsed.ts';
import { deepEqual } from '../json/equal.ts';
import type { Issue } from '../model.ts';

/**
 * Several files as one, so that they are imported together or not at all and may need each other. A journey that comes in two of them is taken
 * from the later one; a warning says so.
 */
export function combineExports(files: readonly ParsedExport[]): ParsedExport {
  const journeys = new Map<string, ParsedExport['journeys'][number]>();
  const warnings: Issue[] = files.flatMap((file) => file.warnings);
  for (const { file, journeys: found } of files) {
    for (const journey of found) {
      const earlier = journeys.get(journey.name);
      if (earlier !== undefined)
        warnings.push({
          ...(file === undefined ? {} : { file }),
          journey: journey.name,
          field: 'tree',
          message: `The journey "${journey.name}" is in ${earlier.file ?? 'one file'} and in ${file ?? 'another'}. The later one is taken.`,
        });
      journeys.set(journey.name, { ...journey, ...(file === undefined ? {} : { file }) });
    }
  }
  const nodeTypes: ParsedExport['nodeTypes'] = {};
  for (const { file, nodeTypes: found } of files) {
    for (const [id, type] of Object.entries(found)) {
      if (Object.hasOwn(nodeTypes, id) && !deepEqual(nodeTypes[id], type))
        warnings.push({
          ...(file === undefined ? {} : { file }),
          field: `nodeTypes.${id}`,
          message: `The custom node "${type.displayName}" comes twice with different content. That of ${file ?? 'the later file'} is taken.`,
        });
      nodeTypes[id] = type;
    }
  }
  const [first] = files;
  return {
    kind: first?.kind ?? 'aic',
    ...(files.length === 1 && first?.file !== undefined ? { file: first.file } : {}),
    journeys: [...journeys.values()],
    nodeTypes,
    warnings,
  };
}
