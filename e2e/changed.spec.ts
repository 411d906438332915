import { beginHelpDesk, HELP_DESK } from './pages/simulation.ts';
import { expectAccessible } from './support/look.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test('a realm that is changed under a run is told of at once; one goes on, or begins again with the changes', async ({ page }) => {
  const server = new OwnServer();
  try {
    await server.start();
    const simulation = await beginHelpDesk(page, server.url);
    const of = `${server.url}/api/realms/alpha/journeys/${HELP_DESK.user}`;
    const { version, ...document } = await (await page.request.get(of)).json();
    // A node that the other journey waits at is deleted: this run has its copy.
    const [id] = Object.entries(document.tree.nodes).find(([, node]) => (node as { nodeType: string }).nodeType === 'PageNode') ?? [];
    document.nodes[String(id)].pageDescription = { en: 'Changed elsewhere' };
    const put = await page.request.put(of, { data: { baseVersion: version, tree: document.tree, nodes: document.nodes, scripts: document.scripts } });
    await expect(put).toBeOK();
    const bar = page.getByRole('status').filter({ hasText: 'Configuration changed' });
    await expect(bar).toContainText(HELP_DESK.user);
    await expectAccessible(page);
    await bar.getByRole('button', { name: 'Continue' }).click();
    await expect(bar).toBeHidden();
    await expect(simulation.transaction).toContainText('bjensen');
  } finally {
    await server.remove();
  }
});
