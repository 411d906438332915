import type { Locator, Page } from '@playwright/test';

interface Placed {
  id: string;
  left: number;
  top: number;
  zoom: number;
}

/** The canvas of one journey, in the designer or in a simulation. */
export class Canvas {
  readonly root: Locator;

  constructor(
    private readonly page: Page,
    journey: string,
  ) {
    this.root = page.getByRole('region', { name: new RegExp(`^${journey}, (main|backchannel) journey$`) });
  }

  node(id: string): Locator {
    return this.root.locator(`[data-node-id="${id}"]`);
  }

  port(node: string, outcome: string): Locator {
    return this.node(node).locator(`[data-handleid="${outcome}"]`);
  }

  connection(from: string, outcome: string, to: string): Locator {
    return this.root.locator(`[data-connection="${from}|${outcome}|${to}"]`);
  }

  /** Ids of the nodes that the journey places, as drawn. */
  cards(): Promise<string[]> {
    return this.values('[data-node-id]:not([data-end])', 'data-node-id');
  }

  connections(): Promise<string[]> {
    return this.values('[data-connection]', 'data-connection');
  }

  children(page: string): Promise<string[]> {
    return this.values(`[data-node-id="${page}"] [data-child-id]`, 'data-child-id');
  }

  values(selector: string, attribute: string): Promise<string[]> {
    return this.root.locator(selector).evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name) ?? ''), attribute);
  }

  /** Where the cards stand, the ends too, on screen. */
  places(): Promise<Placed[]> {
    return this.root.locator('[data-node-id]').evaluateAll((elements) =>
      elements.map((element) => {
        const { left, top, width } = element.getBoundingClientRect();
        return { id: element.getAttribute('data-node-id') ?? '', left, top, zoom: width / (element as HTMLElement).offsetWidth };
      }),
    );
  }

  async fit(): Promise<void> {
    await this.root.getByRole('button', { name: 'Fit the journey' }).click();
  }

  async drag(from: Locator, to: Locator | { x: number; y: number }): Promise<void> {
    const start = await middle(from);
    const end = 'x' in to ? to : await middle(to as Locator);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 12, start.y + 6, { steps: 3 });
    await mouse.move(end.x, end.y, { steps: 8 });
    await mouse.up();
  }
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error(`Nothing to see of ${String(locator)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
