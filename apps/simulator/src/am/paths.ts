/** Paths of AM's REST interface below a context such as `/am` or `/sim/1/am`. */

/** Realm part of a path, in each of the forms clients use, up to and with the resource's name. */
const realmForms = [
  '/json/realms/root/realms/:realm/RESOURCE', // what Ping's SDKs and frodo send
  '/json/realms/:realm/RESOURCE',
  '/json/:realm/RESOURCE',
  '/json/RESOURCE', // the realm in the query, else the root realm
] as const;

/** Express paths of a resource, the longest form first. */
export function realmPaths(resource: string): string[] {
  return realmForms.map((form) => form.replace('RESOURCE', resource));
}

/** "alpha" from "alpha", "/alpha" or "%2Falpha"; undefined when nothing is named. */
export function realmName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.replace(/^\/+/, '') : '';
  return name === '' ? undefined : name;
}
