import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);
const isTest = (name) => /\.test\.[cm]?[jt]sx?$/.test(name);

/** Files below a folder (or the file itself), sorted; without what was installed or built. */
export function filesIn(path, keep = () => true) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const child = join(path, entry.name);
    if (entry.isDirectory()) return filesIn(child, keep);
    return keep(child) ? [child] : [];
  });
}

export const foldersIn = (path) =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(path, entry.name))
        .sort()
    : [];

/** A fingerprint of the contents of files and of anything else a result depends on. */
export function fingerprint(files, ...more) {
  const hash = createHash('sha256').update(JSON.stringify(more));
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`\0${relative('.', file)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

export const sourcesOf = (...paths) => paths.flatMap((path) => filesIn(path, (file) => !isTest(file)));

export function stamped(file, value) {
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8') === value;
}

export function stamp(file, value) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
