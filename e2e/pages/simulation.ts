import { expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';

/** Both journeys on one clock. */
export class Simulation {
  readonly agent: Locator;
  readonly user: Locator;
  readonly transaction: Locator;
  readonly clock: Locator;
  readonly events: Locator;

  constructor(private readonly page: Page) {
    this.agent = page.getByRole('region', { name: 'Browser of the main journey' });
    this.user = page.getByRole('region', { name: 'Phone of the backchannel journey' });
    this.transaction = page.getByRole('region', { name: 'Transaction' });
    this.clock = page.getByLabel('Clock', { exact: true });
    this.events = page.getByRole('region', { name: 'Events' });
  }

  canvas(journey: string): Canvas {
    return new Canvas(this.page, journey);
  }

  get id(): string {
    return /\/simulations\/([^/?]+)/.exec(this.page.url())?.[1] ?? '';
  }

  async opened(): Promise<void> {
    await expect(this.page).toHaveURL(/\/simulations\//);
    await this.agent.waitFor();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: /^New run/ }).click();
  }

  private async now(): Promise<number> {
    return Date.parse((await this.clock.locator('time').getAttribute('datetime')) ?? '');
  }

  /** Presses a button of the clock and waits until the clock stands again. */
  async advance(by: '+1 s' | '+5 s'): Promise<void> {
    const until = (await this.now()) + (by === '+1 s' ? 1000 : 5000);
    await this.clock.getByRole('button', { name: by }).click();
    await expect.poll(() => this.now()).toBeGreaterThanOrEqual(until);
    await expect(this.clock.getByText(/^Moving the clock/)).toBeHidden();
  }

  async setLatency(journey: string, node: string, ms: number): Promise<void> {
    await this.page.getByRole('tab', { name: 'Latency' }).click();
    const group = this.page.getByRole('region', { name: `Latency of ${journey}` });
    const field = group.getByRole('textbox', { name: node });
    await field.fill(String(ms));
    await field.press('Enter');
    await expect(field).toHaveValue(String(ms));
  }

  /** The form that asks now. */
  async answer(player: Locator, label: string | RegExp, value: string): Promise<void> {
    await player.getByLabel(label).fill(value);
    await player.getByRole('button', { name: /^(Next|Continue|Submit|Sign in|Log in)/ }).click();
  }
}
