import { type CustomNodeType, deepEqual, type Json, type JsonObject, own } from '@tandem/journey';
import { fitted } from './values.ts';

/** A value of a node that does not stay as it is. */
export interface ValueChange {
  /** Label of the property. */
  label: string;
  before: Json;
  /** Absent: the node has no value of it any more. */
  after?: Json;
  /** `removed`: the property is gone. `unfit`: nothing of the value fits. `fitted`: it fits in another form. */
  why: 'removed' | 'unfit' | 'fitted';
}

/**
 * The configuration of a node after its type has changed. Values that do not fit give way to the property's default, and properties that are new
 * start with theirs, as on a node that is placed anew.
 *
 * @param renamed property's new name -> its old one
 */
export function configAfter(before: CustomNodeType, after: CustomNodeType, renamed: Readonly<Record<string, string>>, config: JsonObject) {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}];
  const newNames = new Map(Object.entries(renamed).map(([name, was]) => [was, name]));
  /** What the property was called before; undefined for a new one, also when it has the old name of another. */
  const originOf = (name: string) => own(renamed, name) ?? (newNames.has(name) ? undefined : name);
  const values: ValueChange[] = [];
  const next: JsonObject = {};
  for (const [name, value] of Object.entries(config)) {
    const was = own(old, name);
    const target = newNames.get(name) ?? name;
    const property = own(now, target);
    if (property === undefined) {
      // What no property ever was (a field that AM or a file brought) stays.
      if (was === undefined) next[name] = value;
      else if (!isUnset(value)) values.push({ label: was.title || name, before: value, why: 'removed' });
      continue;
    }
    if (was && deepEqual(was, property)) {
      next[target] = value;
      continue;
    }
    const held = isUnset(value) ? value : fitted(property, value);
    if (held !== undefined) next[target] = held;
    else if (!isUnset(property.defaultValue)) next[target] = property.defaultValue as Json;
    const label = property.title || target;
    if (held === undefined) {
      values.push({ label, before: value, ...(next[target] === undefined ? {} : { after: next[target] }), why: 'unfit' });
    } else if (!deepEqual(held, value)) values.push({ label, before: value, after: held, why: 'fitted' });
  }
  const needs: string[] = [];
  for (const [name, property] of Object.entries(now)) {
    const origin = originOf(name);
    const was = origin === undefined ? undefined : own(old, origin);
    if (was === undefined && isUnset(next[name]) && !isUnset(property.defaultValue)) next[name] = property.defaultValue as Json;
    // One that was asked for before and not given is no news.
    const lackedBefore = was?.required === true && origin !== undefined && isUnset(own(config, origin));
    if (property.required && isUnset(next[name]) && isUnset(property.defaultValue) && !lackedBefore) needs.push(property.title || name);
  }
  return { config: next, values, needs };
}

const isUnset = (value: Json | undefined): boolean => value === undefined || value === null || value === '';
