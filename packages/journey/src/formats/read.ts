import { checkJson } from '../json/keys.ts';
import { isObject } from '../json/own.ts';
import { parseJsonStrict } from '../json/parse.ts';
import type { Issue, Json, JsonObject } from '../model.ts';
import { ImportRefused } from '../refused.ts';
import { readCustomTypes } from './custom-types.ts';
import { readEntry } from './entry.ts';
import type { ExportKind, ParsedExport, ParsedJourney } from './parsed.ts';
import { Problems } from './problems.ts';

/** `meta.exportTool` of the AIC admin UI's journey export, versions 1.0 and 1.1. */
export const AIC_EXPORT_TOOL = 'platform-admin ui tree export';

const ACCEPTED =
  'an AIC admin UI journey export ({meta, trees}), a frodo journey export ({tree, nodes, ...} or {meta, trees}) or an export of custom nodes ({meta, nodeTypes})';

const ENTRY_KEY_IN_FLAT_FILE: ReadonlySet<string> = new Set(['meta']);
const NONE: ReadonlySet<string> = new Set();

/**
 * Reads any export that Tandem knows: AIC admin UI (1.0, 1.1), frodo 3 (flat, also with the old key `innernodes`; `{meta,trees}`), frodo 4
 * (`nodeTypes`, `variable`), custom nodes (`{meta,nodeTypes}`). Fields that Tandem does not know are kept.
 *
 * @param input the file's text, or its content parsed elsewhere (then duplicate keys cannot be seen any more)
 * @param file the file's name, for the issues
 * @throws ImportRefused with every problem: see `parseJsonStrict` for the text; `not-an-export` when it is none of these kinds; `invalid` for a
 *   journey without `tree._id`, a node without `_type._id`, a node both in `nodes` and in `innerNodes`, a resource listed under another id than
 *   its own, values of the wrong type
 */
export function parseExport(input: string | Json, file?: string): ParsedExport {
  const value = typeof input === 'string' ? parseJsonStrict(input, file) : checkJson(input, file);
  const kind = kindOf(value, file);
  const root = value as JsonObject;
  const problems = new Problems();
  const warnings: Issue[] = [];
  const meta = problems.object(root.meta, { file }, 'meta') as JsonObject;
  const parsed: ParsedExport = {
    kind,
    ...(file === undefined ? {} : { file }),
    ...(root.meta === undefined ? {} : { meta }),
    journeys: kind === 'custom-nodes' ? [] : readJourneys(kind, root, file, problems, warnings),
    nodeTypes: kind === 'frodo-single' ? {} : readCustomTypes(root.nodeTypes, { file }, problems).types,
    warnings,
  };
  if (problems.issues.length > 0) throw new ImportRefused('invalid', problems.issues);
  if (kind !== 'frodo-single') warnings.push(...unkept(root, kind, file));
  return parsed;
}

function kindOf(value: Json, file: string | undefined): ExportKind {
  if (isObject(value)) {
    if (value.trees !== undefined) return isObject(value.meta) && value.meta.exportTool === AIC_EXPORT_TOOL ? 'aic' : 'frodo';
    if (value.tree !== undefined) return 'frodo-single';
    if (value.nodeTypes !== undefined) return 'custom-nodes';
  }
  const found = isObject(value)
    ? `an object with ${
        Object.keys(value)
          .slice(0, 5)
          .map((key) => `"${key}"`)
          .join(', ') || 'nothing in it'
      }`
    : Array.isArray(value)
      ? 'a list'
      : 'a single value';
  throw new ImportRefused('not-an-export', [
    { ...(file === undefined ? {} : { file }), message: `This is not an export of journeys or custom nodes, but ${found}.`, expected: ACCEPTED },
  ]);
}

function readJourneys(kind: ExportKind, root: JsonObject, file: string | undefined, problems: Problems, warnings: Issue[]): ParsedJourney[] {
  if (kind === 'frodo-single') {
    const journey = readEntry(root, undefined, ENTRY_KEY_IN_FLAT_FILE, file, problems, warnings);
    return journey === undefined ? [] : [journey];
  }
  const entries = Object.entries(problems.object(root.trees, { file }, 'trees'));
  if (entries.length === 0) warnings.push({ ...(file === undefined ? {} : { file }), field: 'trees', message: 'The file holds no journey.' });
  return entries.flatMap(([name, entry]) => readEntry(entry, name, NONE, file, problems, warnings) ?? []);
}

/** Beside the journeys a file has no resource to which an unknown key could be tied, so it is named instead of lost silently. */
function unkept(root: JsonObject, kind: ExportKind, file: string | undefined): Issue[] {
  const known = new Set(['meta', 'nodeTypes', ...(kind === 'custom-nodes' ? [] : ['trees'])]);
  return Object.keys(root)
    .filter((key) => !known.has(key))
    .map((key) => ({
      ...(file === undefined ? {} : { file }),
      field: key,
      message: `"${key}" stands outside of the journeys, is not known and is not imported.`,
    }));
}
