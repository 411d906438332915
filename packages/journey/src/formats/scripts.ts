import * as z from 'zod';
import type { Writing } from '../bundle.ts';
import { isObject } from '../json/own.ts';
import { type Issue, type Script, scriptSchema } from '../model.ts';
import { scriptEncoding } from '../script/body.ts';
import type { Place, Problems } from './problems.ts';

const fileSchema = scriptSchema.extend({ _id: z.string().min(1).optional(), name: z.string().optional() });

export interface ReadScripts {
  scripts: Record<string, Script>;
  writing: Record<string, Writing>;
  warnings: Issue[];
}

/** Reads `scripts`: id -> script, whose body stays encoded as it came. A script without a name goes by its id. */
export function readScripts(value: unknown, at: Place, problems: Problems): ReadScripts {
  const result: ReadScripts = { scripts: {}, writing: {}, warnings: [] };
  for (const [id, entry] of Object.entries(problems.object(value, at, 'scripts'))) {
    const field = `scripts.${id}`;
    if (isObject(entry) && entry._id !== undefined && entry._id !== id) {
      problems.add(at, `${field}._id`, `The script is listed as "${id}" but its _id is ${JSON.stringify(entry._id)}.`, id);
      continue;
    }
    const script = problems.check(fileSchema, entry, at, field);
    if (script === undefined) continue;
    const lacks = [...(script._id === undefined ? ['_id'] : []), ...(script.name === undefined ? ['name'] : [])];
    if (lacks.length > 0) result.writing[id] = { lacks };
    const complete: Script = lacks.length > 0 ? { ...script, _id: id, name: script.name ?? id } : (script as Script);
    result.scripts[id] = complete;
    if (scriptEncoding(complete) === 'plain' && complete.script !== '') {
      result.warnings.push({
        ...at,
        field: `${field}.script`,
        message: `The source of script "${complete.name}" is not encoded. It was taken as it stands; frodo refuses such a file.`,
        expected: 'lines, a JSON string or base64',
      });
    }
  }
  return result;
}
