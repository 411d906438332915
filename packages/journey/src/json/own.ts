import type { Json, JsonObject } from '../model.ts';

/**
 * The record's own entry. Realm keys are chosen by people, so a plain index would find `Object.prototype`'s members for a journey that is
 * called `toString`.
 */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A JSON object: not null, not a list. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): value is Record<string, unknown>;
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
