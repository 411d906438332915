import { type JsonObject, objectKey, withChanges } from '@tandem/journey';
import type { ObjectWrite } from '@tandem/nodes';
import { sessionEvent } from '../event.ts';
import { objectsOf } from '../objects.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import { logLine, type VisitRun } from './run.ts';

/** Writes a managed object, or deletes it (null), over the realm's own. */
export function writeObject(run: VisitRun, node: ResolvedNode, type: string, id: string, object: JsonObject | null): void {
  const { draft, session } = run;
  const key = objectKey(type, id);
  draft.set(['objects', key], object && { type, object: { ...object, _id: id } });
  const event = sessionEvent(draft, 'object-changed', session);
  event.node = node.id;
  event.nodeName = node.displayName;
  event.message = `Object managed/${key} ${object ? 'changed' : 'deleted'}`;
  draft.emit(event);
}

/** Writes what a script changed to the object as it is now. One that was deleted meanwhile stays deleted. */
export function applyObjectWrite(run: VisitRun, node: ResolvedNode, write: ObjectWrite): void {
  const { type, id } = write;
  if ('deleted' in write) writeObject(run, node, type, id, null);
  else if ('created' in write) writeObject(run, node, type, id, write.created);
  else {
    const current = objectsOf(run.model, run.draft.state).byId(type, id);
    if (current) writeObject(run, node, type, id, withChanges(current, write.changes));
    else logLine(run, node, 'warn', `Object managed/${objectKey(type, id)} was deleted while the script changed it; the change is dropped.`);
  }
}
