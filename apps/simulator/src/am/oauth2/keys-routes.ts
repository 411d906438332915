import * as z from 'zod';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import { findRealm } from '../../realms/find.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import type { RealmKeys } from './keys.ts';

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });

/** The keys that a realm's tokens are signed with. */
export function keysRoutes(realms: RealmStore, keys: RealmKeys): ApiRoute[] {
  return [
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/keys/rotate',
      summary: 'Makes new keys for the tokens of a realm',
      description: 'What was signed with the keys before stays good; a second rotation ends that.',
      tag: 'OAuth 2.0 clients',
      answer: { description: 'The public keys, the newest first.', schema: keysSchema },
      async handle({ params: { realm } }) {
        findRealm(realms, realm);
        await keys.rotate(realm);
        return (await keys.published(realm)) as z.input<typeof keysSchema>;
      },
    }),
  ];
}
