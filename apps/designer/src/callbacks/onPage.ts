import { createContext, useContext } from 'react';

/**
 * Whether the form is the page of the person who signs in: there links to other journeys and redirects are followed in the same tab, and what
 * only a browser of one's own can tell is told. In a workbench it is one screen among others, which nothing may leave.
 */
export const OnPageContext = createContext(false);

export const useOnPage = (): boolean => useContext(OnPageContext);
