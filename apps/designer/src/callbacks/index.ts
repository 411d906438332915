export { type Target, transactionOf } from './address.ts';
export { CallbackForm } from './CallbackForm.tsx';
export { Code } from './Code.tsx';
export { AmClient } from './client.ts';
export { remainingText } from './PollingWait.tsx';
export { createPlayer, type Player, type PlayerState } from './player.ts';
export { findCallback, outputText } from './read.ts';
export { realClock, type WaitClock } from './waitClock.ts';
export { type Failure, isObject, parseAnswer, type Step, type Success } from './wire.ts';
