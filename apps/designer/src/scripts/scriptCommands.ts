import { type JourneyDocument, newScript, own, type Script, setConfig, setScript, withScriptBody } from '@tandem/journey';
import type { Command } from '../editor/store/history.ts';
import { configIn, type Kinds, nameOf, outcomesIn } from '../editor/store/nodes.ts';
import { type ScriptFields, withFields } from './fields.ts';
import { templateOf } from './templates.ts';

/** Changes of a script as named commands of the journey that is open. */

/** @param burst typing of one burst is one step of the history */
export function changeScriptCommand(script: Script, source: string, burst: number): Command {
  return {
    name: `Change script ${script.name}`,
    group: `script:${script._id}:${burst}`,
    apply: (document) => setScript(document, withScriptBody(own(document.scripts, script._id) ?? script, source)),
  };
}

export function scriptFieldsCommand(script: Script, fields: ScriptFields): Command {
  const name = script.name === fields.name ? `Change settings of script ${script.name}` : `Rename script ${script.name} to ${fields.name}`;
  return {
    name,
    apply: (document) => setScript(document, withFields(own(document.scripts, script._id) ?? script, fields)),
  };
}

/** Makes a script and has a node run it. `copyOf`: with its source, else from the template of its context. */
export function newScriptCommand(
  kinds: Kinds,
  document: JourneyDocument,
  node: { id: string; field: string },
  fields: ScriptFields,
  copyOf?: string,
): Command & { script: Script } {
  const source = copyOf ?? templateOf(fields.context, fields.evaluatorVersion);
  const script = newScript({ id: crypto.randomUUID(), ...fields, source });
  return {
    script,
    name: `New script ${fields.name} for ${nameOf(kinds, document, node.id)}`,
    apply(current) {
      const config = { ...configIn(current, node.id), [node.field]: script._id };
      const outcomes = outcomesIn(kinds, current, node.id);
      return setConfig(setScript(current, script), node.id, config, outcomes, outcomes).document;
    },
  };
}
