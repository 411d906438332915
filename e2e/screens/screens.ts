import { authenticateUrl, filled, output, post } from '../support/am.ts';
import { ownPair } from '../support/files.ts';
import { AGENT, type Stage, USER } from './stage.ts';

const INITIALIZE = 'Backchannel Initialize';

/** The link that the user of a login over the backchannel gets. */
async function link({ baseURL }: Stage): Promise<string> {
  const url = authenticateUrl(`${baseURL}/am`);
  const first = await post(`${url}?authIndexType=service&authIndexValue=BackchannelMain`);
  return output(await post(url, filled(first, 'bjensen')), 'PollingWaitCallback', 'message') ?? '';
}

async function importing(stage: Stage): Promise<void> {
  await stage.library.open();
  await stage.library.importByButton({ name: 'desk-call.json', text: ownPair().text }, { name: 'broken.json', text: '{"trees":' });
  await stage.library.importDialog.getByText(/files can be imported/).waitFor();
}

async function dock(stage: Stage, tab: string): Promise<void> {
  await stage.node(INITIALIZE);
  await stage.press(new RegExp(`^${tab}`));
  await stage.page.getByRole('region', { name: tab }).first().waitFor();
}

async function split({ designer }: Stage): Promise<void> {
  await designer.open(AGENT, { beside: USER });
  await designer.canvas(USER);
}

async function tabOf(stage: Stage, name: string): Promise<void> {
  await stage.node(INITIALIZE);
  await stage.designer.settings.getByRole('tab', { name }).click();
}

/** A run, and the dialog that a key opens there. */
async function running(stage: Stage, key: string): Promise<void> {
  await stage.run();
  await stage.page.keyboard.press(key);
  await stage.dialog.waitFor();
}

