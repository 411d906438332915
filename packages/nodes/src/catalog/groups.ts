/** Palette groups in the order in which they are shown: ours first, then AM's. */
export const paletteGroups = [
  'Backchannel',
  'Custom nodes',
  'Basic authentication',
  'MFA',
  'Risk',
  'Behavioral',
  'Contextual',
  'Federation',
  'Identity management',
  'Utilities',
  'IoT',
  'Uncategorized',
  'Marketplace',
] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** Tags that decide the group, strongest first: marketplace nodes carry product tags too. */
const groupOfTag: readonly (readonly [tag: string, group: PaletteGroup])[] = [
  ['backchannel', 'Backchannel'],
  ['customnode', 'Custom nodes'],
  ['marketplace', 'Marketplace'],
  ['basic authentication', 'Basic authentication'],
  ['basic authn', 'Basic authentication'],
  ['mfa', 'MFA'],
  ['multi-factor authentication', 'MFA'],
  ['risk', 'Risk'],
  ['behavioral', 'Behavioral'],
  ['contextual', 'Contextual'],
  ['federation', 'Federation'],
  ['identity management', 'Identity management'],
  ['iot', 'IoT'],
  ['utilities', 'Utilities'],
];

/** Group of a node type by its tags, as AM's palette sorts them. */
export function groupOf(tags: readonly string[]): PaletteGroup {
  const lower = new Set(tags.map((tag) => tag.toLowerCase()));
  return groupOfTag.find(([tag]) => lower.has(tag))?.[1] ?? 'Uncategorized';
}

const icons: Record<PaletteGroup, string> = {
  Backchannel: 'send',
  'Custom nodes': 'puzzle',
  'Basic authentication': 'log-in',
  MFA: 'smartphone',
  Risk: 'gauge',
  Behavioral: 'chart-line',
  Contextual: 'map-pin',
  Federation: 'network',
  'Identity management': 'users-round',
  Utilities: 'wrench',
  IoT: 'cpu',
  Uncategorized: 'box',
  Marketplace: 'store',
};

/** lucide icon of a group, for the types without one of their own. */
export function groupIcon(group: PaletteGroup): string {
  return icons[group];
}
