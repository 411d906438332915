export * from './realm.ts';
export * from './simulation.ts';
