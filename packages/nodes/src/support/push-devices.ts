import { type Identity, isObject, type Json, type JsonObject } from '@tandem/journey';
import { text } from './values.ts';

/** Push devices of a user, as `users/{user}/devices/push` names their fields. */

/** The devices that a user registered, oldest first. */
export function pushDevices(user: Identity): JsonObject[] {
  const devices = user.pushDevices as Json | undefined;
  return Array.isArray(devices) ? devices.filter((device) => isObject(device)) : [];
}

/** What tells a device from others: its mechanism's id where one is known, else its own. */
export function mechanismOf(device: JsonObject): string {
  return text(device, 'deviceMechanismUID') || text(device, 'uuid') || text(device, '_id');
}

/** The user with one device's last access noted; undefined when there is no such device. */
export function withAccess(user: Identity, mechanism: string, now: number): Identity | undefined {
  const devices = pushDevices(user);
  if (!devices.some((device) => mechanismOf(device) === mechanism)) return undefined;
  return { ...user, pushDevices: devices.map((device) => (mechanismOf(device) === mechanism ? { ...device, lastAccessDate: now } : device)) };
}
