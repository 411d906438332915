import type { ScriptLanguage } from '../language/types.ts';
import { define, dictionary, globals, indexOfText, lower, toText } from './primordials.ts';

/** Globals of newer languages that Rhino with ES6 off lacks: `"Map" is not defined.` (facts 6.4). */
const MISSING = [
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Symbol',
  'Promise',
  'Proxy',
  'Reflect',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'AggregateError',
  'Iterator',
  'AsyncIterator',
];

/** What each built-in has there (names of Rhino 1.7.14's own properties, language version 0); anything newer is taken away. */
const KEPT: Record<string, string> = {
  Object:
    'getPrototypeOf keys getOwnPropertyNames getOwnPropertySymbols getOwnPropertyDescriptor defineProperty isExtensible preventExtensions defineProperties create isSealed isFrozen seal freeze assign is',
  Array:
    'isArray of from join reverse sort push pop shift unshift splice concat slice indexOf lastIndexOf every filter forEach map some find findIndex reduce reduceRight',
  'Array.prototype':
    'constructor toString toLocaleString join reverse sort push pop shift unshift splice concat slice indexOf lastIndexOf every filter forEach map some find findIndex reduce reduceRight fill keys values entries includes copyWithin',
  String: 'fromCharCode fromCodePoint raw',
  'String.prototype':
    'constructor toString valueOf charAt charCodeAt indexOf lastIndexOf split substring toLowerCase toUpperCase substr concat slice bold italics fixed strike small big blink sup sub fontsize fontcolor link anchor match search replace localeCompare toLocaleLowerCase toLocaleUpperCase trim trimLeft trimRight includes startsWith endsWith normalize repeat codePointAt padStart padEnd trimStart trimEnd',
};
const ALWAYS = ' length name prototype ';
const { getOwnPropertyNames } = Object;

function prune(target: object, kept: string): void {
  const names = getOwnPropertyNames(target);
  const list = ` ${kept} `;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (indexOfText(list, ` ${name} `) < 0 && indexOfText(ALWAYS, ` ${name} `) < 0) delete (target as Record<string, unknown>)[name];
  }
}

const removable = dictionary<object>();
removable.Object = Object;
removable.Array = Array;
removable['Array.prototype'] = Array.prototype;
removable.String = String;
removable['String.prototype'] = String.prototype;

/** Makes the built-ins those of Rhino: with ES6 off what is newer is gone; Java's comparisons of strings are there in both languages. */
export function installRhinoWorld(language: ScriptLanguage): void {
  define(
    String.prototype,
    'equals',
    function equals(this: unknown, other: unknown) {
      return toText(this) === toText(other);
    },
    false,
  );
  define(
    String.prototype,
    'equalsIgnoreCase',
    function equalsIgnoreCase(this: unknown, other: unknown) {
      return lower(toText(this)) === lower(toText(other));
    },
    false,
  );
  if (language === 'es6') return;
  for (let i = 0; i < MISSING.length; i++) delete globals[MISSING[i] as string];
  for (const name in KEPT) {
    const kept = KEPT[name] as string;
    prune(removable[name] as object, name === 'String.prototype' ? `${kept} equals equalsIgnoreCase` : kept);
  }
}
