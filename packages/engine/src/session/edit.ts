import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import type { Input, Session } from '../state.ts';

/**
 * A person changes node state by hand: whatever runs next finds it so. A visit that is under way sees it when it is made again with the answer that
 * it waits for. Of a session that ended nothing reads the state any more; `__proto__` is no key (see Draft).
 */
export function editState(draft: Draft, session: Session, { scope, key, value }: Extract<Input, { kind: 'edit' }>): void {
  if (session.status.kind === 'ended' || key === '__proto__') return;
  const path = ['sessions', session.id, scope, key];
  if (value !== undefined) draft.set(path, value);
  else if (Object.hasOwn(session[scope], key)) draft.remove(path);
  else return;
  const event = sessionEvent(draft, 'state-edited', session);
  if (session.node !== null) event.node = session.node;
  event.message = `"${key}" in ${scope} state was ${value === undefined ? 'removed' : 'set'} by hand`;
  event.because = 'edited by hand';
  event.writes = [{ key, scope }];
  draft.emit(event);
}
