import { expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';
import { Library } from './library.ts';

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

/** The help desk pair of the first run: the agent's journey, and that of the user who is verified. */
export const HELP_DESK = { agent: 'HelpDeskVerify', user: 'HelpDeskVerifyUser' };

/** A new simulation of the help desk pair, opened from the library. */
export async function openHelpDesk(page: Page, server = ''): Promise<Simulation> {
  const library = new Library(page);
  await library.open(server);
  await library.pair(HELP_DESK.agent, HELP_DESK.user).getByRole('button', { name: 'Run it' }).click();
  const simulation = new Simulation(page);
  await simulation.opened();
  return simulation;
}

/** The same, with the user named by the agent. */
export async function beginHelpDesk(page: Page, server = ''): Promise<Simulation> {
  const simulation = await openHelpDesk(page, server);
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(simulation.transaction).toContainText('bjensen');
  return simulation;
}
