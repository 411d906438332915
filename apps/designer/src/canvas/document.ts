export type { JourneyDocument } from '@tandem/journey';
