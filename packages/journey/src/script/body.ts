import type { Script } from '../model.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';

/**
 * How an export writes a script's source (seen in frodo 3 and 4 and in the AIC admin UI): `lines` an array of lines, `json` a JSON string
 * holding the quoted source, `base64` AM's own form. `plain` is the bare source: frodo refuses it, Tandem takes it with a warning.
 */
export type ScriptEncoding = 'lines' | 'json' | 'base64' | 'plain';

/** Base64 of a binary or of a word that only looks like base64 decodes to control characters; source code holds none but white space. */
const CONTROL = /[^\P{Cc}\s]/u;

function decode(script: Script['script']): { encoding: ScriptEncoding; source: string } {
  if (Array.isArray(script)) return { encoding: 'lines', source: script.join('\n') };
  const quoted = decodeQuoted(script);
  if (quoted !== undefined) return { encoding: 'json', source: quoted };
  const decoded = script === '' ? undefined : decodeBase64(script.replace(/[\r\n]/g, ''));
  if (decoded !== undefined && !CONTROL.test(decoded)) return { encoding: 'base64', source: decoded };
  return { encoding: 'plain', source: script };
}

function decodeQuoted(text: string): string | undefined {
  if (!text.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The script's source, whatever its encoding. Never fails: what is none of the encodings is taken as the source itself. */
export function scriptBody(script: Pick<Script, 'script'>): string {
  return decode(script.script).source;
}

/**
 * The encoding the script came in. Base64 is only assumed when it decodes to text (frodo goes by the alphabet alone and takes a plain word of
 * 4n letters for base64).
 */
export function scriptEncoding(script: Pick<Script, 'script'>): ScriptEncoding {
  return decode(script.script).encoding;
}

/** Writes source in an encoding. `plain` has no written form that importers accept, so it stays the bare source. */
export function encodeScript(source: string, encoding: ScriptEncoding): string | string[] {
  switch (encoding) {
    case 'lines':
      return source.split('\n');
    case 'json':
      return JSON.stringify(source);
    case 'base64':
      return encodeBase64(source);
    case 'plain':
      return source;
  }
}

/**
 * The script with another source, written in the encoding it had; the same object when the source is the same. A plain script becomes a JSON
 * string: other plain text might be read back as something else.
 */
export function withScriptBody(script: Script, source: string): Script {
  const current = decode(script.script);
  if (current.source === source) return script;
  return { ...script, script: encodeScript(source, current.encoding === 'plain' ? 'json' : current.encoding) };
}
