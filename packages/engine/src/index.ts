export { checkStore } from './control/fault.ts';
export { identitiesOf } from './identities.ts';
export { Model, realmPath } from './model.ts';
export { objectsOf } from './objects.ts';
export {
  type ModelOf,
  type Recorded,
  type RecordedStep,
  type Replay,
  type Replayed,
  type RunRecord,
  readRecord,
  replay,
  rerun,
} from './replay/index.ts';
export { compareDues, type Due, dues, latencyNames, needsInput, sessionDues, transactionDues } from './schedule.ts';
export { liveSso } from './session/sso.ts';
export { ssoEnd } from './session/ssoEnd.ts';
export { suspendedSession } from './session/suspend.ts';
export * from './state.ts';
export { createState, pendingEffects, type StepResult, step } from './step.ts';
export { AUTH_ID_SECONDS } from './time.ts';
export { upgradeState } from './upgrade.ts';
export { baseUrl } from './visit/baseUrl.ts';
export { COOKIE_NAME } from './visit/scripts.ts';
export { AnswerProblem, isSecretInput, readAnswers, sessionAnswer } from './wire.ts';
