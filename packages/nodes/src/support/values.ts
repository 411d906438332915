import { isObject, type JsonObject, type LocaleMap } from '@tandem/journey';

/** Reading a configuration: nothing in it is trusted, because files and scripts write it. */

export function text(config: JsonObject, key: string): string {
  const value = config[key];
  return typeof value === 'string' ? value : '';
}

export function flag(config: JsonObject, key: string): boolean {
  return config[key] === true;
}

/** A finite number, or undefined. Numbers in text count: legacy scripts and old exports write them so. */
export function numeric(config: JsonObject, key: string): number | undefined {
  const value = config[key];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function texts(config: JsonObject, key: string): string[] {
  const value = config[key];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** The string entries of a map; anything else in it is left out. */
export function textMap(config: JsonObject, key: string): LocaleMap {
  const value = config[key];
  const map: LocaleMap = {};
  if (!isObject(value)) return map;
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string') map[name] = entry;
  }
  return map;
}

/** Major version of a node as its journey stores it: 2 of "2.0"; 1 where it is none. */
export function majorVersion(version: string): number {
  const major = Number.parseInt(version, 10);
  return Number.isNaN(major) ? 1 : major;
}

/** Joins the parts of a summary line, leaving out what says nothing. */
export function summarize(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part).join(' · ');
}

/** What AM writes where no script is chosen. */
const EMPTY_SCRIPT = '[Empty]';

/** Script ids named by a property: none when it is unset. */
export function scriptIds(config: JsonObject, key: string): string[] {
  const id = text(config, key);
  return id === '' || id === EMPTY_SCRIPT ? [] : [id];
}

/** Names of one property as a list: none when it is unset. */
export function named(config: JsonObject, key: string): string[] {
  const name = text(config, key);
  return name === '' ? [] : [name];
}
