import type { EngineEvent, PatchOp } from '@tandem/engine';
import { expect, it } from 'vitest';
import type { RealmChange } from '../storage/realm-change.ts';
import { IdentityWriteBack } from './identityWriteBack.ts';

const user = { _id: 'u', kind: 'user', userName: 'u' } as const;
const role = { type: 'alpha_role', object: { _id: 'r' } };
const event = (kind: EngineEvent['kind'], ...patch: PatchOp[]): EngineEvent => ({ seq: 1, at: 0, kind, patch });

async function written(events: readonly EngineEvent[]): Promise<RealmChange[]> {
  const changes: RealmChange[] = [];
  const writeBack = new IdentityWriteBack({ apply: async (_, change) => void changes.push(change as RealmChange) as never });
  writeBack.take('alpha', events);
  await writeBack.drain();
  return changes;
}

it('writes what the events changed of identities and objects, and nothing else', async () => {
  const events = [
    event('identity-changed', [['sessions', 's', 'node'], 'n'], [['identities', 'u'], user]),
    event('object-changed', [['objects', 'alpha_role/r'], role as never]),
    event('log', [['identities', 'other'], user]),
  ];
  const puts = [
    { kind: 'identities', key: 'u', body: user },
    { kind: 'objects', key: 'alpha_role/r', body: role },
  ];
  expect(await written(events)).toEqual([{ puts, deletes: [] }]);
});

it.each([
  ['deleted', [user, null], { puts: [], deletes: [{ kind: 'identities', key: 'u' }] }],
  ['created again', [null, user], { puts: [{ kind: 'identities', key: 'u', body: user }], deletes: [] }],
])('the last change decides: what is %s in the same breath is so in the realm', async (_, bodies, expected) => {
  expect(await written(bodies.map((body) => event('identity-changed', [['identities', 'u'], body])))).toEqual([expected]);
});
