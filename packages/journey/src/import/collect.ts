import { PLAIN_CONTAINERS } from '../formats/containers.ts';
import type { ParsedExport, ParsedJourney } from '../formats/parsed.ts';
import { deepEqual } from '../json/equal.ts';
import { type Issue, nodeKey, type ResourceKind } from '../model.ts';

export interface Incoming {
  kind: ResourceKind;
  key: string;
  value: unknown;
  /** The journey of the file that brings it; undefined for custom node types that stand alone. */
  journey: string | undefined;
  /** The journeys of the file that bring it, when several do. */
  journeys: string[];
}

/**
 * Every resource that a file brings, journeys aside, each once. When two journeys of a file bring different versions of one resource, the later
 * one wins, as it would if they were imported one after the other; a warning names both.
 */
export function collectResources(parsed: ParsedExport): { incoming: Incoming[]; warnings: Issue[] } {
  const found = new Map<string, Incoming>();
  const warnings: Issue[] = [];
  const add = (kind: ResourceKind, key: string, value: unknown, journey: string | undefined): void => {
    const id = `${kind} ${key}`;
    const earlier = found.get(id);
    if (earlier === undefined) {
      found.set(id, { kind, key, value, journey, journeys: journey === undefined ? [] : [journey] });
      return;
    }
    if (!deepEqual(earlier.value, value)) {
      warnings.push({
        ...(parsed.file === undefined ? {} : { file: parsed.file }),
        ...(journey === undefined ? {} : { journey }),
        ...(kind === 'nodes' ? { node: key.slice(key.indexOf('/') + 1) } : {}),
        field: kind,
        message: `"${key}" of "${kind}" comes twice with different content, in ${nameOf(earlier.journey)} and in ${nameOf(journey)}. The later one is taken.`,
      });
    }
    earlier.value = value;
    earlier.journey = journey;
    if (journey !== undefined) earlier.journeys.push(journey);
  };
  for (const [id, type] of Object.entries(parsed.nodeTypes)) add('nodeTypes', id, type, undefined);
  for (const journey of parsed.journeys) addJourney(journey, add);
  return { incoming: [...found.values()], warnings };
}

function addJourney(journey: ParsedJourney, add: (kind: ResourceKind, key: string, value: unknown, journey: string) => void): void {
  const { name } = journey;
  const all = (kind: ResourceKind, records: Record<string, unknown>): void => {
    for (const [id, value] of Object.entries(records)) add(kind, id, value, name);
  };
  all('nodeTypes', journey.nodeTypes);
  all('variables', journey.variables);
  all('scripts', journey.scripts);
  for (const container of PLAIN_CONTAINERS) all(container, journey[container]);
  for (const [index, theme] of journey.themes.entries()) add('themes', journey.bundle.themes[index] ?? '', theme, name);
  for (const node of [...Object.values(journey.nodes), ...Object.values(journey.innerNodes)])
    add('nodes', nodeKey(node._type._id, node._id), node, name);
}

function nameOf(journey: string | undefined): string {
  return journey === undefined ? 'the file itself' : `journey "${journey}"`;
}
