import { randomUUID } from 'node:crypto';
import type { Change } from '@tandem/journey';
import type { IdentityWrite } from '@tandem/nodes';
import { hashPassword } from '../passwords.ts';

/** Users a script may give a password in one run: each costs a hash, which is slow on purpose. */
const MAX_USERS = 5;

/**
 * Passwords that a running script sets. Hashing in the host call would block this thread; so a marker stands in the identity until the script has
 * ended, and the password itself is known here alone.
 */
export class ScriptPasswords {
  private readonly kept = new Map<string, string>();
  private readonly users = new Set<string>();

  /** @returns what stands for the hash */
  keep(password: string, user: string): string {
    this.users.add(user);
    if (this.users.size > MAX_USERS) throw new Error(`the script sets the passwords of too many users: at most ${MAX_USERS}`);
    const marker = `pending$${randomUUID()}`;
    this.kept.set(marker, password);
    return marker;
  }

  /** The writes with hashes in place of markers. One after the other, so that password checks of others find a free thread. */
  async hashed(writes: readonly IdentityWrite[]): Promise<IdentityWrite[]> {
    const done: IdentityWrite[] = [];
    for (const write of writes) {
      if ('changes' in write) done.push({ ...write, changes: await Promise.all(write.changes.map((change) => this.withHashAt(change))) });
      else if ('set' in write) done.push({ ...write, set: await this.withHash(write.set) });
      else if ('created' in write) done.push({ ...write, created: await this.withHash(write.created) });
      else done.push(write);
    }
    return done;
  }

  private async withHashAt(change: Change): Promise<Change> {
    if (change.path.length !== 1 || change.path[0] !== 'passwordHash' || change.value === undefined) return change;
    return { ...change, value: (await this.withHash({ passwordHash: change.value })).passwordHash };
  }

  private async withHash<T extends object>(fields: T): Promise<T> {
    const marker = 'passwordHash' in fields ? fields.passwordHash : undefined;
    const password = typeof marker === 'string' ? this.kept.get(marker) : undefined;
    return password === undefined ? fields : { ...fields, passwordHash: await hashPassword(password) };
  }
}
