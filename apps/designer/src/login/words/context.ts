import { createContext, useContext } from 'react';
import { english, type PageWords } from './english.ts';

export const PageWordsContext = createContext<PageWords>(english);

export const usePageWords = (): PageWords => useContext(PageWordsContext);
