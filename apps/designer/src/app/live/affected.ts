/** One changed resource of a realm; `*` for kind and id: everything may have changed. */
export interface RealmChange {
  kind: string;
  id: string;
  /** Absent: it was deleted. */
  version?: number | undefined;
}

/** What journeys and the rules about them are drawn from. */
const DESIGN = new Set(['journeys', 'nodes', 'scripts', 'nodeTypes', 'emailTemplates', 'variables', 'services']);
/** Kinds that a section of the realm's screen shows and nothing else does. */
const SECTIONS = new Set(['identities', 'objects', 'services', 'variables', 'secrets', 'emailTemplates', 'stubs']);

/** Whether what was read under this key may be another thing since the change. Dialogs that have shown what they would do keep it until they are closed. */
export function isAffected([head, realm, part]: readonly unknown[], of: string, changes: readonly RealmChange[]): boolean {
  if (realm !== of) return false;
  const any = (test: (change: RealmChange) => boolean) => changes.some((change) => change.kind === '*' || test(change));
  const isDesign = ({ kind }: RealmChange) => DESIGN.has(kind);
  switch (head) {
    case 'journeys':
    case 'knowledge':
    case 'problems':
    case 'uses':
    case 'orphans':
      return any(isDesign);
    case 'resources':
      return any((change) => isDesign(change) || change.kind === 'identities');
    case 'journey':
      // One that is gone cannot be read again: whoever has it open is told when it is saved.
      return any(({ kind, id, version }) => kind === 'journeys' && id === part && version !== undefined);
    // What people are is no configuration.
    case 'changes':
      return any(({ kind }) => kind !== 'identities' && kind !== 'objects');
    case 'versions':
      return any(({ kind, id }) => kind === 'journeys' && id === part);
    case 'realm':
      return any((change) => (SECTIONS.has(String(part)) ? change.kind === part : isDesign(change)));
    default:
      return false;
  }
}
