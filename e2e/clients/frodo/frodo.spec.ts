import { expect, test } from '@playwright/test';
import { equalExports, type Json } from '@tandem/journey';
import { amadmin, type Frodo, startFrodo } from './frodo.ts';
import { journey, multi } from './journeys.ts';

/** `@rockcarver/frodo-cli` 3.1.0 as it comes from the registry. Every command has to end well and to complain about nothing. */

const NODES = 'realm-config/authentication/authenticationtrees/nodes';
/** Set by the server that takes the import. */
const SERVER_MADE = /\._rev$|\.(?:createdBy|creationDate|lastModifiedBy|lastModifiedDate)$/;
/** frodo writes the realm's name into it, or takes it out (`managed/alpha_user`). */
const FRODO_MADE = /^tree\.identityResource$/;

/** Twenty commands, each with a start of Node: a crowded machine is no failure. */
const STEPS = 420_000;
const step = test.step;
const places = (before: Json, after: Json): string[] =>
  equalExports(before, after)
    .map(({ place }) => place)
    .filter((place) => !SERVER_MADE.test(place));

async function withFrodo(kind: 'classic' | 'cloud', use: (frodo: Frodo) => Promise<void>): Promise<void> {
  const frodo = await startFrodo(kind);
  try {
    await use(frodo);
  } finally {
    await frodo.stop();
  }
}

test('journeys and scripts come and go, as in a self-managed AM', async () => {
  test.setTimeout(STEPS);
  await withFrodo('classic', async ({ run, write, read, url }) => {
    const [lines, base64] = [journey('FrodoLines', 1, 'lines'), journey('FrodoBase64', 2, 'base64')];
    const flat = journey('Frodo flat', 3, 'json');
    const bare = journey('FrodoBare', 4, 'json', false);

    await step('import of several, of one, and of one without coordinates', async () => {
      await run('journey', 'import', '-a', '-f', write('multi.json', multi(lines, base64)));
      await run('journey', 'import', '-f', write('flat.json', flat));
      await run('journey', 'import', '-i', 'FrodoBare', '-f', write('bare.json', bare));
    });
    await step('list', async () => {
      expect((await run('journey', 'list')).split('\n')).toEqual(
        expect.arrayContaining(['BackchannelMain', 'FrodoBase64', 'Frodo flat', 'FrodoLines']),
      );
      expect(await run('journey', 'list', '-l')).toMatch(/Frodo flat.*enabled.*Made for frodo/);
    });
    await step('export of one: what came, but for what frodo changes', async () => {
      await run('journey', 'export', '-i', 'Frodo flat', '-f', 'one.json');
      expect(places(flat, read('one.json'))).toEqual(['tree.identityResource']);
      expect(read('one.json')).toMatchObject({ tree: { identityResource: 'managed/user' } });
    });
    await step('export of all, into one file and into several', async () => {
      await run('journey', 'export', '-a', '-f', 'all.json');
      const { trees } = read('all.json') as { trees: Record<string, Json> };
      for (const entry of [lines, base64]) {
        const name = (entry.tree as { _id: string })._id;
        expect(places(entry, trees[name] as Json).filter((place) => !FRODO_MADE.test(place))).toEqual([]);
      }
      const coordinates = /\.[xy]$|^tree\.(?:staticNodes|identityResource)/;
      expect(places(bare, trees.FrodoBare as Json).filter((place) => !coordinates.test(place))).toEqual([]);
      await run('journey', 'export', '-A', '--use-string-arrays');
      const separate = read('FrodoLines.journey.json') as unknown as { scripts: Record<string, { script: string[] }> };
      // Tabs become spaces here, says frodo.
      expect(Object.values(separate.scripts)[0]?.script).toContain('    outcome = "known";');
    });
    await step('describe', async () => {
      expect(await run('journey', 'describe', '-i', 'Frodo flat')).toContain('Frodo flat');
    });
    await step('disable and enable', async () => {
      const isEnabled = async () =>
        ((await (await amadmin(url, 'GET', `${NODES.replace('/nodes', '/trees')}/Frodo%20flat`)).json()) as { enabled: boolean }).enabled;
      await run('journey', 'disable', '-i', 'Frodo flat');
      expect(await isEnabled()).toBe(false);
      await run('journey', 'enable', '-i', 'Frodo flat');
      expect(await isEnabled()).toBe(true);
    });
    await step('delete takes the nodes along', async () => {
      await run('journey', 'delete', '-i', 'FrodoLines');
      const page = Object.keys(lines.nodes as object)[0];
      expect((await amadmin(url, 'GET', `${NODES}/PageNode/${page}`)).status).toBe(404);
    });
    await step('prune takes nodes that nothing uses', async () => {
      expect((await amadmin(url, 'PUT', `${NODES}/MessageNode/alone`, { message: {}, messageYes: {}, messageNo: {} })).status).toBe(201);
      await run('journey', 'prune');
      expect((await amadmin(url, 'GET', `${NODES}/MessageNode/alone`)).status).toBe(404);
      const used = Object.keys(flat.nodes as object)[0];
      expect((await amadmin(url, 'GET', `${NODES}/PageNode/${used}`)).status).toBe(200);
    });
    await step('scripts', async () => {
      await run('script', 'export', '-n', 'FrodoLines script', '-f', 'script.json');
      await run('script', 'delete', '-n', 'FrodoLines script');
      expect(await run('script', 'list')).not.toContain('FrodoLines script');
      await run('script', 'import', '-f', 'script.json');
      expect(await run('script', 'list')).toContain('FrodoLines script');
    });
    await step('realms', async () => expect((await run('realm', 'list')).split('\n')).toEqual(expect.arrayContaining(['/', '/alpha'])));
    await step('info', async () => expect(await run('info', '--json')).toContain('8.1.0'));
  });
});

test('as a cloud tenant it signs in by OAuth 2.0, and brings themes along', async ({ page }) => {
  test.setTimeout(STEPS);
  await withFrodo('cloud', async ({ run, write, read, url }) => {
    const flat = journey('Frodo in the cloud', 5, 'json');
    await page.goto(url);
    await step('what arrives is seen in an open designer', async () => {
      await expect(page.getByText('HelpDeskVerifyUser').first()).toBeVisible();
      await run('journey', 'import', '-f', write('flat.json', flat));
      await expect(page.getByText('Frodo in the cloud').first()).toBeVisible();
    });
    await step('an export is what came', async () => {
      await run('journey', 'export', '-i', 'Frodo in the cloud', '-f', 'one.json');
      expect(places(flat, read('one.json'))).toEqual([]);
    });
    await step('and so is that of the first run’s journeys', async () => {
      await run('journey', 'list', '-l');
      await run('journey', 'export', '-A');
      expect(Object.keys(read('HelpDeskVerify.journey.json'))).toContain('themes');
    });
    await step('info', async () => expect(await run('info', '--json')).toContain('"deploymentType": "cloud"'));
  });
});
