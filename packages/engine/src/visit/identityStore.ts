import type { Identity } from '@tandem/journey';
import type { IdentityWrite } from '@tandem/nodes';
import { identitiesOf } from '../identities.ts';
import type { ResolvedNode } from '../model.ts';
import { logLine, sessionFields, type VisitRun } from './run.ts';

/** Writes an identity, or deletes it (null), over the realm's own. */
export function writeIdentity(run: VisitRun, node: ResolvedNode, id: string, record: Identity | null): void {
  const { draft, session } = run;
  draft.set(['identities', id], record);
  draft.emit({
    kind: 'identity-changed',
    ...sessionFields(session),
    node: node.id,
    nodeName: node.displayName,
    message: `Identity ${record?.userName ?? id} ${record ? 'changed' : 'deleted'}`,
  });
}

/**
 * Writes what a script changed to the identity as it is now: others may have written since the script began. An identity that was deleted meanwhile
 * stays deleted.
 */
export function applyIdentityWrite(run: VisitRun, node: ResolvedNode, write: IdentityWrite): void {
  const { id } = write;
  if ('record' in write) writeIdentity(run, node, id, write.record);
  else if ('created' in write) writeIdentity(run, node, id, write.created);
  else {
    const current = identitiesOf(run.model, run.draft.state).byId(id);
    if (current) writeIdentity(run, node, id, changed(current, write));
    else logLine(run, node, 'warn', `Identity ${id} was deleted while the script changed it; the change is dropped.`);
  }
}

function changed(current: Identity, { set, removed }: Extract<IdentityWrite, { set: unknown }>): Identity {
  const kept = Object.entries(current).filter(([key]) => !removed.includes(key));
  return { ...Object.fromEntries(kept), ...set } as Identity;
}
