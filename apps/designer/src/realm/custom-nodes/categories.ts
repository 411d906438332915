import type { CustomNodeType } from '@tandem/journey';

/** Tag that AIC gives every custom node. */
const CUSTOM = 'customNode';

/** The categories of AM's nodes menu, by the tag that puts a node there. */
const CATEGORIES: readonly { value: string; label: string }[] = [
  { value: 'basic authn', label: 'Basic authentication' },
  { value: 'mfa', label: 'MFA' },
  { value: 'risk', label: 'Risk' },
  { value: 'behavioral', label: 'Behavioral' },
  { value: 'contextual', label: 'Contextual' },
  { value: 'federation', label: 'Federation' },
  { value: 'identity management', label: 'Identity management' },
  { value: 'utilities', label: 'Utilities' },
  { value: 'iot', label: 'IoT' },
];
export const NO_CATEGORY = '';
export const CATEGORY_CHOICES = [{ value: NO_CATEGORY, label: 'None' }, ...CATEGORIES];

type Tagged = Pick<CustomNodeType, 'tags'>;

/** The category is the last of the tags that is one: AIC writes it behind what a person typed. */
export function categoryOf({ tags = [] }: Tagged): string {
  return tags.findLast((tag) => CATEGORIES.some(({ value }) => value === tag)) ?? NO_CATEGORY;
}
export const categoryName = (type: Tagged): string => CATEGORIES.find(({ value }) => value === categoryOf(type))?.label ?? '';

/** Tags that a person gave. */
export function ownTags({ tags = [] }: Tagged): string[] {
  const place = tags.lastIndexOf(categoryOf({ tags }));
  return tags.filter((tag, index) => tag !== CUSTOM && index !== place);
}

export function tagsWith(type: Tagged, change: { category?: string; own?: readonly string[] }): string[] {
  const { category = categoryOf(type), own = ownTags(type) } = change;
  return [...((type.tags ?? []).includes(CUSTOM) ? [CUSTOM] : []), ...own, ...(category === NO_CATEGORY ? [] : [category])];
}
