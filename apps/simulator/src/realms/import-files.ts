import { createHash, randomUUID } from 'node:crypto';
import type { ImportDecision, ImportItemView, ImportReview, importFilesSchema, MissingView } from '@tandem/api';
import {
  combineExports,
  customTypeId,
  ImportRefused,
  type Issue,
  itemsOf,
  type Json,
  type Missing,
  nodesOf,
  own,
  type ParsedExport,
  parseExport,
  RENAMABLE,
  type Realm,
  type Rename,
  type ResourceKind,
  renameIncoming,
} from '@tandem/journey';
import type * as z from 'zod';
import { ProblemError } from '../http/problem.ts';
import { requiringRenamed } from '../scripts/requirers.ts';
import type { StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { findRealm, knowledgeOf } from './find.ts';
import { applyImport } from './import.ts';

/**
 * Imports several files in one transaction, as decided for each thing they bring; or says what that would do.
 * @throws ProblemError 400 for files that cannot be read (a dry run tells of them instead) and for names that are taken; 409 when the realm is not as
 * the dry run with this `basis` found it: nobody has decided about what is there now
 */
export async function importFiles(realms: RealmStore, name: string, request: z.output<typeof importFilesSchema>): Promise<ImportReview> {
  const { decisions, dryRun } = request;
  const stored = findRealm(realms, name);
  const read = request.files.map((file) => readFile(file.name, file.text));
  const problems = read.flatMap((file) => file.problems);
  if (!dryRun && problems.length > 0)
    throw new ProblemError(400, 'Nothing was imported: a file cannot be read.', { title: 'A file cannot be read', errors: problems });
  const parsed = combineExports(read.flatMap(({ parsed: found }) => found ?? []));
  let renamed = parsed;
  const incoming = (current: StoredRealm): ParsedExport => {
    if (!dryRun && request.basis !== undefined && request.basis !== basisOf(current, parsed)) throw changedMeanwhile();
    const renames = renamesOf(current.realm, parsed, decisions);
    renamed = requiringRenamed(renameIncoming(parsed, renames, current.realm, knowledgeOf(current), randomUUID), parsed, renames);
    return renamed;
  };
  const chosen = new Map(decisions.map((decision) => [`${decision.kind} ${decision.id}`, decision.do]));
  const { plan, types, backup } = await applyImport(realms, name, incoming, {
    conflict: 'replace',
    decide: (kind, key) => (chosen.get(`${kind} ${key}`) === 'keep' ? 'keep' : undefined),
    dryRun,
    note: request.files.map((file) => file.name).join(', '),
  });
  const { created, replaced, unchanged, kept, removed, missing, warnings } = plan;
  return {
    dryRun,
    files: read.map(({ name: file, parsed: found, problems: issues }) => ({
      name: file,
      journeys: found?.journeys.map((journey) => journey.name) ?? [],
      nodeTypes: Object.keys(found?.nodeTypes ?? {}).length,
      problems: [...issues],
    })),
    items: dryRun ? itemViews(stored.realm, parsed) : [],
    basis: basisOf(stored, parsed),
    created,
    replaced,
    unchanged,
    kept,
    removed,
    types,
    missing: missing.map((lack) => missingView(lack, renamed)),
    warnings: withoutMissing(warnings, missing),
    backup,
  };
}

/**
 * Versions of everything in the realm that the files bring as well, and of the journeys that have nodes of a custom node type that the files change:
 * those are replaced with it. A journey's version counts with its nodes.
 */
function basisOf(stored: StoredRealm, parsed: ParsedExport): string {
  const { realm } = stored;
  const versionOf = (kind: ResourceKind, id: string) => stored.revision(kind, id)?.version ?? 0;
  const items = itemsOf(realm, parsed);
  const changing = items.flatMap(({ kind, id, status }) => (kind === 'nodeTypes' && status === 'differs' ? (own(realm.nodeTypes, id) ?? []) : []));
  const types = new Set(changing.map(customTypeId));
  const users = Object.entries(realm.journeys).filter(([, { tree }]) => types.size > 0 && nodesOf(realm, tree).some(({ type }) => types.has(type)));
  const lines = [
    ...items.map(({ kind, id, status }) => JSON.stringify([kind, id, status, versionOf(kind, id)])),
    ...users.map(([id]) => JSON.stringify(['uses', id, versionOf('journeys', id)])).sort(),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

function changedMeanwhile(): ProblemError {
  const message = 'Somebody changed the realm since you looked at what the files would do. Look again at what differs now.';
  return new ProblemError(409, message, {
    title: 'The realm has changed in between',
    errors: [{ field: 'basis', message, expected: 'that of a new dry run' }],
  });
}

function readFile(name: string, text: string): { name: string; parsed?: ParsedExport; problems: readonly Issue[] } {
  try {
    return { name, parsed: parseExport(text, name), problems: [] };
  } catch (error) {
    if (error instanceof ImportRefused) return { name, problems: error.issues.map((issue) => ({ ...issue, file: name })) };
    throw error;
  }
}

/** @throws ProblemError 400 where the new name is taken, in the realm or by the files */
function renamesOf(realm: Realm, parsed: ParsedExport, decisions: readonly ImportDecision[]): Rename[] {
  const renames = decisions.flatMap((decision) => (decision.do === 'rename' ? [decision] : []));
  const values = <T>(records: readonly Readonly<Record<string, T>>[]) => records.flatMap((record) => Object.values(record));
  const keys = (records: readonly object[]) => records.flatMap((record) => Object.keys(record));
  const taken: Record<Rename['kind'], readonly string[]> = {
    journeys: [...Object.keys(realm.journeys), ...parsed.journeys.map(({ name }) => name)],
    scripts: values([realm.scripts, ...parsed.journeys.map(({ scripts }) => scripts)]).map(({ name }) => name),
    emailTemplates: keys([realm.emailTemplates, ...parsed.journeys.map(({ emailTemplates }) => emailTemplates)]),
    nodeTypes: values([realm.nodeTypes, parsed.nodeTypes, ...parsed.journeys.map(({ nodeTypes }) => nodeTypes)]).map(
      ({ displayName }) => displayName,
    ),
  };
  const errors = renames.flatMap(({ kind, id, as }, index): Issue[] => {
    const again = renames.slice(0, index).some((other) => other.kind === kind && other.as === as);
    if (as !== '__proto__' && !again && !taken[kind].includes(as)) return [];
    return [{ field: `${kind}.${id}`, message: `The name "${as}" is taken.`, expected: 'a name that neither the realm nor the files have' }];
  });
  if (errors.length > 0) throw new ProblemError(400, errors[0]?.message ?? '', { title: 'A name is taken', errors });
  return renames;
}

function itemViews(realm: Realm, parsed: ParsedExport): ImportItemView[] {
  return itemsOf(realm, parsed).map((item): ImportItemView => {
    const view = { ...item, canRename: RENAMABLE.includes(item.kind) };
    if (item.status !== 'differs' || item.kind === 'journeys') return view;
    const before = own(realm[item.kind] as Record<string, unknown>, item.id) as Json;
    return { ...view, before, after: incomingOf(parsed, item.kind as keyof ParsedExport['journeys'][number] & string, item.id) };
  });
}

/** What the files bring of this id; the later journey wins, as it does in the import. */
function incomingOf(parsed: ParsedExport, kind: string, id: string): Json {
  const found = parsed.journeys.flatMap((journey) => {
    if (kind === 'themes') return journey.themes.filter((_, index) => journey.bundle.themes[index] === id);
    const value = own(journey[kind as 'scripts'] as unknown as Record<string, Json>, id);
    return value === undefined ? [] : [value];
  });
  return (found.at(-1) ?? (kind === 'nodeTypes' ? (own(parsed.nodeTypes, id) as Json | undefined) : undefined) ?? null) as Json;
}

/** Warnings that the list of what is missing does not say already. */
function withoutMissing(warnings: readonly Issue[], missing: readonly Missing[]): Issue[] {
  const said = new Set(
    missing.flatMap(({ id, uses }) => uses.map(({ journey, node, field }) => `${id.replaceAll('.', '-')} ${journey} ${node} ${field}`)),
  );
  return warnings.filter(({ journey, node, field, message }) => {
    const quoted = [...message.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name.replaceAll('.', '-'));
    return !quoted.some((name) => said.has(`${name} ${journey} ${node} ${field}`));
  });
}

/** Where it is named, with the names of nodes that people know. */
function missingView(missing: Missing, parsed: ParsedExport): MissingView {
  return {
    ...missing,
    uses: missing.uses.map((use) => {
      const tree = parsed.journeys.find(({ name }) => name === use.journey)?.tree;
      const name = use.node === undefined ? undefined : own(tree?.nodes, use.node)?.displayName;
      return { ...use, ...(name === undefined ? {} : { name }) };
    }),
  };
}
