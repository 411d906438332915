export { Model, realmPath } from './model.ts';
export { compareDues, dues, latencyNames, sessionDues, transactionDues, type Due } from './schedule.ts';
export * from './state.ts';
export { createState, pendingEffects, step, type StepResult } from './step.ts';
export { identitiesOf } from './identities.ts';
export { COOKIE_NAME } from './visit/scripts.ts';
export { AnswerProblem, isSecretInput, readAnswers, sessionAnswer } from './wire.ts';
