import { expect, type Locator, type Page } from '@playwright/test';
import type { Canvas } from '../pages/canvas.ts';
import { Designer } from '../pages/designer.ts';

/** How a person builds a journey: the same task with the mouse, or without. */
export interface Hands {
  /** Creates a blank journey from the library. */
  create(name: string): Promise<Canvas>;
  /** Puts a node of the type where the outcome of another leads. @returns its id; it is selected */
  addAfter(canvas: Canvas, node: string, outcome: string, type: string): Promise<string>;
  /** Leads an outcome of the selected node to a node that is there. */
  connect(canvas: Canvas, node: string, outcome: string, to: { id: string; name: string }): Promise<void>;
  /** Puts a node onto the selected page. */
  addToPage(canvas: Canvas, page: string, type: string): Promise<void>;
  /** Selects a node that is there. */
  choose(canvas: Canvas, node: { id: string; name: string }): Promise<void>;
  /** Presses a button, a switch or a link. */
  press(target: Locator): Promise<void>;
  /** Replaces what a field holds. */
  type(field: Locator, text: string): Promise<void>;
  /** Chooses the suggestion of a field that starts with these words. */
  choice(field: Locator, words: string): Promise<void>;
  tidyUp(canvas: Canvas): Promise<void>;
  save(): Promise<void>;
  run(): Promise<void>;
}

const CARDS = '[data-node-id]:not([data-end])';

async function added(canvas: Canvas, before: readonly string[]): Promise<string> {
  await expect(canvas.root.locator(CARDS)).toHaveCount(before.length + 1);
  const [id = ''] = (await canvas.cards()).filter((card) => !before.includes(card));
  await expect(canvas.node(id)).toHaveAttribute('data-selected', 'true');
  return id;
}

