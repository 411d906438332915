import { randomUUID } from 'node:crypto';
import type { CustomNodeRecord, saveCustomNodeSchema } from '@tandem/api';
import { type CustomNodeType, deepEqual, type Issue, own } from '@tandem/journey';
import { customTypeIssues, type InstanceEffect, type Renamed, replaceInPlace } from '@tandem/nodes';
import type * as z from 'zod';
import { badRequest, notFound, ProblemError } from '../http/problem.ts';
import { knowledgeOf } from '../realms/find.ts';
import { withTouches } from '../realms/touch.ts';
import type { Delete, Put, RealmChange, StoredRealm } from '../storage/realm-change.ts';
import { recordOf } from './records.ts';

/** AIC's shape of the id of a type that is made anew: a service name of 32 hex digits, and version 1. */
const FRESH_ID = /^[0-9a-f]{32}-1$/;

export interface SavePlan {
  change: RealmChange;
  effects: InstanceEffect[];
}

/**
 * What saving a custom node type changes: itself and, in the same transaction, the nodes of it in all journeys.
 * @throws ProblemError 409 with the type as it is now when somebody saved in between; 400 for one that AM would not take
 */
export function planSave(current: StoredRealm, id: string, save: z.output<typeof saveCustomNodeSchema>): SavePlan {
  const { baseVersion, nodeType, renamed, instances } = save;
  const stored = own(current.realm.nodeTypes, id);
  const found = current.revision('nodeTypes', id)?.version ?? 0;
  if (found !== baseVersion) {
    // The same type again, after an answer that got lost: it is saved already.
    if (stored && deepEqual(stored, nodeType)) return { change: {}, effects: [] };
    throw conflict(current, id, nodeType.displayName);
  }
  const errors = [...identityIssues(id, nodeType, stored), ...newIssues(nodeType, stored)];
  if (errors.length > 0)
    throw new ProblemError(400, errors[0]?.message ?? 'The custom node cannot be kept.', { title: 'The custom node cannot be kept', errors });
  const puts: Put[] = [{ kind: 'nodeTypes', key: id, body: nodeType }];
  if (!stored || instances === 'leave') return { change: { puts }, effects: [] };
  const { effects, nodes, trees } = replaceInPlace(current.realm, stored, nodeType, renamed);
  for (const [key, body] of Object.entries(nodes)) puts.push({ kind: 'nodes', key, body });
  for (const [key, tree] of Object.entries(trees)) puts.push({ kind: 'journeys', key, body: { ...own(current.realm.journeys, key), tree } });
  return { change: withTouches(current.realm, { puts }, knowledgeOf(current)), effects };
}

/**
 * What saving it would do to the nodes of it.
 * @throws ProblemError 404
 */
export function effectsOf(current: StoredRealm, id: string, nodeType: CustomNodeType, renamed: Renamed): InstanceEffect[] {
  const stored = own(current.realm.nodeTypes, id);
  if (!stored) throw missingType(current.realm.name, id);
  return replaceInPlace(current.realm, stored, nodeType, renamed).effects;
}

/** Journeys know the type by its service name, so that stays what it is. */
function identityIssues(id: string, nodeType: CustomNodeType, stored: CustomNodeType | undefined): Issue[] {
  const serviceName = stored?.serviceName ?? id.replace(/-1$/, '');
  const issues: Issue[] = [];
  if (!stored && !FRESH_ID.test(id))
    issues.push({ field: 'id', message: `"${id}" is no id for a custom node.`, expected: '32 hexadecimal digits and "-1"' });
  if (nodeType._id !== id) issues.push({ field: 'nodeType._id', message: `The custom node holds the id "${nodeType._id}".`, expected: id });
  if (nodeType.serviceName !== serviceName)
    issues.push({ field: 'nodeType.serviceName', message: 'A custom node keeps its service name.', expected: serviceName });
  return issues;
}

/** A file may have brought a type that AM would not take: only what is worse than before is refused. */
function newIssues(nodeType: CustomNodeType, stored: CustomNodeType | undefined): Issue[] {
  const known = stored ? customTypeIssues(stored) : [];
  return customTypeIssues(nodeType)
    .filter((issue) => !known.some((other) => deepEqual(other, issue)))
    .map((issue) => ({ ...issue, field: `nodeType.${issue.field}` }));
}

/**
 * Deletes custom node types, all or none, with a backup.
 * @throws ProblemError 404; 409 with every node that is of one of them
 */
export function planRemoval(current: StoredRealm, ids: readonly string[]): RealmChange {
  const records = [...new Set(ids)].map((id): CustomNodeRecord => {
    const record = recordOf(current, id);
    if (!record) throw missingType(current.realm.name, id);
    return record;
  });
  const used = records.filter(({ uses }) => uses.length > 0);
  if (used.length > 0) {
    const errors = used.flatMap(({ nodeType, uses }) =>
      uses.map(
        ({ journey, node, field, displayName }): Issue => ({
          journey,
          node,
          ...(field === undefined ? {} : { field }),
          message: `"${displayName}" of the journey "${journey}" ${field === undefined ? 'is' : 'imitates'} a "${nodeType.displayName}".`,
          expected: 'a journey without it',
        }),
      ),
    );
    const journeys = new Set(used.flatMap(({ uses }) => uses.map(({ journey }) => journey)));
    const names = used.map(({ nodeType }) => `"${nodeType.displayName}"`).join(', ');
    const message = `${names} ${used.length === 1 ? 'is' : 'are'} used in ${journeys.size === 1 ? '1 journey' : `${journeys.size} journeys`}. Remove ${used.length === 1 ? 'it' : 'them'} there first.`;
    throw new ProblemError(409, message, { title: 'The custom node is in use', errors });
  }
  const deletes = records.map(({ nodeType }): Delete => ({ kind: 'nodeTypes', key: nodeType._id }));
  const [only] = records;
  const note = only && records.length === 1 ? `the custom node ${only.nodeType.displayName}` : `${records.length} custom nodes`;
  return { deletes, cause: 'delete', backup: { id: randomUUID(), note } };
}

/** In AM's words (facts 1.7, recorded), with the realm. */
export function missingType(realm: string, id: string): ProblemError {
  const message = `Node Type with resource ID ${id} does not exist in the realm "${realm}".`;
  return notFound(message, { field: 'id', expected: "the id of one of the realm's custom node types" });
}

/** @throws ProblemError 400 for an id that no type can have */
export function checkId(id: string): void {
  if (id === '__proto__')
    throw badRequest({ field: 'id', message: 'A custom node cannot have this id.', expected: '32 hexadecimal digits and "-1"' });
}

function conflict(current: StoredRealm, id: string, name: string): ProblemError {
  const record = recordOf(current, id) ?? null;
  const message =
    record === null
      ? `The custom node "${name}" has been deleted.`
      : `The custom node "${record.nodeType.displayName}" has been saved by somebody else.`;
  return new ProblemError(409, message, {
    title: 'The custom node has changed in between',
    errors: [{ field: 'baseVersion', message, expected: String(record?.version ?? 0) }],
    extra: { current: record },
  });
}
