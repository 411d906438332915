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
  'designer-menu': (stage) => stage.key(INITIALIZE, 'Shift+F10'),
  'designer-commands': (stage) => stage.key(INITIALIZE, 'ControlOrMeta+k'),
  'designer-keyboard': (stage) => stage.key(null, '?'),
  'designer-add-node': (stage) => stage.key(INITIALIZE, 'n'),
  'designer-connect': (stage) => stage.key(INITIALIZE, 'c'),
  'designer-insert': (stage) => stage.key(INITIALIZE, 'i'),
  'designer-history': (stage) => stage.key(INITIALIZE, 'Alt+ArrowDown').then(() => stage.command('History')),
  'designer-picture': (stage) => stage.node(null).then(() => stage.command('Export as SVG')),
  'designer-export': (stage) => stage.node(null).then(() => stage.press('Export')),
  'designer-outline': (stage) => stage.key(INITIALIZE, 'Shift+Alt+O'),
  'designer-problems': (stage) => dock(stage, 'Problems'),
  'designer-script': (stage) => dock(stage, 'Script'),
  'designer-versions': (stage) => dock(stage, 'Versions'),
  'designer-find': (stage) => stage.node(null).then(() => stage.command('Find nodes, settings and scripts')),

  simulation: (stage) => stage.run(),
  'simulation-outbox': (stage) => stage.run().then(() => stage.page.getByRole('tab', { name: /^Outbox/ }).click()),
  'simulation-latency': (stage) => stage.run().then(() => stage.page.getByRole('tab', { name: 'Latency' }).click()),

  people: (stage) => stage.inRealm('people'),
  person: (stage) => stage.inRealm('people', 'bjensen'),
  agents: (stage) => stage.inRealm('agents'),
  'managed-objects': (stage) => stage.inRealm('objects'),
  services: (stage) => stage.inRealm('services'),
  scripts: (stage) => stage.inRealm('scripts'),
  variables: (stage) => stage.inRealm('variables'),
  'variable-new': (stage) => stage.inRealm('variables', /^New.*variable/),
  'email-templates': (stage) => stage.inRealm('email-templates'),
  'email-template-new': (stage) => stage.inRealm('email-templates', /^New/),
  'http-stubs': (stage) => stage.inRealm('http-stubs'),
  'http-stub-new': (stage) => stage.inRealm('http-stubs', /^New/),
  backups: (stage) => stage.inRealm('backups'),

  'end-user': async (stage) => stage.page.goto(await link(stage)),
};
