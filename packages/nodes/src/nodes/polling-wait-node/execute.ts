import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, answeredIndex, confirmationCallback, pollingWaitCallback } from '../../support/callbacks.ts';
import { localizedText } from '../../support/locale.ts';
import { flag, numeric, textMap } from '../../support/values.ts';
import { EXIT_NOT_PRESSED, EXIT_PRESSED, waitAt } from '../../support/waiting.ts';

/** AM 8.0.2 source, PollingWaitNode and WaitingHelper: exited, spam, done, in this order; otherwise ask again. */
export function execute(context: NodeContext): Action {
  const { config, now } = context;
  const seconds = numeric(config, 'secondsToWait') ?? 8;
  const wait = waitAt(context, seconds);
  const finish = (outcome: string, rule: string): Action => {
    wait.finish();
    context.because(rule, 'recorded');
    return goTo(outcome);
  };

  const exitable = flag(config, 'exitable');
  if (exitable && answeredIndex(answered(context.callbacks, 'ConfirmationCallback')) === EXIT_PRESSED) {
    return finish('EXITED', 'The exit button was pressed; that is tested first.');
  }
  if (flag(config, 'spamDetectionEnabled') && wait.returns > (numeric(config, 'spamDetectionTolerance') ?? 3)) {
    return finish('SPAM', 'The client came back early more often than tolerated; that is tested before the time.');
  }
  if (now > wait.end) return finish('DONE', 'The time has passed.');

  wait.again();
  const message = localizedText(textMap(config, 'waitingMessage'), context.request.locales) ?? 'Waiting for response...';
  const callbacks = [
    pollingWaitCallback(
      seconds * 1000,
      message.replaceAll('{{time}}', () => String(seconds)),
    ),
  ];
  if (exitable) {
    const label = localizedText(textMap(config, 'exitMessage'), context.request.locales) ?? 'Cancel';
    callbacks.push(confirmationCallback([label], EXIT_PRESSED, EXIT_NOT_PRESSED));
  }
  context.because(wait.returns < 0 ? 'The wait begins.' : 'Too early: the full wait is sent again, the end time stays.', 'recorded');
  return send(callbacks);
}
