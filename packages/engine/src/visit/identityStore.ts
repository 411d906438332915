import type { Identity } from '@tandem/journey';
import type { ResolvedNode } from '../model.ts';
import { sessionFields, type VisitRun } from './run.ts';

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
