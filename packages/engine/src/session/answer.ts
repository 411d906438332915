import { deepEqual } from '@tandem/journey';
import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import type { Model } from '../model.ts';
import type { GivenAnswer, Input, OwnedAnswer, RequestData, SentCallback, Session } from '../state.ts';
import { schedule } from './enter.ts';
import { useSso } from './sso.ts';
import { timeOut } from './timeOut.ts';

/** Takes the client's answers to the callbacks it was sent; each goes to the node that asked. The driver has checked key and types. */
export function answerSession(model: Model, draft: Draft, session: Session, input: Extract<Input, { kind: 'answer' }>): void {
  const { status } = session;
  if (status.kind !== 'callbacks' || status.suspended !== null || input.otk !== session.otk) return;
  if (draft.state.now >= session.expiresAt) {
    timeOut(draft, session);
    return;
  }
  const answers = status.callbacks.map(
    (sent, index): OwnedAnswer => ({
      node: sent.node,
      type: sent.type,
      output: sent.output,
      values: valuesOf(sent, input.answers[index]),
    }),
  );
  draft.set(['sessions', session.id, 'previous'], { otk: input.otk, digest: input.digest });
  // Query parameters belong to the start; on a later step they are ignored.
  const { base, headers, cookies, token } = input.request;
  const request: RequestData = { base, headers, parameters: session.request.parameters, cookies, token };
  // A client's requests are much alike, and each that is written stands in the log.
  if (!deepEqual(request, session.request)) draft.set(['sessions', session.id, 'request'], request);
  draft.set(['sessions', session.id, 'hops'], 0);
  useSso(draft, session);
  schedule(model, draft, session, answers);
  const types = status.callbacks.map((callback) => callback.type);
  const event = sessionEvent(draft, 'answered', session);
  if (session.node !== null) event.node = session.node;
  event.callbacks = types;
  event.message = `The client answered ${types.join(', ') || 'an empty step'}`;
  draft.emit(event);
}

/** What the client gave; inputs that it left out keep the value they were sent with. */
function valuesOf(sent: SentCallback, given: GivenAnswer | undefined): OwnedAnswer['values'] {
  const values: OwnedAnswer['values'] = {};
  for (const { suffix, value } of sent.input) values[suffix] = value;
  return given ? Object.assign(values, given.values) : values;
}
