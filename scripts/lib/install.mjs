import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root, run } from './run.mjs';
import { fingerprint, foldersIn, stamp, stamped } from './stamp.mjs';

const STAMP = 'node_modules/.tandem-install';

function checkNode(manifest) {
  const wanted = manifest.engines.node.replace(/^>=/, '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const [major, minor] = wanted;
  if (found[0] < major || (found[0] === major && found[1] < minor)) {
    throw new Error(`Tandem needs Node.js ${manifest.engines.node}; this is ${process.versions.node}.`);
  }
}

/** Installs the dependencies that the lockfile names, unless that very set is installed. The native modules depend on Node's ABI. */
export async function install() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  checkNode(manifest);
  const manifests = ['.', 'bench', ...foldersIn('apps'), ...foldersIn('packages')].map((folder) => join(folder, 'package.json'));
  const state = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests], process.versions.modules, process.platform, process.arch);
  if (stamped(STAMP, state)) return false;
  process.stdout.write('Installing dependencies ...\n');
  await must(['npx', '-y', manifest.packageManager, 'install', '--frozen-lockfile'], {
    // CI: pnpm must not stop to ask before it replaces node_modules.
    env: { CI: 'true', npm_config_loglevel: 'error' },
    quiet: true,
  });
  stamp(STAMP, state);
  return true;
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of CHROMIUM_PATH or of the system. */
const chromium = () => process.env.CHROMIUM_PATH ?? BROWSERS.find((path) => existsSync(path));

/** Finds Chromium for the browser tests; installs Debian's where that is possible. */
export async function installChromium() {
  const found = chromium();
  if (found && existsSync(found)) return found;
  if (found) throw new Error(`CHROMIUM_PATH names ${found}, which does not exist.`);
  const apt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (apt) {
    process.stdout.write('Installing Chromium ...\n');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run(['apt-get', 'update'], { quiet: true, env });
    await must(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], { quiet: true, env });
  }
  const installed = chromium();
  if (!installed) throw new Error('The browser tests need Chromium: install it (Debian: `apt-get install chromium`) or set CHROMIUM_PATH.');
  return installed;
}
