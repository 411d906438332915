import { expect, test } from 'vitest';
import { atMoment, momentOf } from './address.ts';

test('the address names the moment, beside whatever else it names', () => {
  const href = atMoment('http://h/simulations/1?journey=Help%20desk', 34);
  expect(new URL(href).searchParams.get('journey')).toBe('Help desk');
  expect(momentOf(new URL(href).search)).toBe(34);
  expect(atMoment(href, 0)).toContain('moment=0');
  expect(momentOf(new URL(atMoment(href, null)).search)).toBeNull();
});

test.each(['', '?moment=', '?moment=-1', '?moment=1e9', '?moment=x', '?moment=99999999999999'])('%s is no moment', (search) =>
  expect(momentOf(search)).toBeNull(),
);
