import { isObject, type Json } from '@tandem/journey';
import { nativeDefinition } from '@tandem/nodes';

/** Choices that Ping's pages name, but whose spelling in a file no export or recording shows (facts 9). By node type and property. */
const UNCONFIRMED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  BackChannelInitNode: { idType: ['AGENT'], redirectUrlType: ['POST', 'CUSTOM', 'NONE'] },
};

export interface UnconfirmedValue {
  field: string;
  label: string;
  value: string;
}

/** Values of a node's configuration whose spelling nobody has confirmed. */
export function unconfirmedValues(type: string, config: Readonly<Record<string, unknown>>): UnconfirmedValue[] {
  return Object.entries(UNCONFIRMED[type] ?? {}).flatMap(([field, values]) => {
    const value = config[field];
    if (typeof value !== 'string' || !values.includes(value)) return [];
    return [{ field, label: nativeDefinition(type)?.fields[field]?.label ?? field, value }];
  });
}

/** The same of every node in an export of any format, each value once. */
export function unconfirmedInExport(file: Json): UnconfirmedValue[] {
  const found = new Map<string, UnconfirmedValue>();
  const open: Json[] = [file];
  for (const value of open) {
    if (typeof value !== 'object' || value === null) continue;
    const type = isObject(value) && isObject(value._type) ? value._type._id : undefined;
    if (typeof type === 'string' && isObject(value)) for (const one of unconfirmedValues(type, value)) found.set(`${one.field}/${one.value}`, one);
    else open.push(...(Object.values(value) as Json[]));
  }
  return [...found.values()];
}
