export { transactionOf, type Target } from './address.ts';
export { AmClient } from './client.ts';
export { createPlayer, type Player, type PlayerState } from './player.ts';
export { CallbackForm } from './CallbackForm.tsx';
export { remainingText } from './PollingWait.tsx';
export { findCallback, outputText, waitTimeOf } from './read.ts';
export { realClock, type WaitClock } from './waitClock.ts';
export { parseAnswer, isObject, type Failure, type Step, type Success } from './wire.ts';
