/**
 * What a node type is (definition), what its execution sees (NodeContext) and what it may return (Action).
 * Execution is pure: time, chance and everything outside the simulation come through the context.
 */
export * from './contract/action.ts';
export * from './contract/callbacks.ts';
export type * from './contract/context.ts';
export type * from './contract/definition.ts';
export type * from './contract/effects.ts';
export type * from './contract/transaction.ts';
export type * from './contract/views.ts';
export type * from './script-effects.ts';
