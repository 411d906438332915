import { encode, wrapped } from './encode.ts';
import { collection } from './java.ts';
import { isMap } from './node-state.ts';
import { append, binding, define, FailureError, hasOwn, isArray, isInteger, keysOf, toNumber, toText } from './primordials.ts';

type Value = Record<string, unknown>;

function expect<T>(value: unknown, fits: boolean, type: string): T | null {
  if (value === null || value === undefined) return null;
  if (!fits) throw new FailureError(`org.forgerock.json.JsonValueException: Expecting a ${type}`);
  return value as T;
}

function child(value: unknown, key: unknown): unknown {
  if (isArray(value)) return value[toNumber(key)] ?? null;
  if (!isMap(value)) return null;
  return hasOwn(value, toText(key)) ? value[toText(key)] : null;
}

/** org.forgerock.json.JsonValue, what `nodeState.get` gives legacy scripts. */
export function jsonValue(initial: unknown): Value {
  let value = initial;
  const self: Value = binding({
    asString: () => expect(value, typeof value === 'string', 'java.lang.String'),
    asBoolean: () => expect(value, typeof value === 'boolean', 'java.lang.Boolean'),
    asInteger: () => expect(value, typeof value === 'number' && isInteger(value), 'java.lang.Integer'),
    asLong: () => expect(value, typeof value === 'number' && isInteger(value), 'java.lang.Long'),
    asDouble: () => expect(value, typeof value === 'number', 'java.lang.Double'),
    asNumber: () => expect(value, typeof value === 'number', 'java.lang.Number'),
    asMap: () => expect(value, isMap(value), 'java.util.Map'),
    asList: () => expect(value, isArray(value), 'java.util.List'),
    asCollection: () => expect(value, isArray(value), 'java.util.Collection'),
    getObject: () => value ?? null,
    isNull: () => value === null || value === undefined,
    isNotNull: () => value !== null && value !== undefined,
    isString: () => typeof value === 'string',
    isBoolean: () => typeof value === 'boolean',
    isNumber: () => typeof value === 'number',
    isMap: () => isMap(value),
    isList: () => isArray(value),
    isCollection: () => isArray(value),
    isDefined: (key: unknown) => (isMap(value) ? hasOwn(value, toText(key)) : isArray(value) && toNumber(key) < value.length),
    contains: (item: unknown) => {
      const items = isArray(value) ? value : [];
      for (let i = 0; i < items.length; i++) if (items[i] === item) return true;
      return false;
    },
    get: (key: unknown) => jsonValue(child(value, key)),
    put: (key: unknown, item: unknown) => {
      if (typeof value !== 'object' || value === null)
        throw new FailureError('org.forgerock.json.JsonValueException: Expecting a java.util.Map or java.util.List');
      define(value, toText(key), item, true);
      return self;
    },
    add: (...args: unknown[]) => {
      if (isArray(value)) append(value, args[0]);
      else if (isMap(value)) define(value, toText(args[0]), args[1], true);
      else throw new FailureError('org.forgerock.json.JsonValueException: Expecting a java.util.Map or java.util.List');
      return self;
    },
    setObject: (item: unknown) => {
      value = item;
      return self;
    },
    size: () => (isArray(value) ? value.length : isMap(value) ? keysOf(value).length : 0),
    keys: () => collection(isMap(value) ? keysOf(value) : []),
    toString: () => encode(value),
  });
  wrapped.set(self, () => value);
  return self;
}
