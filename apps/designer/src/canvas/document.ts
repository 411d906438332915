import type { JourneyDocumentAnswer } from '@tandem/api';

/** What is drawn: a journey's tree, the nodes it places (page children too, by id) and their scripts. */
export type JourneyDocument = Pick<JourneyDocumentAnswer, 'tree' | 'nodes' | 'scripts'>;
