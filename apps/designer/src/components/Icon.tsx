import type { LucideIcon } from 'lucide-react';
import { Box } from 'lucide-react';
import { icons } from './icons.ts';

/** Icons are named in node definitions (lucide's kebab-case names); only those listed in icons.ts are bundled. */
export function Icon({ name, size = 16 }: { name: string; size?: number }) {
  const Found: LucideIcon = icons[name] ?? Box;
  return <Found size={size} strokeWidth={1.75} aria-hidden="true" />;
}
