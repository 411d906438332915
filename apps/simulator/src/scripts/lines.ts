import { own, type Realm } from '@tandem/journey';
import type { IdentityWrite, ScriptMail, ScriptResult } from '@tandem/nodes';

/** What a script did beyond its node, one line each: a test run shows it and keeps nothing. */

export function identityLines({ identityWrites, objectWrites = [] }: ScriptResult, realm: Realm): string[] {
  return [
    ...identityWrites.map((write) => identityLine(write, realm)),
    ...(objectWrites ?? []).map((write) => {
      const name = `managed/${write.type}/${write.id}`;
      if ('created' in write) return `${name} created: ${Object.keys(write.created).join(', ')}`;
      return 'deleted' in write ? `${name} deleted` : `${name} changed: ${pathsOf(write.changes)}`;
    }),
  ];
}

function identityLine(write: IdentityWrite, realm: Realm): string {
  const known = own(realm.identities, write.id)?.userName;
  if ('created' in write) return `${write.created.userName} created: ${fieldsOf(write.created)}`;
  const name = known ?? write.id;
  if ('changes' in write) return `${name} changed: ${pathsOf(write.changes)}`;
  if ('set' in write) return `${name} changed: ${[...Object.keys(write.set), ...write.removed].map(shown).join(', ')}`;
  return write.record === null ? `${name} deleted` : `${name} replaced: ${fieldsOf(write.record)}`;
}

const shown = (field: string) => (field === 'passwordHash' ? 'password' : field);
const fieldsOf = (record: object) =>
  Object.keys(record)
    .filter((field) => field !== '_id' && field !== 'kind')
    .map(shown)
    .join(', ');

function pathsOf(changes: readonly { path: readonly (string | number)[]; value?: unknown }[]): string {
  return changes
    .map(({ path, value }) => {
      const name = shown(path.join('/'));
      const tellable = value !== undefined && name !== 'password';
      return tellable ? `${name} = ${JSON.stringify(value)}` : name;
    })
    .join(', ');
}

export function mailLines(mails: readonly ScriptMail[]): string[] {
  return mails.map((mail) => ('template' in mail ? `to ${mail.to} by the template ${mail.template}` : `to ${mail.to}: ${mail.subject ?? mail.body}`));
}

/** What else an action says. */
export function noteLines(result: ScriptResult): string[] {
  const texts: [string, unknown][] = [
    ['Identified user', result.identifiedUser],
    ['Identified agent', result.identifiedAgent],
    ['Error message', result.errorMessage],
    ['Lockout message', result.lockoutMessage],
    ['Longest session, minutes', result.maxSessionTime],
    ['Longest idle time, minutes', result.maxIdleTime],
    ['Audit entry', result.audit],
  ];
  const session = Object.entries(result.sessionProperties).map(([key, value]): [string, unknown] => [`Session property ${key}`, value ?? 'removed']);
  return [...texts, ...session].flatMap(([what, value]) =>
    value === undefined ? [] : [`${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
}
