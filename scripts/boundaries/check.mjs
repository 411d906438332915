import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { cycles } from './cycles.mjs';
import { importsOf } from './imports.mjs';

const BUILTINS = new Set(builtinModules);
const CODE = /\.[cm]?[jt]sx?$/;
const isTest = (file) => /\.test\.[cm]?[jt]sx?$|(^|\/)test(ing)?\/|(^|\/)test-[^/]*$/.test(file);
const matches = (patterns, name) => patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
const npmName = (module) => module.match(/^(@[^/]+\/)?[^/]+/)[0];

function codeIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : codeIn(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

/** The folders of the workspace and what each gives to others: `@tandem/engine/view` -> file. */
function readWorkspaces(root) {
  const list = ['apps', 'packages'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
  return [...list, 'bench', 'e2e']
    .filter((folder) => existsSync(join(root, folder)) && statSync(join(root, folder)).isDirectory())
    .map((folder) => {
      const manifest = join(root, folder, 'package.json');
      const { name = folder, exports = {} } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
      const entries = Object.entries(exports).map(([key, file]) => [
        name + key.slice(1),
        join(folder, typeof file === 'string' ? file : file.default),
      ]);
      return { folder, name, entries };
    });
}

function exported(entries, module) {
  for (const [name, file] of entries) {
    if (name === module) return file;
    const [before, after] = name.split('*');
    if (after !== undefined && module.startsWith(before) && module.endsWith(after)) {
      return file.replace('*', module.slice(before.length, module.length - after.length));
    }
  }
}

/**
 * Checks every import of the workspace against the rules.
 * @returns {{ problems: string[], files: number, imports: number }}
 */
export function checkBoundaries(root, { rules, onlyIn }) {
  const workspaces = readWorkspaces(root);
  const problems = [];
  const graph = new Map();
  let files = 0;
  let imports = 0;

  for (const workspace of workspaces) {
    const rule = rules[workspace.folder];
    if (!rule) {
      problems.push(`${workspace.folder}: has no row in scripts/boundaries/rules.mjs`);
      continue;
    }
    for (const path of codeIn(join(root, workspace.folder))) {
      const file = relative(root, path);
      files++;
      const edges = [];
      graph.set(file, edges);
      for (const found of importsOf(file, readFileSync(path, 'utf8'))) {
        imports++;
        const { problem, target } = judge({ root, file, found, workspace, workspaces, rule, onlyIn });
        if (problem) problems.push(`${file}:${found.line}: ${problem}`);
        if (target && found.kind === 'value') edges.push(target);
      }
    }
  }
  for (const cycle of cycles(graph)) problems.push(`import cycle: ${cycle.join(' -> ')}`);
  return { problems, files, imports };
}

function judge({ root, file, found, workspace, workspaces, rule, onlyIn }) {
  const module = found.module.replace(/\?[a-z&=]+$/, '');
  const inside = relative(workspace.folder, file);
  const test = isTest(inside) || workspace.folder === 'e2e';
  const tooling = inside.startsWith('scripts/');

  if (module.startsWith('.')) {
    const target = join(dirname(file), module);
    if (!target.startsWith(`${workspace.folder}/`)) return { problem: `${module} leaves ${workspace.folder}; import a package by its name` };
    if (!existsSync(join(root, target)) || statSync(join(root, target)).isDirectory()) {
      return { problem: `${module} names no file; relative imports carry their extension` };
    }
    return { target };
  }
  if (module.startsWith('node:') || BUILTINS.has(module)) {
    const allowed = (rule.builtins ?? []).some((prefix) => inside.startsWith(prefix)) || test || tooling;
    return allowed ? {} : { problem: `${module} is a part of Node.js, which ${workspace.folder} must not know` };
  }
  if (module.startsWith('@tandem/')) {
    const owner = workspaces.find(({ name }) => npmName(module) === name);
    if (!owner) return { problem: `${module}: no such package` };
    if (owner === workspace) return { problem: `${module}: a package imports its own files by relative paths` };
    const target = exported(owner.entries, module);
    if (!target) return { problem: `${module} is not in the exports map of ${owner.folder}` };
    if (matches(rule.workspaces, module)) return { target };
    if (matches(rule.workspaces, `type:${module}`)) {
      return found.kind === 'type' || test ? { target } : { problem: `${workspace.folder} may import only types of ${module}` };
    }
    return { target, problem: `${workspace.folder} must not import ${module}` };
  }
  const name = npmName(module);
  const known = test || tooling ? ['*'] : rule.npm;
  if (!matches(known, name) && !(found.kind === 'type' && matches(known, `type:${name}`)))
    return { problem: `${workspace.folder} must not import ${name}` };
  const reserved = onlyIn.find(({ npm, folders }) => matches(npm, name) && !folders.some((folder) => file.startsWith(folder)));
  return reserved ? { problem: `only ${reserved.folders.join(', ')} may import ${name}` } : {};
}
