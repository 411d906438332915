import type { Random } from './deterministic.ts';
import { commonClasses, legacyClasses } from './java-classes.ts';
import { callbackClasses } from './legacy-callbacks.ts';
import { create, define, dictionary, FailureError, hasOwn, indexOfText, keysOf, registry, sliceText, toText } from './primordials.ts';

type Package = Record<string, unknown>;
type Classes = Record<string, unknown>;

const ProxyOf = Proxy;
const ROOTS = ['java', 'javax', 'org', 'com', 'net', 'edu'];

/** Full names of classes and packages, for `JavaImporter`. */
interface Names {
  classes: ReturnType<typeof registry<string>>;
  packages: ReturnType<typeof registry<string>>;
}

/**
 * A package: its classes and, for every other name, a package again, as in Rhino; so a class that is missing or blocked fails in its words:
 * `[JavaPackage java.util.HashMap] is not a function, it is object.` (facts 6.4).
 */
function javaPackage(name: string, classes: Classes, names: Names): Package {
  const inner = dictionary<Package>();
  const shown = () => `[JavaPackage ${name}]`;
  const made = new ProxyOf(create(null) as Package, {
    get(_, key) {
      if (typeof key !== 'string') return undefined;
      if (key === 'toString' || key === 'valueOf') return shown;
      if (key === 'getClass' || key === 'class') throw new FailureError('Access to Java class "java.lang.Class" is prohibited.');
      const full = name === '' ? key : `${name}.${key}`;
      if (hasOwn(classes, full)) return classes[full];
      inner[key] ??= javaPackage(full, classes, names);
      return inner[key];
    },
    set: () => false,
    has: () => true,
  });
  names.packages.set(made, name);
  return made;
}

function importer(classes: Classes, names: Names): unknown {
  const all = keysOf(classes);
  const take = (scope: Package, item: unknown): void => {
    const className = names.classes.get(item);
    if (className !== undefined) define(scope, simple(className), item, true);
    const folder = names.packages.get(item);
    if (folder === undefined) return;
    for (let i = 0; i < all.length; i++) {
      const name = all[i] as string;
      if (indexOfText(name, `${folder}.`) === 0 && indexOfText(sliceText(name, folder.length + 1), '.') < 0)
        define(scope, simple(name), classes[name], true);
    }
  };
  return function JavaImporter(...imports: unknown[]): Package {
    const scope: Package = {};
    for (let i = 0; i < imports.length; i++) take(scope, imports[i]);
    define(scope, 'importPackage', (item: unknown) => take(scope, item), false);
    define(scope, 'importClass', (item: unknown) => take(scope, item), false);
    return scope;
  };
}

function simple(name: string): string {
  let at = name.length;
  while (at > 0 && name[at - 1] !== '.') at--;
  return sliceText(name, at);
}

function globalsOf(classes: Classes): Record<string, unknown> {
  const names: Names = { classes: registry<string>(), packages: registry<string>() };
  const all = keysOf(classes);
  for (let i = 0; i < all.length; i++) names.classes.set(classes[all[i] as string] as object, toText(all[i]));
  const root = javaPackage('', classes, names);
  const found: Record<string, unknown> = { Packages: root, JavaImporter: importer(classes, names) };
  for (let i = 0; i < ROOTS.length; i++) found[ROOTS[i] as string] = root[ROOTS[i] as string];
  return found;
}

/** `Packages`, `java`, `javax`, `org`, `com` and `JavaImporter` of legacy scripts. */
export function javaGlobals(random: Random, actionClass: unknown): Record<string, unknown> {
  const classes: Classes = { ...commonClasses(), ...legacyClasses(random), 'org.forgerock.openam.auth.node.api.Action': actionClass };
  callbackClasses((name, javaClass) => {
    classes[name] = javaClass;
  });
  return globalsOf(classes);
}

/** The same for next-generation scripts: the fixed allow-list, without `Action` and the callback classes (facts 6.2, 6.4). */
export function nextGenJavaGlobals(): Record<string, unknown> {
  return globalsOf(commonClasses());
}
