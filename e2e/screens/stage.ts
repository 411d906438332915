import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { Canvas } from '../pages/canvas.ts';
import { Designer } from '../pages/designer.ts';
import { Library } from '../pages/library.ts';
import { Realm } from '../pages/realm.ts';
import { Simulation } from '../pages/simulation.ts';

/** The help desk pair of the first start: pictures show it as a newcomer meets it, and nothing is saved to it. */
export const AGENT = 'HelpDeskVerify';
export const USER = 'HelpDeskVerifyUser';

/** What a screen is brought up with. */
export class Stage {
  readonly library: Library;
  readonly designer: Designer;
  readonly simulation: Simulation;
  readonly realm: Realm;

  constructor(
    readonly page: Page,
    readonly request: APIRequestContext,
    readonly baseURL: string,
  ) {
    this.library = new Library(page);
    this.designer = new Designer(page);
    this.simulation = new Simulation(page);
    this.realm = new Realm(page);
  }

  /** The dialog on top. */
  get dialog(): Locator {
    return this.page.locator('[role="dialog"], [role="alertdialog"]').last();
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click();
  }

  /** Ctrl K, the name of a command, Enter. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.page.getByRole('dialog', { name: 'Commands' }).getByRole('searchbox').fill(name);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** What the menu of a journey in the library opens. */
  async ofJourney(entry: string): Promise<void> {
    await this.library.open();
    await this.press(`Actions for ${USER}`);
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
    await this.dialog.waitFor();
  }

  /** The agent's journey with a node selected, by its name on the card. */
  async node(name: string | null, journey = AGENT): Promise<Canvas> {
    const canvas = await this.designer.open(journey);
    if (name !== null)
      await canvas.root
        .locator('[data-node-id]', { hasText: name })
        .first()
        .click({ position: { x: 60, y: 20 } });
    return canvas;
  }

  /** A dialog or menu that a key on the canvas opens, with that node selected. */
  async keyDialog(node: string | null, key: string): Promise<void> {
    await this.key(node, key);
    await this.page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]').first().waitFor();
  }

  /** The dialog that a command opens, with that node selected. */
  async commandDialog(node: string | null, name: string, title: string | RegExp): Promise<void> {
    await this.node(node);
    await this.command(name);
    await this.page.getByRole('dialog', { name: title }).waitFor();
  }

  /** A key on the canvas, with that node selected. */
  async key(node: string | null, key: string): Promise<void> {
    const canvas = await this.node(node);
    await canvas.root.focus();
    await this.page.keyboard.press(key);
  }

  /** A run of the help desk pair, until the user is asked for the password. */
  async run(): Promise<Simulation> {
    await this.library.open();
    await this.library.pair(AGENT, USER).getByRole('button', { name: 'Run it' }).click();
    await this.simulation.opened();
    await this.simulation.start();
    await this.simulation.answer(this.simulation.agent, /mail/i, 'bjensen@example.com');
    await this.simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
    await this.simulation.user.getByLabel('Password').waitFor();
    return this.simulation;
  }

  /** A tab of the custom node designer. */
  async customNode(tab: string): Promise<void> {
    await this.realm.open('custom-nodes');
    await this.page
      .getByRole('link', { name: 'Set Front Channel Status' })
      .or(this.page.getByRole('button', { name: 'Set Front Channel Status' }))
      .first()
      .click();
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  }

  /** One of the realm's lists, with the entry of that name open. */
  async inRealm(section: string, entry?: string | RegExp): Promise<void> {
    await this.realm.open(section);
    if (entry === undefined) return;
    await this.press(entry);
    await this.dialog.waitFor();
  }
}
