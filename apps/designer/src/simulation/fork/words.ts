import type { Parent, SimulationListEntry } from '@tandem/api';

/** What forks are called on screen. */

type Made = NonNullable<Parent['changes']>[number];

/** So many changes are told one by one. */
const TOLD = 3;

/** "another answer to Password and the clock moved"; of a fork that changed nothing, null. */
export function madeText(changes: Parent['changes']): string | null {
  const texts = [...new Set((changes ?? []).map(changeText))];
  if (texts.length === 0) return null;
  const told = texts.slice(0, TOLD);
  const more = texts.length - told.length;
  if (more > 0) return `${told.join(', ')} and ${more} more`;
  return told.length === 1 ? (told[0] as string) : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}

function changeText({ kind, name }: Made): string {
  switch (kind) {
    case 'answer':
      return name ? `another answer to ${name}` : 'another answer';
    case 'node':
      return name ? `other settings of ${name}` : 'other settings of a node';
    case 'script':
      return name ? `another script “${name}”` : 'another script';
    case 'realm':
      return 'the newer realm';
    case 'latency':
      return 'other latencies';
    case 'state':
      return name ? `${name} edited by hand` : 'state edited by hand';
    case 'clock':
      return 'the clock moved';
    case 'message':
      return name ? `a push ${name}` : 'a push answered';
  }
}

/** What a person calls a simulation. */
export function titleText({ id, name, journey, user }: Pick<SimulationListEntry, 'id' | 'name' | 'journey' | 'user'>): string {
  if (name) return name;
  if (journey) return user ? `${journey} · ${user}` : journey;
  return `Simulation ${id.slice(0, 8)}`;
}
