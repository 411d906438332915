import { localizedMessage } from '@tandem/nodes';
import { useState } from 'react';
import { TextField } from '../../components/index.ts';
import { languageTag } from './locales.ts';

/** Which of the texts a client of some language sees, by AM's own rule; its languages as in Accept-Language, best first. */
export function LocalePreview({ texts }: { texts: Readonly<Record<string, string>> }) {
  const [asked, setAsked] = useState('en-US');
  const languages = asked.split(/[,\s]+/).filter((text) => text !== '');
  const tags = languages.flatMap((text) => languageTag(text.replace(/;.*/, '')) ?? []);
  const wrong = tags.length < languages.length ? 'Language tags, best first: de-CH, de, en.' : undefined;
  const shown = localizedMessage(texts, tags);
  const from = Object.keys(texts).find((locale) => texts[locale] === shown);
  return (
    <details className="locale-preview">
      <summary>Which client sees which text</summary>
      <TextField label="Languages of the client, best first" value={asked} onChange={setAsked} error={wrong} mono />
      <p aria-live="polite">
        {shown === undefined ? 'None of these texts: the node’s own, where it has one.' : `“${shown}”`}
        {shown === undefined || from === undefined ? null : <span className="dim"> ({from})</span>}
      </p>
    </details>
  );
}
