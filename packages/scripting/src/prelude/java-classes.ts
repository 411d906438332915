import type { Random } from './deterministic.ts';
import { encode, text } from './encode.ts';
import { collection, java } from './java.ts';
import { durationClass } from './java-duration.ts';
import { jsonValue } from './json-value.ts';
import { append, define, dictionary, isArray, joinText, keysOf, toNumber, toText } from './primordials.ts';
import { randomUuid } from './utils.ts';

type Make = (...args: unknown[]) => unknown;

function javaString(value: unknown): string {
  if (!isArray(value)) return text(value ?? '');
  const letters: string[] = [];
  for (let i = 0; i < value.length; i++) append(letters, toText(value[i]));
  return joinText(letters, '');
}
const emptyMap = () => java(dictionary<unknown>());
const listOf = (...items: unknown[]) => collection(items.length === 1 && isArray(items[0]) ? items[0] : items);

function copyOf(items: unknown): unknown[] {
  const copy: unknown[] = [];
  if (isArray(items)) for (let i = 0; i < items.length; i++) append(copy, items[i]);
  return copy;
}
const arrayList: Make = (items) => collection(copyOf(items));

/** A set: `add` takes a value once; a tree set is kept in order. */
function setOf(sorted: boolean): Make {
  return (items) => {
    const set = collection([]) as unknown[] & { contains(item: unknown): boolean };
    const add = (item: unknown): boolean => {
      if (set.contains(item)) return false;
      let at = set.length;
      append(set, item);
      while (sorted && at > 0 && (set[at - 1] as string) > (item as string)) {
        define(set, at, set[at - 1], true);
        at -= 1;
        define(set, at, item, true);
      }
      return true;
    };
    define(set, 'add', add, false);
    const given = copyOf(items);
    for (let i = 0; i < given.length; i++) add(given[i]);
    return set;
  };
}

function mapOf(items: unknown): unknown {
  const map = emptyMap() as Record<string, unknown>;
  if (typeof items === 'object' && items !== null) {
    const names = keysOf(items);
    for (let i = 0; i < names.length; i++) define(map, names[i] as string, (items as Record<string, unknown>)[names[i] as string], true);
  }
  return map;
}

/** `new` on a function that returns a primitive would give an object, so constructors of primitives wrap nothing and scripts get text. */
function constructible(make: Make): unknown {
  return function JavaClass(...args: unknown[]): unknown {
    const made = make(...args);
    return typeof made === 'object' ? made : Object(made);
  };
}

const parsed = (value: unknown): number => {
  const number = toNumber(value);
  if (!(number <= 0 || number >= 0)) throw new Error(`java.lang.NumberFormatException: For input string: "${toText(value)}"`);
  return number;
};

/** Classes that scripts of both engines may use (facts 6.4: the fixed allow-list), by full name. */
export function commonClasses(): Record<string, unknown> {
  const numbers = { parseInt: parsed, parseDouble: parsed, valueOf: parsed, toString: (value: unknown) => encode(value), MAX_VALUE: 2147483647 };
  const truth = (value: unknown) => toText(value) === 'true';
  return {
    'org.forgerock.json.JsonValue': { json: (value: unknown) => jsonValue(value ?? null), object: emptyMap, array: listOf },
    'java.lang.String': constructible(javaString),
    'java.lang.Boolean': { TRUE: true, FALSE: false, parseBoolean: truth, valueOf: truth },
    'java.lang.Integer': numbers,
    'java.lang.Long': numbers,
    'java.lang.Double': numbers,
    'java.util.ArrayList': constructible(arrayList),
    'java.util.LinkedList': constructible(arrayList),
    'java.util.HashSet': constructible(setOf(false)),
    'java.util.LinkedHashSet': constructible(setOf(false)),
    'java.util.TreeSet': constructible(setOf(true)),
    'java.util.Collections': { emptyList: () => collection([]), emptyMap, emptySet: () => collection([]), singletonList: listOf, singleton: listOf },
    'java.util.Date': Date,
  };
}

/** What legacy scripts may use besides; next-generation ones may not (`java.util.HashMap` is blocked there). */
export function legacyClasses(random: Random): Record<string, unknown> {
  return {
    'java.util.HashMap': constructible(mapOf),
    'java.util.LinkedHashMap': constructible(mapOf),
    'java.util.TreeMap': constructible(mapOf),
    'java.time.Duration': durationClass,
    'java.util.Arrays': { asList: listOf },
    'java.util.UUID': { randomUUID: () => ({ toString: () => randomUuid(random) }) },
  };
}
