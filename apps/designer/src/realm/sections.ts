import { ArchiveRestore, Bot, Boxes, Braces, FileCode, type LucideIcon, Mail, Puzzle, SlidersHorizontal, Unplug, UsersRound } from 'lucide-react';

/** The sections of the realm's screen, by the last part of its address. */
export const SECTIONS = [
  { id: 'people', label: 'People', icon: UsersRound },
  { id: 'agents', label: 'Agents', icon: Bot },
  { id: 'objects', label: 'Managed objects', icon: Boxes },
  { id: 'services', label: 'Services', icon: SlidersHorizontal },
  { id: 'scripts', label: 'Scripts', icon: FileCode },
  { id: 'custom-nodes', label: 'Custom nodes', icon: Puzzle },
  { id: 'variables', label: 'Variables and secrets', icon: Braces },
  { id: 'email-templates', label: 'Email templates', icon: Mail },
  { id: 'http-stubs', label: 'HTTP stubs', icon: Unplug },
  { id: 'backups', label: 'Backups', icon: ArchiveRestore },
] as const satisfies readonly { id: string; label: string; icon: LucideIcon }[];

export type SectionId = (typeof SECTIONS)[number]['id'];
