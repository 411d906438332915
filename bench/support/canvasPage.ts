import type { Page } from '@playwright/test';
import type { LargeJourney } from './large.ts';

/** The canvas's own key for zoom 1. */
export async function zoomOne(page: Page): Promise<void> {
  await page.locator('section.canvas').focus();
  await page.keyboard.press('0');
  await page.waitForFunction(`document.querySelector('.react-flow__viewport').style.transform.endsWith('scale(1)')`);
}

/** @throws what the server said when it refuses the journey */
export async function importInto(url: string, { file }: LargeJourney): Promise<void> {
  const answer = await fetch(`${url}/api/realms/alpha/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(file),
  });
  if (answer.status !== 200) throw new Error(`The import was refused: ${await answer.text()}`);
}
