export * from './archetypes.ts';
export * from './directory.ts';
export * from './history.ts';
export * from './imports.ts';
export * from './library.ts';
export * from './realm.ts';
export * from './scripts.ts';
export * from './simulation.ts';
