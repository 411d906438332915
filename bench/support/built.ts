import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * The engine as the product runs it: bundled. What tsx makes of the sources keeps the name of every inner function with a call at run time, which
 * is most of the cost of a visit.
 */
export async function builtEngine(): Promise<typeof import('@tandem/engine')> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  try {
    const outfile = join(folder, 'engine.mjs');
    const entry = fileURLToPath(import.meta.resolve('@tandem/engine'));
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'node20',
      conditions: ['import'],
      logLevel: 'silent',
    });
    return (await import(pathToFileURL(outfile).href)) as typeof import('@tandem/engine');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
