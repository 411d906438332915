import type { RealmNotice } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { EventHub } from './hub.ts';
import type { LiveMessage } from './message.ts';

/** Changes that are remembered for clients that lost their connection; older gaps are answered with "everything may have changed". */
const REMEMBERED = 2_000;

/** Publishes the store's changes as `realm:<name>`. A resource `*` of kind `*` means: read everything again. */
export function publishRealms(hub: EventHub, realms: RealmStore): void {
  const recent = new Map<string, { from: number; messages: LiveMessage[] }>();

  realms.subscribe((notice) => {
    const messages = messagesOf(notice);
    const log = recent.get(notice.realm) ?? { from: notice.version - 1, messages: [] };
    log.messages.push(...messages);
    if (log.messages.length > REMEMBERED) {
      log.messages = [];
      log.from = notice.version;
    }
    recent.set(notice.realm, log);
    hub.publish(`realm:${notice.realm}`, messages);
  });

  hub.register('realm', {
    latest: (name) => realms.load(name)?.version,
    after(name, seq) {
      const current = realms.load(name)?.version ?? 0;
      if (seq >= current) return [];
      const log = recent.get(name);
      if (log === undefined || seq < log.from) return [{ name: 'realm', data: { realm: name, kind: '*', id: '*' }, seq: current }];
      return log.messages.slice(log.messages.findLastIndex((message) => message.seq !== undefined && message.seq <= seq) + 1);
    },
  });
}

/** Only the last message of a change carries its seq: a client that lost its connection in between is given the whole change again. */
function messagesOf({ realm, version, changes, services }: RealmNotice): LiveMessage[] {
  const data = [
    ...changes.map(({ kind, key, revision }) => ({ realm, kind, id: key, ...(revision ? { version: revision.version } : {}) })),
    ...(services ? [{ realm, kind: 'services', id: '*' }] : []),
  ];
  return data.map((change, index) => ({ name: 'realm', data: change, ...(index === data.length - 1 ? { seq: version } : {}) }));
}
