import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, answeredIndex, confirmationCallback, hiddenValueCallback, pollingWaitCallback } from '../../support/callbacks.ts';
import { messageText } from '../../support/messaging.ts';
import { numeric } from '../../support/values.ts';
import { EXIT_NOT_PRESSED, EXIT_PRESSED, waitAt } from '../../support/waiting.ts';

const CHALLENGE = 'Tap the number [{{challenge}}] on the Push Notification to continue.';

export function execute(context: NodeContext): Action {
  const { config, now, state } = context;
  const seconds = numeric(config, 'secondsToWait') ?? 5;
  const wait = waitAt(context, seconds);
  const exited = answeredIndex(answered(context.callbacks, 'ConfirmationCallback')) === EXIT_PRESSED;
  if (exited || now > wait.end) {
    wait.finish();
    context.because(exited ? 'The exit button was pressed; that is tested first.' : 'The time has passed.', 'recorded');
    return goTo(exited ? 'EXITED' : 'DONE');
  }
  wait.again();
  const number = state.get('pushNumberChallengeKey');
  const challenge = typeof number === 'string' ? number : undefined;
  const message =
    challenge === undefined
      ? messageText(context, 'waitingMessage', 'Waiting for response...').replaceAll('{{time}}', () => String(seconds))
      : messageText(context, 'challengeMessage', CHALLENGE).replaceAll('{{challenge}}', () => challenge);
  context.because(wait.returns < 0 ? 'The wait begins.' : 'Too early: the full wait is sent again, the end time stays.', 'recorded');
  return send([
    pollingWaitCallback(seconds * 1000, message),
    ...(challenge === undefined ? [] : [hiddenValueCallback('pushChallengeNumber', challenge)]),
    confirmationCallback([messageText(context, 'exitMessage', 'Cancel')], EXIT_PRESSED, EXIT_NOT_PRESSED),
  ]);
}
