import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { answered } from '../testing/support.ts';

const { value } = testPool();
const shared = { list: ['a', 'b', 'c'], map: { one: 1, two: { deep: true } }, text: 'abc', none: null };

describe('state values are JavaScript and Java at once', () => {
  test.each<[string, unknown]>([
    ['nodeState.get("list").get(1)', 'b'],
    ['nodeState.get("list")[1]', 'b'],
    ['nodeState.get("list").size() + nodeState.get("list").length', 6],
    ['nodeState.get("list").isEmpty()', false],
    ['nodeState.get("list").contains("c")', true],
    ['nodeState.get("list").includes("c")', true],
    ['nodeState.get("list").map(function (x) { return x + x; }).join()', 'aa,bb,cc'],
    ['Array.isArray(nodeState.get("list"))', true],
    ['JSON.stringify(nodeState.get("list"))', '["a","b","c"]'],
    ['(function () { var keys = []; for (var k in nodeState.get("list")) keys.push(k); return keys.join(); })()', '0,1,2'],
    ['nodeState.get("map").get("one") + nodeState.get("map").one', 2],
    ['nodeState.get("map").get("three")', null],
    ['nodeState.get("map").two.get("deep")', true],
    ['nodeState.get("map").keySet().size()', 2],
    ['nodeState.get("map").keySet().contains("two")', true],
    ['nodeState.get("map").containsKey("one")', true],
    ['Object.keys(nodeState.get("map")).join()', 'one,two'],
    ['(function () { var keys = []; for (var k in nodeState.get("map")) keys.push(k); return keys.join(); })()', 'one,two'],
    ['(function () { var m = nodeState.get("map"); m.put("three", 3); return JSON.stringify(m); })()', '{"one":1,"two":{"deep":true},"three":3}'],
    ['(function () { var m = nodeState.get("map"); m.remove("two"); return m.size(); })()', 1],
    ['(function () { var l = nodeState.get("list"); l.add("d"); return l.length; })()', 4],
    ['(function () { nodeState.get("map").one = 5; return nodeState.get("map").one; })()', 1],
    ['(function () { var e = nodeState.get("map").entrySet().iterator().next(); return e.getKey() + e.getValue(); })()', 'one1'],
    ['nodeState.get("text") + nodeState.get("text").length', 'abc3'],
    ['nodeState.get("none")', null],
    ['nodeState.get("missing")', null],
    ['typeof nodeState.get("text").asString', 'undefined'],
  ])('%s', async (expression, expected) => {
    expect(await value(`outcome = ${expression};`, { shared })).toEqual(expected);
  });

  test("reading past the end is Java's exception", async () => {
    await expect(value('nodeState.get("list").get(3)', { shared })).rejects.toThrow(
      'java.lang.IndexOutOfBoundsException: Index 3 out of bounds for length 3',
    );
  });
});

describe('collections from Java have no array methods', () => {
  const id = '7d9f3a1e-0c3b-4f6e-9a55-1f2b3c4d5e6f';
  test.each<[string, unknown]>([
    ['mails[0]', 'bjensen@example.com'],
    ['mails.get(0)', 'bjensen@example.com'],
    ['mails.size()', 1],
    ['mails.length', 1],
    ['mails.iterator().next()', 'bjensen@example.com'],
    ['mails.toArray()[0]', 'bjensen@example.com'],
    ['mails.contains("bjensen@example.com")', true],
    ['"" + mails', '[bjensen@example.com]'],
    ['JSON.stringify(mails)', '["bjensen@example.com"]'],
    ['Array.from(mails).length', 1],
    ['typeof mails.includes + typeof mails.map', 'undefinedundefined'],
  ])('%s', async (expression, expected) => {
    expect(await value(`var mails = idRepository.getIdentity("${id}").getAttributeValues("mail"); outcome = ${expression};`)).toEqual(expected);
  });

  test("Rhino's words for a function that is not there", async () => {
    await expect(value(`var mails = idRepository.getIdentity("${id}").getAttributeValues("mail"); mails.includes("x");`)).rejects.toThrow(
      'TypeError: Cannot find function includes in object [bjensen@example.com].',
    );
  });

  test('callback values', async () => {
    const callbacks = [answered('NameCallback', 'a'), answered('NameCallback', 'b')];
    expect(
      await value(
        'var names = callbacks.getNameCallbacks(); outcome = [names.size(), names.length, names[1], names.get(0), names.isEmpty()].join();',
        { callbacks },
      ),
    ).toBe('2,2,b,a,false');
  });
});

describe('request maps', () => {
  const request = {
    requestHeaders: { 'user-agent': ['curl'], Origin: ['https://a', 'https://b'] },
    requestParameters: { goto: ['/x'] },
    requestCookies: { session: 'abc' },
  };
  test.each<[string, unknown]>([
    ['requestHeaders.get("origin").get(0)', 'https://a'],
    ['requestHeaders.get("USER-AGENT")[0]', 'curl'],
    ['requestHeaders.get("missing")', null],
    ['requestHeaders.containsKey("ORIGIN")', true],
    ['(function () { var keys = []; for (var k in requestHeaders) keys.push(k); return keys.join(); })()', 'user-agent,Origin'],
    ['requestParameters.get("goto").get(0)', '/x'],
    ['requestCookies.get("session") + requestCookies.session', 'abcabc'],
  ])('%s', async (expression, expected) => {
    expect(await value(`outcome = ${expression};`, request)).toEqual(expected);
  });

  test("keySet is prohibited, as AM's class filter has it", async () => {
    await expect(value('requestHeaders.keySet()', request)).rejects.toThrow('is prohibited');
  });
});
