import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';

/** The designer with one or two journeys. */
export class Designer {
  readonly palette: Locator;
  readonly settings: Locator;
  readonly save: Locator;

  constructor(private readonly page: Page) {
    this.palette = page.getByRole('region', { name: 'Palette' });
    this.settings = page.getByRole('region', { name: 'Settings', exact: true });
    this.save = page.getByRole('button', { name: 'Save', exact: true });
  }

  async open(journey: string, { beside, server = '' }: { beside?: string; server?: string } = {}): Promise<Canvas> {
    await this.page.goto(`${server}/realms/alpha/journeys/${encodeURIComponent(journey)}${beside ? `?beside=${encodeURIComponent(beside)}` : ''}`);
    return this.canvas(journey);
  }

  async canvas(journey: string): Promise<Canvas> {
    const canvas = new Canvas(this.page, journey);
    await canvas.root.locator('[data-end="start"]').waitFor();
    return canvas;
  }

  type(name: string): Locator {
    return this.palette.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What the header says about the journey: saved, unsaved, not saved. */
  state(text: string | RegExp): Locator {
    return this.page.getByRole('banner').getByText(text);
  }

  async saved(): Promise<void> {
    await expect(this.state(/^Saved( · .+)?$/)).toBeVisible();
  }

  /** Files of the export dialog by name. */
  async exported(button: string): Promise<Map<string, string>> {
    await this.button('Export').click();
    const dialog = this.page.getByRole('dialog', { name: /^Export/ });
    await dialog.getByRole('listitem').first().waitFor();
    const count = await dialog.getByRole('listitem').count();
    const downloads: Download[] = [];
    this.page.on('download', (download) => downloads.push(download));
    await dialog.getByRole('button', { name: button }).click();
    await expect.poll(() => downloads.length).toBe(count);
    const files = new Map<string, string>();
    for (const download of downloads) files.set(download.suggestedFilename(), await textOf(download));
    return files;
  }
}

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