/** Every screen and dialog by the name of its picture: how it is brought up. A new one is one line. */
export const SCREENS: Record<string, (stage: Stage) => Promise<unknown>> = {
  library: (stage) => stage.library.open(),
  'library-chosen': (stage) => stage.library.open().then(() => stage.page.getByRole('checkbox', { name: 'Choose BackchannelMain' }).check()),
  'library-details': (stage) => stage.ofJourney('Details'),
  'library-duplicate': (stage) => stage.ofJourney('Duplicate'),
  'library-where-used': (stage) => stage.ofJourney('Where used'),
  'library-tag': (stage) => stage.ofJourney('Tag'),
  'library-export': (stage) => stage.ofJourney('Export'),
  'library-delete': (stage) => stage.ofJourney('Delete'),
  'library-new-journey': (stage) => stage.library.open().then(() => stage.press('New journey')),
  'library-orphaned-nodes': (stage) => stage.library.open().then(() => stage.press('Orphaned nodes')),
  'library-import': importing,

  designer: (stage) => stage.node(INITIALIZE),
  'designer-journey': (stage) => stage.node(null),
  'designer-page': (stage) => stage.node('Page Node', USER),
  'designer-split': split,
  'designer-state': (stage) => tabOf(stage, 'State'),
  'designer-json': (stage) => tabOf(stage, 'JSON'),
  'designer-about': (stage) => tabOf(stage, 'About'),
  'designer-note': (stage) => stage.key(null, 's').then(() => stage.page.keyboard.type('Ask security')),
  'designer-menu': (stage) => stage.keyDialog(INITIALIZE, 'Shift+F10'),
  'designer-commands': (stage) => stage.keyDialog(INITIALIZE, 'ControlOrMeta+k'),
  'designer-keyboard': (stage) => stage.keyDialog(null, '?'),
  'designer-add-node': (stage) => stage.keyDialog(INITIALIZE, 'n'),
  'designer-connect': (stage) => stage.keyDialog(INITIALIZE, 'c'),
  'designer-replace': (stage) => stage.keyDialog(INITIALIZE, 'r'),
  'designer-rename': (stage) => stage.key(INITIALIZE, 'F2'),
  'designer-into-page': (stage) => stage.keyDialog('Backchannel Status', 'p'),
  'designer-insert': (stage) => stage.keyDialog(INITIALIZE, 'i'),
  'designer-history': (stage) =>
    stage
      .key(INITIALIZE, 'Alt+ArrowDown')
      .then(() => stage.command('History'))
      .then(() => stage.dialog.filter({ hasText: 'History' }).waitFor()),
  'designer-picture': (stage) => stage.commandDialog(null, 'Export as SVG', /picture|SVG/i),
  'designer-export': (stage) => stage.node(null).then(() => stage.press('Export')),
  'designer-outline': (stage) => stage.key(INITIALIZE, 'Shift+Alt+O'),
  'designer-problems': (stage) => dock(stage, 'Problems'),
  'designer-script': (stage) => stage.node('In Progress Wait').then(() => stage.press('Edit script')),
  'designer-script-new': (stage) =>
    stage
      .node('In Progress Wait')
      .then(() => stage.press('New script'))
      .then(() => stage.dialog.waitFor()),
  'designer-test-run': async (stage) => {
    await stage.node('In Progress Wait');
    await stage.press('Edit script');
    await stage.press('Test run');
    await stage.page.getByRole('complementary', { name: 'Test run' }).waitFor();
  },
  'designer-versions': (stage) => dock(stage, 'Versions'),
  'designer-find': async (stage) => {
    await stage.node(null);
    await stage.command('Find nodes, settings and scripts');
    await stage.page.getByRole('searchbox', { name: 'Find', exact: true }).fill('transaction');
  },

  simulations: (stage) => stage.run().then(() => stage.page.goto('/simulations')),
  simulation: (stage) => stage.run(),
  'simulation-share': (stage) => stage.run().then(() => stage.press('Share')),
  'simulation-export': async (stage) => {
    await stage.run();
    await stage.press('Share');
    await stage.dialog.getByRole('tab', { name: 'Export' }).click();
    await stage.dialog.getByText('Diagram', { exact: true }).click();
    await stage.dialog.getByRole('img').waitFor();
  },
  'simulation-outbox': (stage) => stage.run().then(() => stage.page.getByRole('tab', { name: /^Outbox/ }).click()),
  'simulation-fork': async (stage) => {
    await running(stage, 'ControlOrMeta+Shift+F');
    await stage.press('Add a change');
    await stage.page.getByRole('menuitem', { name: 'Another answer' }).click();
    await stage.dialog.getByLabel('Password').waitFor();
  },
  'simulation-race': (stage) => running(stage, 'ControlOrMeta+Shift+X').then(() => stage.dialog.getByLabel('Password').waitFor()),
  compare: async (stage) => {
    await running(stage, 'ControlOrMeta+Shift+X');
    await stage.dialog.getByLabel('Password').fill('Secret12!');
    await stage.press('Run both orders');
    await stage.page.getByRole('grid', { name: 'Events of both' }).waitFor();
  },
  'simulation-latency': (stage) => stage.run().then(() => stage.page.getByRole('tab', { name: 'Latency' }).click()),

  people: (stage) => stage.inRealm('people'),
  person: (stage) => stage.inRealm('people', 'bjensen'),
  agents: (stage) => stage.inRealm('agents'),
  'managed-objects': (stage) => stage.inRealm('objects'),
  services: (stage) => stage.inRealm('services'),
  scripts: (stage) => stage.inRealm('scripts'),
  'custom-nodes': (stage) => stage.inRealm('custom-nodes'),
  'custom-node': (stage) => stage.customNode('Overview'),
  'custom-node-details': (stage) => stage.customNode('Details'),
  'custom-node-properties': (stage) => stage.customNode('Properties'),
  'custom-node-property': (stage) => stage.customNode('Properties').then(() => stage.press('Add property')),
  'custom-node-settings': (stage) => stage.customNode('Settings'),
  'custom-node-script': (stage) => stage.customNode('Script'),
  script: (stage) => stage.inRealm('scripts').then(() => stage.press('In Progress Wait')),
  'person-new': (stage) => stage.inRealm('people', /^New|^Add/),
  'agent-new': (stage) => stage.inRealm('agents', /^New|^Add/),
  'managed-object-new': (stage) => stage.inRealm('objects', /^New|^Add/),
  variables: (stage) => stage.inRealm('variables'),
  'variable-new': (stage) => stage.inRealm('variables', /^New.*variable/),
  'email-templates': (stage) => stage.inRealm('email-templates'),
  'email-template-new': (stage) => stage.inRealm('email-templates', /^New/),
  'http-stubs': (stage) => stage.inRealm('http-stubs'),
  'http-stub-new': (stage) => stage.inRealm('http-stubs', /^New/),
  backups: (stage) => stage.inRealm('backups'),

  'end-user': async (stage) => stage.page.goto(await link(stage)),
};
