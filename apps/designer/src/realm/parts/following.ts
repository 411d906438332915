const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether both sides changed a field of what they began with, each to something else. Lists are one value. */
export function clash(mine: unknown, base: unknown, theirs: unknown): boolean {
  if (same(mine, base) || same(theirs, base) || same(mine, theirs)) return false;
  if (!isRecord(mine) || !isRecord(base) || !isRecord(theirs)) return true;
  return [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].some((name) => clash(mine[name], base[name], theirs[name]));
}

/**
 * What a person is editing after somebody else changed what it is based on: fields that the person changed stay, the others follow. Lists are one
 * value.
 *
 * @param base what both sides began with
 */
export function following<T>(mine: T, base: T, theirs: T): T {
  if (same(mine, base)) return theirs;
  if (!isRecord(mine) || !isRecord(base) || !isRecord(theirs)) return mine;
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((name) => [name, following(mine[name], base[name], theirs[name])]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as T;
}
