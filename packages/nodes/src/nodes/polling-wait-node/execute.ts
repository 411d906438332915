import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, answeredIndex, confirmationCallback, pollingWaitCallback } from '../../support/callbacks.ts';
import { localizedText } from '../../support/locale.ts';
import { flag, numeric, textMap } from '../../support/values.ts';

const EXIT_PRESSED = 0;
const EXIT_NOT_PRESSED = 100;

/** AM 8.0.2 source, PollingWaitNode and WaitingHelper: exited, spam, done, in this order; otherwise ask again. */
export function execute(context: NodeContext): Action {
  const { config, node, now, state } = context;
  const endKey = `${node.id}.end_time`;
  const spamKey = `${node.id}.spam_count`;
  const seconds = numeric(config, 'secondsToWait') ?? 8;
  const storedEnd = state.get(endKey);
  const storedSpam = state.get(spamKey);
  const end = typeof storedEnd === 'number' ? storedEnd : now + seconds * 1000;
  // Before the first display the count is -1, so that the display itself does not count.
  const spam = typeof storedSpam === 'number' ? storedSpam : -1;

  const finish = (outcome: string, rule: string): Action => {
    state.remove(endKey);
    state.remove(spamKey);
    context.because(rule, 'recorded');
    return goTo(outcome);
  };

  const exitable = flag(config, 'exitable');
  if (exitable && answeredIndex(answered(context.callbacks, 'ConfirmationCallback')) === EXIT_PRESSED) {
    return finish('EXITED', 'The exit button was pressed; that is tested first.');
  }
  if (flag(config, 'spamDetectionEnabled') && spam > (numeric(config, 'spamDetectionTolerance') ?? 3)) {
    return finish('SPAM', 'The client came back early more often than tolerated; that is tested before the time.');
  }
  if (now > end) return finish('DONE', 'The time has passed.');

  state.putShared(endKey, end);
  state.putShared(spamKey, spam + 1);
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
  context.because(spam < 0 ? 'The wait begins.' : 'Too early: the full wait is sent again, the end time stays.', 'recorded');
  return send(callbacks);
}
