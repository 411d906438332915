import type { Random } from './deterministic.ts';
import { encode, text } from './encode.ts';
import { collection, java } from './java.ts';
import { jsonValue } from './json-value.ts';
import { actionClass } from './legacy-action.ts';
import { callbackClasses } from './legacy-callbacks.ts';
import { append, define, dictionary, hasOwn, indexOfText, isArray, joinText, keysOf, registry, sliceText, toNumber, toText } from './primordials.ts';
import { randomUuid } from './utils.ts';

type Package = Record<string, unknown>;

function javaString(value: unknown): string {
  if (!isArray(value)) return text(value ?? '');
  const letters: string[] = [];
  for (let i = 0; i < value.length; i++) append(letters, toText(value[i]));
  return joinText(letters, '');
}
const emptyList = () => collection([]);
const emptyMap = () => java(dictionary<unknown>());
const listOf = (...items: unknown[]) => collection(items.length === 1 && isArray(items[0]) ? items[0] : items);

/** `new` on a function that returns a primitive would give an object, so constructors of primitives wrap nothing and scripts get text. */
function constructible(make: (...args: unknown[]) => unknown): unknown {
  return function JavaClass(...args: unknown[]): unknown {
    const made = make(...(args as [unknown]));
    return typeof made === 'object' ? made : Object(made);
  };
}

/** The Java classes that legacy scripts commonly use, by full name. */
function classes(random: Random): Record<string, unknown> {
  const all: Record<string, unknown> = {
    'org.forgerock.openam.auth.node.api.Action': actionClass,
    'org.forgerock.json.JsonValue': { json: (value: unknown) => jsonValue(value ?? null), object: emptyMap, array: listOf },
    'java.lang.String': constructible(javaString),
    'java.lang.Boolean': {
      TRUE: true,
      FALSE: false,
      parseBoolean: (value: unknown) => toText(value) === 'true',
      valueOf: (value: unknown) => toText(value) === 'true',
    },
    'java.lang.Integer': {
      parseInt: (value: unknown) => toNumber(value),
      valueOf: (value: unknown) => toNumber(value),
      toString: (value: unknown) => encode(value),
    },
    'java.util.ArrayList': constructible(emptyList),
    'java.util.LinkedList': constructible(emptyList),
    'java.util.HashMap': constructible(emptyMap),
    'java.util.LinkedHashMap': constructible(emptyMap),
    'java.util.Arrays': { asList: listOf },
    'java.util.Collections': { emptyList, emptyMap, singletonList: listOf },
    'java.util.UUID': { randomUUID: () => ({ toString: () => randomUuid(random) }) },
    'java.util.Date': Date,
  };
  callbackClasses((name, javaClass) => {
    all[name] = javaClass;
  });
  return all;
}

function place(root: Package, name: string, value: unknown): void {
  const dot = indexOfText(name, '.');
  if (dot < 0) {
    define(root, name, value, true);
    return;
  }
  const head = sliceText(name, 0, dot);
  if (!hasOwn(root, head)) define(root, head, {}, true);
  const child = root[head] as Package;
  packages.set(child, true);
  place(child, sliceText(name, dot + 1), value);
}

/** Packages, so that `JavaImporter(javax.security.auth.callback)` takes all their classes. */
const packages = registry<boolean>();

/** `Packages`, `java`, `javax`, `org`, `com` and `JavaImporter` of legacy scripts. */
export function javaGlobals(random: Random): Record<string, unknown> {
  const all = classes(random);
  const names = keysOf(all);
  const simpleNames = registry<string>();
  const root: Package = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const value = all[name] as object;
    let at = name.length;
    while (at > 0 && name[at - 1] !== '.') at--;
    simpleNames.set(value, sliceText(name, at));
    place(root, name, value);
  }
  function JavaImporter(...imports: unknown[]): Package {
    const scope: Package = {};
    for (let i = 0; i < imports.length; i++) {
      const item = imports[i];
      const name = simpleNames.get(item);
      if (name !== undefined) define(scope, name, item, true);
      else if (packages.get(item)) {
        const members = keysOf(item as Package);
        for (let j = 0; j < members.length; j++) define(scope, members[j] as string, (item as Package)[members[j] as string], true);
      }
    }
    define(scope, 'importPackage', (item: Package) => void Object.assign(scope, item), false);
    return scope;
  }
  return { ...root, Packages: root, JavaImporter };
}
