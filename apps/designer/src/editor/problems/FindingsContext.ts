import type { Finding } from '@tandem/lint';
import { createContext } from 'react';

/** What the rules say of the journey that the inspector acts on; null while they are on their way. */
export const FindingsContext = createContext<readonly Finding[] | null>(null);
