import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { numeric } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const percentage = numeric(context.config, 'percentageA') ?? 50;
  const drawn = drawBelow100(context);
  const outcome = drawn < percentage ? 'A' : 'B';
  context.because(`Drew ${drawn} of 0 to 99: ${outcome === 'A' ? 'below' : 'not below'} ${percentage}.`, 'recorded');
  return goTo(outcome);
}

/** Bytes from 200 on are drawn again: they would favour the lower numbers. */
function drawBelow100({ random }: NodeContext): number {
  for (;;) {
    const [byte = 0] = random.bytes(1);
    if (byte < 200) return byte % 100;
  }
}
