import type { MessageView, OutgoingMessage } from '@tandem/nodes';
import { sessionEvent } from '../event.ts';
import { own } from '../own.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { Message, SimulationState } from '../state.ts';
import { moment } from '../time.ts';
import type { VisitRun } from './run.ts';

/** Puts a message into the outbox. Nothing leaves the machine. */
export function sendMessage(run: VisitRun, node: ResolvedNode, outgoing: OutgoingMessage): string {
  const { draft, session, random } = run;
  const id = random.uuid();
  const message: Message = {
    id,
    session: session.id,
    node: node.id,
    kind: outgoing.kind,
    to: outgoing.to,
    from: outgoing.from ?? null,
    subject: outgoing.subject ?? null,
    text: outgoing.text,
    html: outgoing.html ?? null,
    links: outgoing.links ?? [],
    push: outgoing.push ? { ...outgoing.push, expiresAt: moment(outgoing.push.expiresAt) } : null,
    at: draft.state.now,
    answered: false,
    approved: null,
  };
  draft.create(['outbox', id], message);
  const event = sessionEvent(draft, 'message', session);
  event.node = node.id;
  event.nodeName = node.displayName;
  event.message = `${{ email: 'Email', sms: 'SMS', push: 'Push' }[outgoing.kind]} to ${outgoing.to}`;
  draft.emit(event);
  return id;
}

export function readMessage(state: SimulationState, id: string): MessageView | undefined {
  const message = own(state.outbox, id);
  return message && { id, kind: message.kind, answered: message.answered, approved: message.approved, push: message.push };
}
