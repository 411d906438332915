import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Simulation } from '../pages/simulation.ts';
import { expect, test } from '../support/test.ts';
import { gif, type Shot } from './gif.ts';
import { AGENT, USER } from './stage.ts';

const FILE = join(import.meta.dirname, '../../docs/tandem.gif');
/** Longer stands are cut: nobody wants to watch a machine that waits. In ms. */
const LONGEST = 900;
/** What is to be read at the end of a scene. In ms. */
const REST = 1_600;

// The help desk's journey ends on Failure, as on Ping's page: AM answers that with 401.
test.use({
  viewport: { width: 1600, height: 900 },
  contextOptions: { reducedMotion: 'no-preference' },
  expectedErrors: [/status of 401 .*\/authenticate/],
});

test('recording', async ({ page }, { project }) => {
  test.skip(project.name !== 'light', 'One recording is enough.');
  await page.goto(`/realms/alpha/journeys/${AGENT}?beside=${USER}`);
  await page.getByRole('button', { name: /^Run both journeys/ }).waitFor();
  await page.waitForLoadState('networkidle');
  const recording = new Recording(page);

  await recording.rest();
  await page.keyboard.press('ControlOrMeta+Enter');
  const simulation = new Simulation(page);
  await expect(simulation.transaction).toContainText('Completed · approved', { timeout: 60_000 });
  await expect(simulation.agent).toContainText('Login failure', { timeout: 30_000 });
  await recording.rest();

  // Back in time, step by step: everything on screen is at that moment.
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Shift+F10');
    await recording.rest(260);
  }
  await recording.rest();
  writeFileSync(FILE, gif(await recording.end()));
});

/** Looks at the page as often as it can while a test drives it. */
class Recording {
  private readonly shots: Shot[] = [];
  private over = false;
  private readonly watching: Promise<void>;

  constructor(private readonly page: Page) {
    this.watching = this.watch();
  }

  /** Leaves the page as it is for a while, and shows that in full. */
  async rest(ms = REST): Promise<void> {
    const png = await this.page.screenshot({ caret: 'hide' });
    this.shots.push({ png, shown: ms });
  }

  async end(): Promise<readonly Shot[]> {
    this.over = true;
    await this.watching;
    return this.shots;
  }

  private async watch(): Promise<void> {
    let since = performance.now();
    while (!this.over) {
      const png = await this.page.screenshot({ caret: 'hide' });
      const now = performance.now();
      const last = this.shots.at(-1);
      if (last?.png.equals(png)) last.shown = Math.max(last.shown, Math.min(LONGEST, last.shown + now - since));
      else this.shots.push({ png, shown: Math.min(LONGEST, now - since) });
      since = now;
    }
  }
}
