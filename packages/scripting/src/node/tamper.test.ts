import { expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { answered } from '../testing/support.ts';

/** A script may replace built-ins (many carry polyfills); the bindings and what is recorded must not change. */
const pool = testPool();
/** The wider language, in which a script reaches more built-ins. */
const es6 = { language: 'es6' } as const;
const run = (source: string, bindings = {}) => pool.run(source, bindings, es6);
const value = (source: string, bindings = {}) => pool.value(source, bindings, es6);

const WORK = `
nodeState.putShared("object", { a: [1, { b: "x" }], c: null });
nodeState.mergeShared({ objectAttributes: { mail: "x@y" } });
var read = nodeState.get("given");
var user = openidm.query("managed/alpha_user", { _queryFilter: "true" }, ["userName"]).result.get(0).userName;
callbacksBuilder.textOutputCallback(1, { read: read, user: user, name: callbacks.getNameCallbacks().get(0) });
logger.info("{} and {}", "one", { two: 2 });
action.goTo("next").putSessionProperty("p", "v");`;

const tampering = [
  ['JSON', 'JSON.stringify = JSON.parse = function () { return "{}"; };'],
  ['toJSON', 'Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = function () { return "forged"; };'],
  [
    'array methods',
    'Object.getOwnPropertyNames(Array.prototype).forEach(function (n) { if (n !== "constructor" && n !== "length") Array.prototype[n] = function () { throw new Error("stolen"); }; });',
  ],
  ['array iteration', 'Array.prototype[Symbol.iterator] = function () { throw new Error("stolen"); };'],
  [
    'string methods',
    '["charCodeAt", "slice", "indexOf", "toLowerCase", "replace", "split", "toString", "valueOf"].forEach(function (n) { String.prototype[n] = function () { throw new Error("stolen"); }; });',
  ],
  ['function methods', 'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = function () { throw new Error("stolen"); };'],
  [
    'object functions',
    '["keys", "freeze", "defineProperty", "create", "setPrototypeOf", "getPrototypeOf", "entries", "assign"].forEach(function (n) { Object[n] = function () { throw new Error("stolen"); }; });',
  ],
  [
    'index setters',
    'for (var i = 0; i < 20; i++) Object.defineProperty(Array.prototype, i, { set: function () { throw new Error("stolen"); }, configurable: true });',
  ],
  ['descriptors', 'Object.prototype.get = Object.prototype.set = function () { throw new Error("stolen"); }; Object.prototype.writable = false;'],
  ['map methods', 'WeakMap.prototype.get = WeakMap.prototype.set = Map.prototype.get = function () { throw new Error("stolen"); };'],
  ['reflection', 'Reflect.apply = Reflect.construct = Reflect.ownKeys = function () { throw new Error("stolen"); };'],
  ['global constructors', 'Object = Array = String = Number = Error = TypeError = Date = Math = Reflect = JSON = WeakMap = undefined;'],
] as const;

test.each(tampering)('%s replaced: the result is the same', async (_, tamper) => {
  const bindings = { shared: { given: { deep: ['value'] } }, callbacks: [answered('NameCallback', 'bjensen')] };
  const expected = await run(WORK, bindings);
  expect(expected).toMatchObject({
    status: 'ok',
    outcome: 'next',
    sessionProperties: { p: 'v' },
    logs: [{ level: 'info', message: 'one and {"two":2}' }],
  });
  expect(expected.callbacks[0]?.output[0]?.value).toBe('{"read":{"deep":["value"]},"user":"bjensen","name":"bjensen"}');
  expect(await run(`${tamper}\n${WORK}`, bindings)).toEqual(expected);
});

test('bindings cannot be changed, but a variable of the same name may stand in for them', async () => {
  expect(await value('nodeState.get = function () { return "forged"; }; outcome = String(nodeState.get("x"));')).toBe('null');
  expect(await value('"use strict"; var outcome; try { nodeState.get = 1; outcome = "changed"; } catch (e) { outcome = "refused"; }')).toBe(
    'refused',
  );
  expect(await value('var realm = "other"; outcome = realm;')).toBe('other');
});

test('a forged __proto__ key is data like any other', async () => {
  const result = await run(
    'nodeState.putShared("__proto__", JSON.parse(\'{"__proto__":{"admin":true}}\')); outcome = String(nodeState.get("__proto__").admin) + ({}).admin;',
  );
  expect(result.outcome).toBe('undefinedundefined');
  expect(JSON.stringify(result.writes)).toBe('[{"op":"put","scope":"shared","key":"__proto__","value":{"__proto__":{"admin":true}}}]');
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test('the native functions and the prelude are out of reach', async () => {
  expect(
    await value(
      'outcome = Object.getOwnPropertyNames(globalThis).filter(function (n) { return /native|prelude|host|record|boot/i.test(n); }).join();',
    ),
  ).toBe('');
  expect(await value('try { outcome = String(arguments.callee.caller); } catch (e) { outcome = "none"; }')).toBe('none');
});

test('the checks that guard calls cannot be replaced, nor do they give anything away', async () => {
  const names = ['ʗmethod', 'ʗcallee', 'ʗmade', 'ʗread', 'ʗcaught'];
  for (const name of names) {
    const source = `try { ${name} = function () { return { get: function () { return "forged"; } }; }; } catch (e) {} delete this.${name}; outcome = String(nodeState.get("x"));`;
    expect(await value(source, { shared: { x: 'right' } })).toBe('right');
  }
  expect(await value(`outcome = [${names.join()}].every(function (f) { return Object.isFrozen(f); });`)).toBe(true);
});

test('a polluted Object.prototype reaches neither the bindings nor the next script', async () => {
  const polluted =
    'Object.prototype.outcome = "forged"; Object.prototype.get = function () { return "forged"; }; Object.prototype.length = 5; var a = 1;';
  expect((await run(`${polluted} action.goTo(nodeState.get("x"));`, { shared: { x: 'right' } })).outcome).toBe('right');
  expect(await value('outcome = typeof ({}).get + typeof ({}).outcome;')).toBe('undefinedundefined');
});

test.each([
  ['the constructor of a binding', 'outcome = nodeState.get.constructor("return typeof process")();'],
  ['the constructor of an error', 'try { null.x; } catch (e) { outcome = e.constructor.constructor("return typeof process")(); }'],
  [
    'the constructor of a host error',
    'try { openidm.read("endpoint/none"); } catch (e) { outcome = e.constructor.constructor("return typeof process")(); }',
  ],
  ['the constructor of a value', 'outcome = nodeState.keys().add.constructor("return typeof process")();'],
  ['the global object', 'outcome = typeof this.constructor.constructor("return this")().process;'],
  ['a Java class', 'try { java.lang.Runtime.getRuntime().exec("id"); } catch (e) { outcome = "undefined"; }'],
])('the host cannot be reached through %s', async (_, source) => {
  expect(await value(source)).toBe('undefined');
});
