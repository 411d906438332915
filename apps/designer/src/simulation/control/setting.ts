import type { SimulationState } from '@tandem/engine/view';
import type { LiveStore } from '../live/store.ts';

/**
 * A list of the simulation that is written as a whole. What was asked for counts as soon as it was sent, so that a second change in quick
 * succession does not take back the first; what another screen set counts once the state says so.
 */
export class Setting<T> {
  private ahead: { value: T } | null = null;
  private underWay = 0;
  private order: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly live: LiveStore,
    private readonly read: (state: SimulationState) => T,
    private readonly write: (value: T) => Promise<void>,
  ) {
    live.subscribe(({ view }, { view: before }) => {
      if (this.underWay === 0 && view && before && read(view.state) !== read(before.state)) this.ahead = null;
    });
  }

  value(): T | null {
    const { view } = this.live.getState();
    return this.ahead?.value ?? (view && this.read(view.state));
  }

  /** @throws what the server said against it; then nothing has changed */
  async put(value: T): Promise<void> {
    this.ahead = { value };
    this.underWay += 1;
    // One after the other: the server may answer the second first.
    const sent = this.order.then(() => this.write(value));
    this.order = sent.catch(() => undefined);
    try {
      await sent;
    } catch (error) {
      this.ahead = null;
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }
}
