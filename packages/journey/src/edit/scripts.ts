import { deepEqual } from '../json/equal.ts';
import { own } from '../json/own.ts';
import type { Script } from '../model.ts';
import { encodeScript } from '../script/body.ts';
import type { JourneyDocument } from './document.ts';

/**
 * Puts a script into the document, new or in place of the one with its id. The realm's script of that id is this one for every journey that names it,
 * once the document is saved.
 */
export function setScript(document: JourneyDocument, script: Script): JourneyDocument {
  if (deepEqual(own(document.scripts, script._id), script)) return document;
  return { ...document, scripts: { ...document.scripts, [script._id]: script } };
}

export interface NewScript {
  id: string;
  name: string;
  description?: string;
  source: string;
  context: string;
  evaluatorVersion: string;
}

/** A script with the fields that AIC gives a new one; its source stands as AIC's own export writes it. */
export function newScript({ id, name, description = '', source, context, evaluatorVersion }: NewScript): Script {
  return {
    _id: id,
    name,
    description,
    script: encodeScript(source, 'json'),
    default: false,
    language: 'JAVASCRIPT',
    context,
    evaluatorVersion,
  };
}
