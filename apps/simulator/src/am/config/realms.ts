import type { JsonObject } from '@tandem/journey';
import type { Collection } from './collection.ts';

/** `global-config/realms`: the root realm and Tandem's. Their ids are their paths in base64, as AM's are. */
export function realmsOf(names: () => readonly string[]): Collection {
  const all = (): JsonObject[] => [realmView('/', null), ...names().map((name) => realmView(name, '/'))];
  return { list: all, read: (_stored, id) => all().find(({ _id }) => _id === id) };
}

function realmView(name: string, parentPath: string | null): JsonObject {
  const path = parentPath === null ? '/' : `${parentPath}${name}`;
  return { _id: Buffer.from(path).toString('base64url'), parentPath, active: true, name, aliases: [] };
}
