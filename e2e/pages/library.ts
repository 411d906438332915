import type { Locator, Page } from '@playwright/test';

/** Home: the journeys of the realm. */
export class Library {
  readonly search: Locator;
  readonly importDialog: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search journeys' });
    // It is an alert while something is to be decided.
    this.importDialog = page.getByRole('alertdialog', { name: 'Import' }).or(page.getByRole('dialog', { name: 'Import' }));
  }

  async open(server = ''): Promise<void> {
    await this.page.goto(`${server}/`);
    await this.page.getByRole('heading', { name: 'Journeys', level: 1 }).waitFor();
  }

  pair(main: string, back: string): Locator {
    return this.page.getByRole('region', { name: `${main} and ${back}`, exact: true });
  }

  journey(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  async importByButton(...files: { name: string; text: string }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Import', exact: true }).click();
    await (await chooser).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })));
  }

  /** A browser gives tests no way to drag from the desktop; from here on it is the same events with the same files. */
  async importByDrop(name: string, text: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], file, { type: 'application/json' }));
        return transfer;
      },
      [name, text] as const,
    );
    await this.page.dispatchEvent('main', 'dragover', { dataTransfer });
    await this.page.getByText(/^Drop the files/).waitFor();
    await this.page.dispatchEvent('main', 'drop', { dataTransfer });
  }

  /** Imports what the dialog shows, as it proposes. */
  async confirmImport(): Promise<void> {
    await this.importDialog.getByRole('button', { name: /^Import (the file|\d+ files)$/ }).click();
  }

  async closeImport(): Promise<void> {
    await this.importDialog.getByRole('button', { name: 'Done' }).click();
    await this.importDialog.waitFor({ state: 'hidden' });
  }
}
