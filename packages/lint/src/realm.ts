import type { Realm } from '@tandem/journey';

/**
 * What a lint run knows of the realm around the journey: the other journeys with their nodes, scripts, custom node types, settings of services. Of
 * email templates and variables only the names count. The realm's own record of the journey at hand does not: the document is newer.
 */
export type LintRealm = Pick<Realm, 'journeys' | 'nodes' | 'scripts' | 'nodeTypes' | 'emailTemplates' | 'variables' | 'services'>;
