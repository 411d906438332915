import { createContext, useContext } from 'react';
import { english, type Words } from './english.ts';

/** The language of the form: English, as the designer is, unless a page says otherwise. */
export const WordsContext = createContext<Words>(english);

export const useWords = (): Words => useContext(WordsContext);
