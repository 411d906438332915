import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptEffect } from '../types.ts';

/** A script as a file of a tenant (or a page of Ping's documentation) carries it. */
export interface Found {
  file: string;
  name: string;
  /** AM's context, or why it is no script that a node runs. */
  context: string;
  effect: Pick<ScriptEffect, 'engine' | 'context' | 'source'> | undefined;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function decoded(script: unknown): string {
  const text = Array.isArray(script) ? script.join('\n') : String(script);
  if (text.startsWith('"')) return JSON.parse(text) as string;
  return /^[A-Za-z0-9+/\s]+=*\s*$/.test(text) ? Buffer.from(text, 'base64').toString() : text;
}

function runnable(context: string, version: unknown, source: string): Found['effect'] {
  const engine = version === '2.0' ? 'next-gen' : 'legacy';
  if (context.startsWith('CONFIG_PROVIDER_NODE')) return { engine, context: 'CONFIG_PROVIDER_NODE', source };
  if (/DECISION_NODE/.test(context)) return { engine, context: 'SCRIPTED_DECISION_NODE', source };
  return undefined;
}

function inJson(file: string, value: unknown, found: Found[]): void {
  if (Array.isArray(value)) for (const item of value) inJson(file, item, found);
  if (!isFields(value)) return;
  if (typeof value.serviceName === 'string' && value.script !== undefined) {
    const source = Array.isArray(value.script) ? value.script.join('\n') : String(value.script);
    found.push({ file, name: String(value.displayName), context: 'NODE_DESIGNER', effect: { engine: 'next-gen', context: 'NODE_DESIGNER', source } });
    return;
  }
  if (value.script !== undefined && typeof value.context === 'string' && typeof value.name === 'string') {
    const groovy = value.language === 'GROOVY';
    const effect = groovy ? undefined : runnable(value.context, value.evaluatorVersion, decoded(value.script));
    found.push({ file, name: value.name, context: `${value.context} ${value.evaluatorVersion ?? '1.0'}${groovy ? ' GROOVY' : ''}`, effect });
    return;
  }
  for (const item of Object.values(value)) inJson(file, item, found);
}

/** Code blocks of a documentation page; what kind of script one is shows in what it uses. */
function inPage(file: string, text: string, found: Found[]): void {
  for (const [, block = ''] of text.matchAll(/```(?:bash|javascript)\n([\s\S]*?)```/g)) {
    const source = block.replace(/^> ?/gm, '').trim();
    const at = `line ${text.slice(0, text.indexOf(block)).split('\n').length}`;
    if (/^\s*config = /m.test(source)) {
      // Only legacy values have asString().
      const engine = source.includes('.asString()') ? 'legacy' : 'next-gen';
      found.push({ file, name: at, context: `CONFIG_PROVIDER_NODE ${engine}`, effect: { engine, context: 'CONFIG_PROVIDER_NODE', source } });
    } else if (/properties\./.test(source))
      found.push({ file, name: at, context: 'NODE_DESIGNER', effect: { engine: 'next-gen', context: 'NODE_DESIGNER', source } });
    else if (/callbacks\.isEmpty|nodeState|outcome =/.test(source))
      found.push({
        file,
        name: at,
        context: 'SCRIPTED_DECISION_NODE next-gen',
        effect: { engine: 'next-gen', context: 'SCRIPTED_DECISION_NODE', source },
      });
  }
}

/** All scripts in the exports (`*.json`) and pages (`*.md`) of a folder and its folders. */
export function scriptsIn(folder: string): Found[] {
  const found: Found[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes('node_modules')) continue;
    if (entry.name.endsWith('.json')) inJson(entry.name, JSON.parse(readFileSync(path, 'utf8')), found);
    else if (entry.name.endsWith('.md')) inPage(entry.name, readFileSync(path, 'utf8'), found);
  }
  return found;
}
