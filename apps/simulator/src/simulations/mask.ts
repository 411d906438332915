import { createHash } from 'node:crypto';
import type { EngineEvent, PatchOp, SimulationState } from '@tandem/engine';
import { isSealed } from '@tandem/nodes';
import { CREDENTIAL } from './credential.ts';
import { maskedParts } from './sealed-texts.ts';

/**
 * What viewers may see of a state and of the patches that lead to it: that a secret is there, never what it is. Transient and secure state may hold
 * secrets that no one sealed (a script computed them); cookies and some headers are credentials of other applications on the same host.
 */

/** What becomes of a value found at a place, by the names on the way there; "*" is any name. */
type Rule = { readonly [name: string]: Rule } | ((value: unknown, name: string) => unknown);

const BLOT = '••••';

const hidden = (value: unknown): unknown => ({ $sealed: '', empty: isSealed(value) && value.empty });
/** Text stays text: pages show it. */
const blotted = (value: unknown): unknown => (value === null || value === undefined ? value : Array.isArray(value) ? value.map(() => BLOT) : BLOT);
const blottedByName = (value: unknown, name: string): unknown => (CREDENTIAL.test(name) ? blotted(value) : masked(value));
const secretText = (value: unknown): unknown => (isSealed(value) ? BLOT : masked(value, secretTexts));
const secretTexts: Rule = { '*': secretText };
/** An attribute that was collected: a password among them is sealed, and one that a script made has a telling name. */
const attribute = (value: unknown, name: string): unknown => {
  if (CREDENTIAL.test(name)) return hidden(value);
  return isPlainObject(value) && !isSecurityQuestion(value) ? attributes(value) : masked(value);
};
/** Collected attributes: which are there shows, and all that are no secret. Below them, where only a path is told, everything is hidden. */
const attributes = (value: unknown): unknown =>
  isPlainObject(value) ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, attribute(child, name)])) : hidden(value);
/** Transient and secure state. */
const SECRET_STATE: Rule = { objectAttributes: attributes, '*': hidden };
const written = (value: unknown): unknown => {
  const write = value as { scope?: unknown; key?: unknown; value?: unknown };
  if (write?.scope !== 'transient' && write?.scope !== 'secure') return masked(value);
  return { ...write, value: write.key === 'objectAttributes' ? attributes(write.value) : hidden(write.value) };
};

/** The same for the same token, so that a view's keys and its patches' paths meet. Tokens are long and random: nobody guesses one from this. */
const digested = (value: unknown): unknown => (typeof value === 'string' ? shortDigest(value) : value);
const shortDigest = (text: string): string => `${BLOT}${createHash('sha256').update(text).digest('base64url').slice(0, 12)}`;
/** By token, so its keys are credentials, too. */
const SSO_SESSIONS: Rule = { '*': { token: digested } };

/** A change of one value of an identity: a hash is named by its path. */
const changed = (value: unknown): unknown => {
  const { path } = value as { path?: unknown };
  const last: unknown = Array.isArray(path) ? path.at(-1) : undefined;
  return last === 'passwordHash' || last === 'answer' ? { path } : masked(value);
};

const BEGUN: Rule = {
  // Later ids, keys and codes of the visit follow from it.
  random: blotted,
  results: { '*': { writes: { '*': written }, identityWrites: { '*': { changes: { '*': changed } } }, hash: blotted } },
};

const RULES: Rule = {
  ssoSessions: SSO_SESSIONS,
  // The phone that is drawn from a viewer's state has to be told the right number by its user.
  outbox: { '*': { push: { number: blotted } } },
  sessions: {
    '*': {
      transient: SECRET_STATE,
      secure: SECRET_STATE,
      // What the journeys around an inner one put aside.
      inner: { '*': { transient: SECRET_STATE } },
      request: { cookies: { '*': blotted }, token: blotted, headers: { '*': blottedByName }, parameters: { '*': blottedByName } },
      status: {
        tokenId: digested,
        // A client's page shows these as text.
        callbacks: secretTexts,
        ...BEGUN,
        begun: BEGUN,
        // A held session's visit to come.
        due: { begun: BEGUN },
      },
    },
  },
};

function below(rule: Rule | undefined, name: string): Rule | undefined {
  if (typeof rule !== 'object') return undefined;
  return Object.hasOwn(rule, name) ? rule[name] : rule['*'];
}

/** A value without secrets, by the rule of the place where it stands. */
function masked(value: unknown, rule?: Rule, name = ''): unknown {
  if (typeof rule === 'function') return rule(value, name);
  if (isSealed(value)) return hidden(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, below(rule, '*')));
  if (typeof value === 'string') return maskedParts(value);
  if (typeof value !== 'object' || value === null) return value;
  const source = (isSecurityQuestion(value) ? { ...value, answer: hidden(value.answer) } : value) as Record<string, unknown>;
  // A loop: a log of 10,000 events comes through here, and lists of entries take twice as long.
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(source)) {
    // Hashes are of no use to a viewer, and guessing at them is done elsewhere and at leisure.
    if (key === 'passwordHash') continue;
    const child = source[key];
    const told =
      typeof child === 'number' || typeof child === 'boolean' || child === null
        ? leaf(child, below(rule, key), key)
        : masked(child, below(rule, key), key);
    put(kept, keyAt(rule, key), told);
  }
  return kept;
}

/** A value that holds no text: only a rule of its own place hides it. */
function leaf(value: unknown, rule: Rule | undefined, name: string): unknown {
  return typeof rule === 'function' ? rule(value, name) : value;
}

/** Assigning to `__proto__` would give the copy another prototype instead of a key. */
function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSealed(value);
}

/** An entry of `kbaInfo`, wherever it stands (a node may be told another attribute): its answer is a hash, or plain when it came with a file. */
function isSecurityQuestion(value: object): value is { answer: unknown } {
  return 'answer' in value && ('questionId' in value || 'customQuestion' in value);
}

function keyAt(rule: Rule | undefined, key: string): string {
  return rule === SSO_SESSIONS ? shortDigest(key) : maskedParts(key);
}

function maskedOp(op: PatchOp): PatchOp {
  const [token, ...rest] = op[0][0] === 'ssoSessions' ? op[0].slice(1) : [];
  const path = token === undefined ? op[0] : ['ssoSessions', shortDigest(token), ...rest];
  if (op.length === 1 || path.at(-1) === 'passwordHash') return [path];
  let rule: Rule | undefined = RULES;
  let name = '';
  for (const next of path) {
    // A write further down in a hidden value is hidden, too.
    if (typeof rule === 'function') break;
    rule = below(rule, next);
    name = next;
  }
  return [path, masked(op[1], rule, name)] as PatchOp;
}

export function maskedState(state: SimulationState): SimulationState {
  return masked(state, RULES) as SimulationState;
}

export function maskedEvent({ patch, ...event }: EngineEvent): EngineEvent {
  return { ...(masked(event) as Omit<EngineEvent, 'patch'>), patch: patch.map(maskedOp) };
}

/** Data that belongs to no place in particular, such as a notification's. */
export function maskedData<T>(data: T): T {
  return masked(data) as T;
}
