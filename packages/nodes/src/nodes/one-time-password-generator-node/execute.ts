import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { randomBelow } from '../../support/chance.ts';
import { numeric } from '../../support/values.ts';
import { ASSUMED, DEFAULT_LENGTH, MAX_LENGTH } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config, now, random, state } = context;
  const length = Math.min(Math.max(Math.trunc(numeric(config, 'length') ?? DEFAULT_LENGTH), 1), MAX_LENGTH);
  state.putTransient('oneTimePassword', Array.from({ length }, () => randomBelow(random, 10)).join(''));
  state.putTransient('oneTimePasswordTimestamp', Math.floor(now / 1000));
  context.because(ASSUMED.digits, 'inferred');
  context.because('A new one-time password replaces any before it.', 'recorded');
  return goTo('outcome');
}
