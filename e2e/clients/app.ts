import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';

/** An application of another origin than Tandem's, as a team under development serves it from its own machine. */
export class App {
  origin = '';
  private server: Server | undefined;
  private readonly entry: string;

  /** @param entry what the application is made of: a file beside this one */
  constructor(entry = 'page.ts') {
    this.entry = entry;
  }

  get callback(): string {
    return `${this.origin}/callback`;
  }

  async start(): Promise<void> {
    const script = await bundled(this.entry);
    this.server = createServer((req, res) => {
      if (req.url === '/app.js') res.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      else if (req.url === '/') res.writeHead(200, HTML).end('<!doctype html><title>App</title><body><script src="/app.js"></script>');
      else res.writeHead(200, HTML).end('<!doctype html><title>Back</title>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server?.once('listening', resolve));
    this.origin = `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** The application in a browser of its own: own cookies, own storage. */
  async open(browser: Browser): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${this.origin}/`);
    return page;
  }
}

const HTML = { 'content-type': 'text/html' };

async function bundled(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false, logLevel: 'silent', platform: 'browser' });
  return outputFiles[0]?.text ?? '';
}
