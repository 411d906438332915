/** Node state keys that may be there. `any`: others too, which only a run knows. */
export interface Keys {
  names: ReadonlySet<string>;
  any: boolean;
}

export const NO_KEYS: Keys = { names: new Set(), any: false };
export const ANY_KEY: Keys = { names: new Set(), any: true };

/** Whether a key may be among these. `customer._id` is in `customer` as well as under its own name. */
export function has({ names, any }: Keys, key: string): boolean {
  return any || names.has(key) || (key.includes('.') && names.has(key.slice(0, key.indexOf('.'))));
}

export function union(all: readonly Keys[]): Keys {
  return { names: new Set(all.flatMap(({ names }) => [...names])), any: all.some(({ any }) => any) };
}

/** Keys that are in each of them. One that may hold anything takes nothing away. */
export function common(all: readonly Keys[]): Keys {
  const known = all.filter(({ any }) => !any);
  const [first, ...rest] = known;
  if (first === undefined) return all.length === 0 ? NO_KEYS : union(all);
  return { names: new Set([...first.names].filter((key) => rest.every(({ names }) => names.has(key)))), any: false };
}

/** Keys that AM itself keeps in node state from the start, or while a journey runs (facts 2.4, AM 8.0.2 source). */
export const AM_KEYS: ReadonlySet<string> = new Set([
  'realm',
  'authLevel',
  'targetAuthLevel',
  'currentNodeId',
  'pageNodeCallbacks',
  'userGotoParam',
  'userGotoOnFailParam',
  'NodeType',
  'universalId',
  'userInfo',
  'config',
]);
