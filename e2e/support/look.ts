import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Nothing serious for axe, nothing wider than the window, and what has the focus can be seen. */
export async function expectGoodLook(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFits(page);
}

/** At other widths of the window the rules that axe knows hold as they did. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'pixels wider than the window').toBeLessThanOrEqual(0);
  await expectFocusRing(page);
}

export async function expectAccessible(page: Page): Promise<void> {
  await stillness(page);
  const { violations } = await new AxeBuilder({ page })
    // A frame without scripts is somebody else's mail, and axe could not run in it.
    .exclude('iframe[sandbox=""]')
    .options({ resultTypes: ['violations'] })
    // Else it opens a second page for its sums, which takes longer than the rules and takes the focus away.
    .setLegacyMode()
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  // The arrow keys of a search field move and scroll its list, as those of a combobox do, for which axe itself makes this exception.
  const scrolledFromField = new Set(
    await page.evaluate(() => [...document.querySelectorAll('input[aria-controls]')].map((field) => `#${field.getAttribute('aria-controls')}`)),
  );
  const found = grave.flatMap(({ id, impact, nodes }) => {
    const left = nodes.filter(({ target }) => id !== 'scrollable-region-focusable' || !scrolledFromField.has(target.join(' ')));
    return left.length === 0 ? [] : [{ id, impact, nodes: left.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`) }];
  });
  expect(found).toEqual([]);
}

/** Colours on their way from one to the other are not what anybody reads. */
export async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function expectFocusRing(page: Page): Promise<void> {
  for (let stop = 0; stop < 4; stop++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing has the focus';
      // The ring may be drawn by the control around an input, by the label of a hidden one, or by the card inside of a node.
      const label = element.closest('label');
      const drawers = [element, element.parentElement, element.firstElementChild, label, ...(label?.querySelectorAll('*') ?? [])];
      const rings = drawers.filter((drawer) => drawer !== null && drawer !== undefined).map((drawer) => getComputedStyle(drawer));
      if (rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)) return 'ring';
      // A shadow without blur, at least two pixels around, is a ring as well.
      if (rings.some(({ boxShadow }) => /0px 0px 0px [2-9]px/.test(boxShadow))) return 'ring';
      return `no ring on ${element.outerHTML.slice(0, 160)}`;
    });
    expect(seen).toBe('ring');
  }
}
