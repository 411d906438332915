import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAdmitted } from './admin/access.ts';
import { Admin } from './admin/admin.ts';
import { openAdmin } from './admin/open.ts';
import { ensureAdmin } from './admin/password.ts';
import { createListener } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { firstRunRealm } from './first-run/index.ts';
import { createPages, designerFolder } from './http/designer.ts';
import { inAddress, isEveryAddress, networkNames } from './http/network.ts';
import { createHttpServer } from './http/server.ts';
import { openFile } from './open-file.ts';
import { hashPasswordSync } from './passwords.ts';
import { openServices, type Services } from './services.ts';
import { openSimulations } from './simulations/open.ts';

/** Realm that a file named at start is imported into. */
const FIRST_REALM = 'alpha';

export interface Running {
  /** "http://127.0.0.1:8080/" */
  url: string;
  services: Services;
  /** Ends connections, streams, pools and storage. */
  stop(): Promise<void>;
}

/**
 * Starts the server.
 * @param print one line for the person at the terminal
 * @param module URL of the running module, from which the designer's files are found
 * @throws ConfigError, FolderInUseError, OpenFileError with messages for that person
 */
export async function start(given: Config, print: (line: string) => void, module: string): Promise<Running> {
  const config = withPublicUrl(given);
  const services = await openServices(config);
  try {
    const { realms, history, sealer, settings, hub } = services;
    if (realms.names().length === 0) await realms.create(firstRunRealm({ hashPassword: hashPasswordSync }));
    if (config.file !== undefined) await openAtStart(services, config.file, print);

    const admin = new Admin(settings);
    const listener = createListener({
      admin,
      realms,
      history,
      sealer,
      hub,
      pages: createPages(designerFolder(module), (req) => isAdmitted(req, admin.sessions)),
      publicUrl: config.publicUrl,
      names: () => networkNames(config.host),
      adminRouter: openAdmin({ realms, settings, sealer, publicUrl: config.publicUrl, admin }),
      ...openSimulations(services),
    });
    const server = createHttpServer(listener);
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    // Known only now where any free port would do.
    if (config.publicUrl && given.publicUrl === undefined) config.publicUrl.port = String(port);
    // Only once nothing can fail any more: it is shown this once.
    const password = await ensureAdmin(settings, config.adminPassword);
    if (password !== undefined) print(`The password of amadmin is ${password} (shown this once).`);
    for (const name of networkNames(config.host)) print(`On the network it is at http://${name}:${port}/ (amadmin signs in there).`);
    let ended: Promise<void> | undefined;
    return {
      url: `http://${isEveryAddress(config.host) ? '127.0.0.1' : inAddress(config.host)}:${port}/`,
      services,
      stop() {
        ended ??= stop(server, services);
        return ended;
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

async function openAtStart({ realms }: Services, path: string, print: (line: string) => void): Promise<void> {
  const realm = realms.load(FIRST_REALM) ? FIRST_REALM : (realms.names()[0] ?? FIRST_REALM);
  const opened = await openFile(realms, realm, path);
  for (const warning of opened.warnings) print(`Note: ${warning}`);
  const what = opened.journeys.length > 0 ? list('journey', opened.journeys) : list('custom node type', opened.nodeTypes);
  print(`Opened ${opened.file}: ${what} in realm ${realm}.`);
}

function list(what: string, names: readonly string[]): string {
  if (names.length === 0) return `no ${what}s`;
  return `${names.length === 1 ? what : `${what}s`} ${names.join(', ')}`;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new ConfigError(`Port ${port} of ${host} is taken by another program. Stop that one, or set PORT to another number.`));
      else if (error.code === 'EACCES') reject(new ConfigError(`Port ${port} may not be used by this user. Set PORT to a number from 1024.`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

/** A server on the network is reached there by the phones that its links are for. */
function withPublicUrl(config: Config): Config {
  const [name] = config.publicUrl ? [] : networkNames(config.host);
  return name === undefined ? config : { ...config, publicUrl: new URL(`http://${name}:${config.port}`) };
}

/** How long answers under way may take to finish, in ms. The whole server is gone within a second. */
const GRACE = 300;

async function stop(server: Server, services: Services): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  services.hub.close();
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(force);
  await services.close();
}
