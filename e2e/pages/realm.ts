import type { Locator, Page } from '@playwright/test';

/** What a realm holds beside its journeys. */
export class Realm {
  readonly search: Locator;
  readonly people: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: /^Search/ });
    this.people = page.getByRole('table', { name: 'People' });
    this.dialog = page.getByRole('dialog');
  }

  async open(section: string): Promise<void> {
    await this.page.goto(`/realms/alpha/${section}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** The row of a user, by user name. */
  person(userName: string): Locator {
    return this.people.getByRole('row').filter({ has: this.page.getByRole('button', { name: userName, exact: true }) });
  }

  async importByButton(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Import users' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** A browser gives tests no way to drag from the desktop; from here on it is the same events with the same file. */
  async importByDrop(name: string, text: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], file, { type: 'text/csv' }));
        return transfer;
      },
      [name, text] as const,
    );
    await this.page.dispatchEvent('main', 'dragover', { dataTransfer });
    await this.page.getByText(/^Drop a JSON or CSV file/).waitFor();
    await this.page.dispatchEvent('main', 'drop', { dataTransfer });
  }
}
