import { randomUUID } from 'node:crypto';
import { type Script, scriptBody, withScriptBody } from '@tandem/journey';
import type { JourneySpec } from '../first-run/journeyBuilder.ts';
import { scripts } from '../first-run/scripts/index.ts';
import { freshIds, type Parts, withTexts } from './archetype.ts';

/**
 * A pair of the first-run realm under other names, with nodes and scripts of its own.
 * @param scriptIds the scripts that the pair uses
 */
export function fromPair(
  main: JourneySpec,
  backchannel: JourneySpec,
  scriptIds: readonly string[],
  names: { main: string; backchannel: string },
  realm: string,
): Parts {
  const texts = freshIds([main, backchannel]);
  texts.set(backchannel.name, names.backchannel);
  const own = scripts.filter(({ _id }) => scriptIds.includes(_id));
  for (const { _id } of own) texts.set(_id, randomUUID());
  const named = (spec: JourneySpec, name: string): JourneySpec => ({ ...withTexts(spec, texts), name });
  return {
    journeys: [
      { ...named(main, names.main), description: main.description.replaceAll(backchannel.name, names.backchannel) },
      { ...named(backchannel, names.backchannel), description: backchannel.description.replaceAll(main.name, names.main) },
    ],
    scripts: own.map((script) => ofRealm({ ...script, _id: texts.get(script._id) as string, name: `${names.main} - ${script.name}` }, realm)),
  };
}

/** Managed users are called after their realm. */
function ofRealm(script: Script, realm: string): Script {
  return withScriptBody(script, scriptBody(script).replaceAll('managed/alpha_user', `managed/${realm}_user`));
}
