import { describe, expect, it } from 'vitest';
import { QueryFilterError } from './ast.ts';
import { matchesFilter } from './match.ts';
import { parseQueryFilter } from './parse.ts';

const bjensen = {
  userName: 'bjensen',
  mail: 'Barbara@Example.com',
  age: 42,
  active: true,
  manager: null,
  groups: ['staff', 'Admins'],
  empty: [],
  address: { city: 'Bristol', 'a/b~c': 'odd' },
  devices: [
    { type: 'push', rank: 1 },
    { type: 'otp', rank: 2 },
  ],
  note: `it's "quoted"`,
};
const matches = (filter: string) => matchesFilter(parseQueryFilter(filter), bjensen);

describe('a filter that fits', () => {
  it.each([
    'true',
    '!false',
    'userName eq "bjensen"',
    '/userName eq "bjensen"',
    "userName eq 'bjensen'",
    'userName eq "BJENSEN"',
    'mail co "example"',
    'mail sw "BARBARA"',
    'age eq 42',
    'age gt 41.5',
    'age ge 42',
    'age lt 1e3',
    'age le 42',
    'age ge -1',
    'userName gt "a"',
    'userName le "bjensen"',
    'active eq true',
    'active co true',
    'active gt false',
    'active le true',
    'age co 42',
    'age sw 42',
    'userName ge "BJENSEN"',
    "(mail co 'EXAMPLE' and !(age lt 18)) or false",
    'userName pr and mail pr and address pr',
    'manager eq null',
    'age pr',
    'active pr',
    '/address/city eq "bristol"',
    'address/city eq "Bristol"',
    '/address/a~1b~0c eq "odd"',
    'groups eq "admins"',
    'groups co "ad"',
    'devices/type eq "otp"',
    '/devices/1/rank eq 2',
    '!(mail eq "x")',
    '!nothing pr',
    '!(manager pr)',
    '!empty pr',
    '!!true',
    '(true)',
    'true or false and false',
    '(false or true) and true',
    'false or userName sw "b" and age eq 42',
    '  userName   eq   "bjensen"  ',
    '(userName eq "bjensen")and(age eq 42)',
    'userName EQ "bjensen" AND TRUE',
    `note eq "it's \\"quoted\\""`,
    `note eq 'it\\'s "quoted"'`,
    '!(userName eq "x" or userName eq "y")',
    '!(userName eq "x") and age eq 42',
  ])('%s', (filter) => {
    expect(matches(filter)).toBe(true);
  });
});

describe('a filter that does not fit', () => {
  it.each([
    'false',
    '!true',
    'userName eq "scarter"',
    'nothing pr',
    'nothing eq null',
    'age eq "42"',
    'age co 4',
    'userName lt "a"',
    'age gt 42',
    'active eq false',
    'active eq "true"',
    'active lt true',
    'active sw false',
    'age sw 4',
    'age eq true',
    'active eq 1',
    'manager co null',
    'userName co 1',
    'address/city/street pr',
    'groups/2 pr',
    'toString pr',
    'groups eq "guests"',
    'devices/rank gt 2',
    '/devices/7/rank pr',
    '(true or true) and false',
    'manager lt 1',
    'address eq "Bristol"',
  ])('%s', (filter) => {
    expect(matches(filter)).toBe(false);
  });
});

describe('a filter that cannot be parsed', () => {
  it.each<[string, number, string]>([
    ['', 0, 'a field'],
    ['userName', 8, 'pr, eq'],
    ['userName eq', 11, 'a value'],
    ['userName eq bjensen', 12, 'a string in quotes'],
    ['userName is "x"', 9, 'pr, eq'],
    ['userName eq "x', 12, 'the closing quote'],
    ['(true', 5, '")"'],
    ['true)', 4, '"and", "or" or the end'],
    ['true and', 8, 'a field'],
    ['true true', 5, '"and"'],
    ['! ', 2, 'a field'],
    ['a//b pr', 0, 'a field'],
    ['"a" eq 1', 0, 'a field'],
    ['a eq (1)', 5, 'a value'],
    ['/ pr', 0, 'a field'],
  ])('%j says where and what was expected', (filter, position, expected) => {
    try {
      parseQueryFilter(filter);
    } catch (error) {
      if (!(error instanceof QueryFilterError)) throw error;
      expect([error.position, error.expected]).toEqual([position, expect.stringContaining(expected)]);
      expect(error.message).toContain(`position ${position}: expected`);
      return;
    }
    expect.fail('it was parsed');
  });

  it('refuses nesting that would exhaust the stack', () => {
    for (const sign of ['(', '!']) expect(() => parseQueryFilter(sign.repeat(100_000))).toThrow('at most 200 levels');
  });
});

it('and binds closer than or', () => {
  expect(parseQueryFilter('a pr or b pr and !c pr')).toEqual({
    op: 'or',
    of: [
      { op: 'pr', path: ['a'] },
      {
        op: 'and',
        of: [
          { op: 'pr', path: ['b'] },
          { op: 'not', of: { op: 'pr', path: ['c'] } },
        ],
      },
    ],
  });
});
