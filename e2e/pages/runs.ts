import type { Locator, Page } from '@playwright/test';

/** Every simulation that is kept. */
export class Runs {
  readonly search: Locator;
  readonly opened: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search simulations' });
    this.opened = page.getByRole('region', { name: 'Opened files' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/simulations${query}`);
    await this.page.getByRole('heading', { name: 'Simulations', level: 1 }).waitFor();
  }

  /** The row of a simulation. */
  row(title: string): Locator {
    return this.page.locator('[data-run]').filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  button(title: string, verb: 'Keep' | 'Rename' | 'Delete'): Locator {
    return this.row(title).getByRole('button', { name: new RegExp(`^${verb} `) });
  }

  async openFiles(...files: { name: string; text: string | Buffer }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open a file', exact: true }).first().click();
    await (await chooser).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })));
  }
}