/** What both pairs of hands do alike: choose the first option that the typed words leave. */
async function pick(page: Page, dialog: Locator, words: string, name: string): Promise<void> {
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

export class MouseHands implements Hands {
  private readonly designer: Designer;
  constructor(private readonly page: Page) {
    this.designer = new Designer(page);
  }

  async create(name: string): Promise<Canvas> {
    await this.page.getByRole('button', { name: 'New journey' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'New journey' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Create journey' }).click();
    return this.designer.canvas(name);
  }

  /** The first is dragged from the palette; the others appear where a connection is dropped on the empty canvas. */
  async addAfter(canvas: Canvas, node: string, outcome: string, type: string): Promise<string> {
    const before = await canvas.cards();
    const pane = await canvas.root.boundingBox();
    if (!pane) throw new Error('The canvas is not on screen');
    const free = { x: pane.x + pane.width * 0.62, y: pane.y + 60 };
    if (before.length === 0) {
      await canvas.drag(this.designer.type(type), free);
      return added(canvas, before);
    }
    await canvas.fit();
    await canvas.drag(canvas.port(node, outcome), free);
    const dialog = this.page.getByRole('dialog', { name: 'Add a node' });
    await dialog.getByRole('searchbox').fill(type);
    await dialog.getByRole('option').first().click();
    const id = await added(canvas, before);
    await expect(canvas.connection(node, outcome, id)).toBeAttached();
    await this.tidyUp(canvas);
    return id;
  }

  async connect(canvas: Canvas, node: string, outcome: string, to: { id: string }): Promise<void> {
    await canvas.fit();
    await canvas.drag(canvas.port(node, outcome), canvas.node(to.id));
    await expect(canvas.connection(node, outcome, to.id)).toBeAttached();
  }

  async addToPage(canvas: Canvas, page: string, type: string): Promise<void> {
    const before = await canvas.children(page);
    await canvas.drag(this.designer.type(type), canvas.node(page));
    await expect.poll(async () => (await canvas.children(page)).length).toBe(before.length + 1);
  }

  async choose(canvas: Canvas, node: { id: string }): Promise<void> {
    await canvas.fit();
    await canvas.node(node.id).click();
    await expect(canvas.node(node.id)).toHaveAttribute('data-selected', 'true');
  }

  async press(target: Locator): Promise<void> {
    // Of a switch a person sees the label; the input itself has no size.
    const isSwitch = (await target.getAttribute('role')) === 'switch';
    await (isSwitch ? target.locator('xpath=ancestor::label') : target).click();
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    // The suggestions of a field stay until a person looks elsewhere.
    await field.blur();
  }

  async choice(field: Locator, words: string): Promise<void> {
    await field.fill(words);
    await this.page.getByRole('option', { name: words }).first().click();
  }

  async tidyUp(canvas: Canvas): Promise<void> {
    await canvas.root.locator('.react-flow__pane').click({ button: 'right', position: { x: 8, y: 8 } });
    await this.page.getByRole('menuitem', { name: /^Tidy up/ }).click();
    await expect(this.designer.button(/^Undo: (Tidy|Lay)/)).toBeEnabled();
    await canvas.fit();
  }

  async save(): Promise<void> {
    await this.designer.save.click();
    await this.designer.saved();
  }

  async run(): Promise<void> {
    await this.designer.button(/^Run both journeys/).click();
  }
}

/** No pointer at all. */
export class KeyboardHands implements Hands {
  private readonly designer: Designer;
  constructor(private readonly page: Page) {
    this.designer = new Designer(page);
  }

  /**
   * Goes to a control by Tab, backwards where it lies before; from the canvas to the settings of the selected node by Enter.
   * @param most presses after which the control counts as out of reach
   */
  private async tabTo(target: Locator, most = 60): Promise<void> {
    await expect(target).toBeVisible();
    // Suggestions of a field that is passed hide all else from roles; the control is still there.
    const control = await target.elementHandle();
    for (let presses = 0; presses <= most; presses++) {
      const way = await control?.evaluate((element) => {
        const { activeElement } = document;
        if (activeElement === element || activeElement === null) return 'there';
        if (activeElement.closest('.react-flow__node') && element.closest('.inspector')) return 'settings';
        return activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before';
      });
      if (way === 'there') return;
      await this.page.keyboard.press(way === 'settings' ? 'Enter' : way === 'after' ? 'Tab' : 'Shift+Tab');
      if (way === 'settings') await expect(this.page.locator('.inspector :focus')).toHaveCount(1);
    }
    throw new Error(`${most} presses of Tab do not reach ${String(target)}`);
  }

  async create(name: string): Promise<Canvas> {
    await this.press(this.page.getByRole('button', { name: 'New journey' }).first());
    const dialog = this.page.getByRole('dialog', { name: 'New journey' });
    await this.type(dialog.getByRole('textbox', { name: 'Name' }), name);
    await this.page.keyboard.press('Enter');
    return this.designer.canvas(name);
  }

  async addAfter(canvas: Canvas, node: string, outcome: string, type: string): Promise<string> {
    const before = await canvas.cards();
    const dialog = this.page.getByRole('dialog', { name: 'Add a node' });
    if (before.length === 0) {
      await this.tabTo(canvas.root);
      await this.page.keyboard.press('n');
      await pick(this.page, dialog, type, type);
      return added(canvas, before);
    }
    await this.connectTo(canvas, node, outcome, 'New node');
    await pick(this.page, dialog, type, type);
    const id = await added(canvas, before);
    await expect(canvas.connection(node, outcome, id)).toBeAttached();
    return id;
  }

  async connect(canvas: Canvas, node: string, outcome: string, to: { id: string; name: string }): Promise<void> {
    await this.connectTo(canvas, node, outcome, to.name);
    await expect(canvas.connection(node, outcome, to.id)).toBeAttached();
  }

  /** C asks for the outcome, unless the node has but one, and then for the target. */
  private async connectTo(canvas: Canvas, node: string, outcome: string, target: string): Promise<void> {
    await expect(canvas.node(node)).toHaveAttribute('data-selected', 'true');
    await expect(canvas.root.locator(`.react-flow__node[data-id="${node}"]`)).toBeFocused();
    const outcomes = await canvas.node(node).locator('[data-handleid]').count();
    const label = outcomes > 2 ? ((await canvas.node(node).locator(`[data-outcome="${outcome}"]`).textContent()) ?? '') : '';
    await this.page.keyboard.press('c');
    const dialog = this.page.getByRole('dialog', { name: /^Connect/ });
    if (outcomes > 2) {
      await pick(this.page, dialog, label, label);
      await expect(dialog.getByRole('listbox', { name: /leads to$/ })).toBeVisible();
    }
    await pick(this.page, dialog, target, target);
  }

  async addToPage(_canvas: Canvas, page: string, type: string): Promise<void> {
    // Not by its role: the field that gets the focus then may show suggestions, which hide all else from roles.
    const children = this.page.locator(`[data-node-id="${page}"] [data-child-id]`);
    const before = await children.count();
    await this.press(this.designer.settings.getByRole('button', { name: 'Add a node to the page' }));
    await pick(this.page, this.page.getByRole('dialog', { name: 'Add a node to the page' }), type, type);
    await expect(children).toHaveCount(before + 1);
  }

  async choose(canvas: Canvas, node: { id: string; name: string }): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const palette = this.page.getByRole('dialog', { name: 'Commands' });
    await expect(palette.getByRole('searchbox')).toBeFocused();
    await this.page.keyboard.type(node.name);
    await expect(palette.getByRole('option').first()).toContainText(node.name);
    await this.page.keyboard.press('Enter');
    await expect(canvas.node(node.id)).toHaveAttribute('data-selected', 'true');
  }

  async press(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press((await target.getAttribute('role')) === 'switch' ? 'Space' : 'Enter');
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.fill(field, text);
    // Suggestions hide all else from roles until the field is left.
    if ((await field.getAttribute('aria-expanded')) === 'true') await this.page.keyboard.press('Tab');
  }

  private async fill(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async choice(field: Locator, words: string): Promise<void> {
    await this.fill(field, words);
    await expect(this.page.getByRole('option', { name: words }).first()).toBeVisible();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  async tidyUp(): Promise<void> {
    await this.page.keyboard.press('Shift+Alt+t');
    await expect(this.designer.button(/^Undo: (Tidy|Lay)/)).toBeEnabled();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await this.designer.saved();
  }

  async run(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+Enter');
  }
}
