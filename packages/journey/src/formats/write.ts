import { dependenciesOf } from '../graph/dependencies.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { JsonObject, Realm } from '../model.ts';
import { AIC_EXPORT_TOOL } from './read.ts';
import { type JourneyFormat, type OptionalDependency, withoutDependencies, writeEntry } from './write-entry.ts';

/** Who exports, when and from where. Nothing of it is read back at import. */
export interface ExportMeta {
  /** Address of the server, e.g. `http://localhost:8080`. */
  origin: string;
  exportedBy: string;
  /** ISO 8601. This package has no clock. */
  exportDate: string;
  /** Tandem's version, for frodo's `exportToolVersion`. */
  toolVersion?: string;
  /** The AM version the files are meant for. */
  amVersion?: string;
}

export interface ExportOptions {
  /** `aic`: as AIC's admin UI writes it. `frodo`: flat for one journey, `{meta,trees}` for several. */
  format: JourneyFormat;
  /**
   * Default true: with inner journeys and Initialize's journeys (transitively), scripts, templates and whatever came with the journeys' files.
   * False: the named journeys with their nodes, and every other container empty (frodo's `--no-deps`).
   */
  deps?: boolean;
  /** Of those, what is left out because the importing realm has it. */
  leave?: readonly OptionalDependency[];
  meta: ExportMeta;
}

/** The realm has no journey (or custom node type) of these names. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';
  readonly names: readonly string[];

  constructor(what: string, names: readonly string[]) {
    super(names.length === 0 ? `Name at least one ${what}.` : `The realm has no ${what} ${names.map((name) => `"${name}"`).join(', ')}.`);
    this.names = names;
  }
}

/**
 * Writes journeys as an export file. A journey that was imported and not edited since comes back equal (interfaces, "Equal"), in either format.
 *
 * `aic` writes every script's source as a JSON string and has all containers always; `frodo` keeps each script's encoding. Resources that the
 * realm lacks are left out.
 *
 * @param names journeys in the order wanted; repetitions are ignored
 * @returns the file's content; write it with `JSON.stringify(content, null, 2)`
 * @throws NothingToExport for an empty list and for names that the realm lacks
 */
export function exportJourneys(realm: Realm, names: readonly string[], options: ExportOptions, knowledge: NodeKnowledge): JsonObject {
  const selected = [...new Set(names)];
  const missing = selected.filter((name) => own(realm.journeys, name) === undefined);
  if (missing.length > 0 || selected.length === 0) throw new NothingToExport('journey', missing);
  const { format, deps = true, leave = [] } = options;
  const inner = deps ? dependenciesOf(realm, selected, knowledge).journeys : [];
  const trees: JsonObject = {};
  for (const name of [...selected, ...inner]) {
    const journey = own(realm.journeys, name);
    if (journey !== undefined) trees[name] = withoutDependencies(writeEntry(realm, journey, format, deps, knowledge), leave);
  }
  const entries = Object.values(trees);
  if (format === 'aic') return { meta: aicMeta(options.meta, selected, inner), trees };
  const meta = frodoMeta(options.meta);
  return entries.length === 1 ? { meta, ...(entries[0] as JsonObject) } : { meta, trees };
}

/**
 * Writes custom node types as the file that AIC's node designer exports and imports: plain source, every type with its `_id`. AIC wants it
 * imported before the journeys that use them.
 *
 * @param ids realm keys (`<serviceName>-1`); default all
 * @throws NothingToExport for ids that the realm lacks
 */
export function exportCustomNodes(
  realm: Pick<Realm, 'nodeTypes'>,
  meta: ExportMeta,
  ids: readonly string[] = Object.keys(realm.nodeTypes),
): JsonObject {
  const missing = ids.filter((id) => own(realm.nodeTypes, id) === undefined);
  if (missing.length > 0) throw new NothingToExport('custom node type', missing);
  return {
    meta: {
      ...(meta.amVersion === undefined ? {} : { amVersion: meta.amVersion }),
      exportDate: meta.exportDate,
      origin: meta.origin,
      exportedBy: meta.exportedBy,
      resourceVersion: '1.0',
    },
    nodeTypes: Object.fromEntries(ids.map((id) => [id, own(realm.nodeTypes, id) as JsonObject])),
  };
}

function aicMeta(meta: ExportMeta, selected: string[], inner: string[]): JsonObject {
  return {
    origin: meta.origin,
    exportedBy: meta.exportedBy,
    exportDate: meta.exportDate,
    exportTool: AIC_EXPORT_TOOL,
    exportToolVersion: '1.1',
    treesSelectedForExport: selected,
    innerTreesIncluded: inner,
  };
}

function frodoMeta(meta: ExportMeta): JsonObject {
  return {
    origin: meta.origin,
    ...(meta.amVersion === undefined ? {} : { originAmVersion: meta.amVersion }),
    exportedBy: meta.exportedBy,
    exportDate: meta.exportDate,
    exportTool: 'tandem',
    ...(meta.toolVersion === undefined ? {} : { exportToolVersion: meta.toolVersion }),
  };
}
