export { identitiesOf } from './identities.ts';
export { Model, realmPath } from './model.ts';
export { compareDues, type Due, dues, latencyNames, needsInput, sessionDues, transactionDues } from './schedule.ts';
export { suspendedSession } from './session/suspend.ts';
export * from './state.ts';
export { createState, pendingEffects, type StepResult, step } from './step.ts';
export { upgradeState } from './upgrade.ts';
export { COOKIE_NAME } from './visit/scripts.ts';
export { AnswerProblem, isSecretInput, readAnswers, sessionAnswer } from './wire.ts';
