import { type Identity, withChanges } from '@tandem/journey';
import { type IdentityWrite, NodeProcessError } from '@tandem/nodes';
import { sessionEvent } from '../event.ts';
import { identitiesOf } from '../identities.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import { logLine, type VisitRun } from './run.ts';

/** Writes an identity, or deletes it (null), over the realm's own. */
export function writeIdentity(run: VisitRun, node: ResolvedNode, id: string, record: Identity | null): void {
  const { draft, session } = run;
  draft.set(['identities', id], record);
  const event = sessionEvent(draft, 'identity-changed', session);
  event.node = node.id;
  event.nodeName = node.displayName;
  event.message = `Identity ${record?.userName ?? id} ${record ? 'changed' : 'deleted'}`;
  draft.emit(event);
}

/**
 * Writes what a script changed to the identities as they are now: others may have written since the script began. An identity that was deleted
 * meanwhile stays deleted.
 *
 * @throws NodeProcessError when somebody took a user name meanwhile: that write is dropped, the others are made
 */
export function applyIdentityWrites(run: VisitRun, node: ResolvedNode, writes: readonly IdentityWrite[]): void {
  const records = new Map(writes.flatMap((write): [string, Identity | null][] => recordAfter(run, node, write)));
  const taken = [...records].flatMap(([id, record]) => (record && nameTaken(run, record, records) ? [{ id, name: record.userName }] : []));
  for (const [id, record] of records) if (!taken.some((other) => other.id === id)) writeIdentity(run, node, id, record);
  const [first] = taken;
  if (first) throw new NodeProcessError(`Policy validation failed: userName ${first.name} is not unique; somebody took it while the script ran.`);
}

/** What a write makes of the identity; none when there is nothing left to change. */
function recordAfter(run: VisitRun, node: ResolvedNode, write: IdentityWrite): [string, Identity | null][] {
  const { id } = write;
  if ('record' in write) return [[id, write.record]];
  if ('created' in write) return [[id, write.created]];
  const current = identitiesOf(run.model, run.draft.state).byId(id);
  if (current) return [[id, changed(current, write)]];
  logLine(run, node, 'warn', `Identity ${id} was deleted while the script changed it; the change is dropped.`);
  return [];
}

function changed(current: Identity, write: Extract<IdentityWrite, { set: unknown } | { changes: unknown }>): Identity {
  if ('changes' in write) return withChanges(current as Identity & Parameters<typeof withChanges>[0], write.changes);
  const kept = Object.entries(current).filter(([key]) => !write.removed.includes(key));
  return { ...Object.fromEntries(kept), ...write.set } as Identity;
}

/** Whether a name that the script gave belongs to somebody else once all its writes are made. */
function nameTaken(run: VisitRun, record: Identity, records: ReadonlyMap<string, Identity | null>): boolean {
  const { _id: id, kind, userName } = record;
  const name = userName.toLowerCase();
  const identities = identitiesOf(run.model, run.draft.state);
  if (identities.byId(id)?.userName.toLowerCase() === name) return false;
  const other = identities.byUserName(userName, kind);
  return other !== undefined && other._id !== id && !records.has(other._id);
}
