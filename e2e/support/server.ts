import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of its own, and the built server on it as often as wanted. */
export class OwnServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'tandem-e2e-own-'));
  url = '';
  private child: ChildProcess | undefined;

  /**
   * @param again at the address that it had before: for pages that are open
   * @param host where it listens
   */
  async start({ again = false, host = '127.0.0.1' } = {}): Promise<void> {
    const port = again ? new URL(this.url).port : '0';
    const child = spawn(process.execPath, ['apps/simulator/dist/main.js'], {
      env: { ...process.env, HOST: host, PORT: port, TANDEM_DATA: this.folder, TANDEM_ADMIN_PASSWORD: 'Secret12!' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    let text = '';
    for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
      text += String(chunk);
      const ready = /ready at (http:\/\/\S+?)\/?\s/.exec(text);
      if (ready?.[1]) {
        this.url = ready[1];
        // Reading on keeps the pipe from filling; breaking out of the loop would close it.
        child.stdout?.resume();
        return;
      }
    }
    throw new Error(`The server ended before it was ready: ${text}`);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
