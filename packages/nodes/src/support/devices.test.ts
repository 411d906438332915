import type { JsonObject } from '@tandem/journey';
import { expect, test } from 'vitest';
import { user } from '../testing/fake-context.ts';
import { firstValue } from './messaging.ts';
import { mechanismOf, pushDevices, withAccess } from './push-devices.ts';

const phone = { deviceMechanismUID: 'm1', uuid: 'u1', deviceName: 'Phone' };
const tablet = { uuid: 'u2' };
const bjensen = user({ _id: 'id-1', userName: 'bjensen', pushDevices: [phone, 'no device', tablet] });

test('devices are the records on the user, in their order; anything else there is none', () => {
  expect(pushDevices(bjensen)).toEqual([phone, tablet]);
  expect(pushDevices(user({ _id: 'id-2', userName: 'scarter', pushDevices: 'none' }))).toEqual([]);
});

test('a device is told from others by its mechanism, else by its own id', () => {
  const devices: JsonObject[] = [phone, tablet, { _id: 'd3' }, {}];
  expect(devices.map(mechanismOf)).toEqual(['m1', 'u2', 'd3', '']);
});

test('the last access is noted on the device that was used, and on no other', () => {
  expect(withAccess(bjensen, 'm1', 7)?.pushDevices).toEqual([{ ...phone, lastAccessDate: 7 }, tablet]);
  expect(withAccess(bjensen, 'other', 7)).toBeUndefined();
});

test('of an attribute with several values the first is sent to; a number is text, an empty text nothing', () => {
  const of = (mail: unknown) => firstValue(user({ _id: 'id-1', userName: 'bjensen', mail: mail as string }), 'mail');
  expect([of(['a@example.com', 'b@example.com']), of(41), of(''), of([]), of(true)]).toEqual([
    'a@example.com',
    '41',
    undefined,
    undefined,
    undefined,
  ]);
});
