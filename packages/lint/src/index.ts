export { contextOf, type LintContext } from './context.ts';
export { type KnownKey, keysKnownAt } from './flow/known.ts';
export { lint } from './lint.ts';
export type { LintRealm } from './realm.ts';
export type { Finding, Fix, Severity } from './rule.ts';
export { type TimeLimit, type Timing, timingOf } from './timing.ts';
export { type UnconfirmedValue, unconfirmedInExport } from './unconfirmed.ts';
