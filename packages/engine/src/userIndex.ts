import type { Identity, Json } from '@tandem/journey';

/** Attributes that are indexed: more than journeys ask for, few enough that made-up names cannot fill the memory. */
const MOST = 32;

/** Users of a realm by their attributes. A realm may have tens of thousands, and a journey looks one up at many of its nodes. */
export class UserIndex {
  private readonly attributes = new Map<string, Map<string, Identity[]>>();

  constructor(private readonly users: readonly Identity[]) {}

  /** All users whose attribute equals the value, in the realm's order. */
  find(attribute: string, value: Json): readonly Identity[] {
    const index = typeof value === 'string' ? this.indexOf(attribute) : undefined;
    if (index) return index.get(keyOf(value as string)) ?? [];
    return this.users.filter((user) => attributeEquals(user[attribute] as Json | undefined, value));
  }

  private indexOf(attribute: string): Map<string, Identity[]> | undefined {
    let index = this.attributes.get(attribute);
    if (!index && this.attributes.size < MOST) {
      index = new Map();
      for (const user of this.users) add(index, user, user[attribute] as Json | undefined);
      this.attributes.set(attribute, index);
    }
    return index;
  }
}

function add(index: Map<string, Identity[]>, user: Identity, stored: Json | undefined): void {
  if (Array.isArray(stored)) {
    for (const value of stored) add(index, user, value);
    return;
  }
  if (typeof stored !== 'string') return;
  const users = index.get(keyOf(stored));
  if (!users) index.set(keyOf(stored), [user]);
  else if (users.at(-1) !== user) users.push(user);
}

function keyOf(text: string): string {
  return text.toLowerCase();
}

/** Whether an attribute holds a value, as AM's store compares: texts ignoring case, lists by any of their entries. */
export function attributeEquals(stored: Json | undefined, wanted: Json): boolean {
  if (Array.isArray(stored)) return stored.some((value) => attributeEquals(value, wanted));
  if (typeof stored === 'string' && typeof wanted === 'string') return keyOf(stored) === keyOf(wanted);
  return stored !== undefined && stored !== null && stored === wanted;
}
