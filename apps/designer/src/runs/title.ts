import type { SimulationListEntry } from '@tandem/api';

/** What a simulation goes by in the list: the name it was given, else what ran in it last; and what else there is to say. */
export function simulationTitle({ name, journey, user, realm, clockMode }: SimulationListEntry): { title: string; about: string } {
  const ran = journey === undefined ? 'Nothing run yet' : user === undefined ? journey : `${journey} · ${user}`;
  const where = `${realm} · ${clockMode === 'virtual' ? 'virtual clock' : 'real clock'}`;
  return name === undefined ? { title: ran, about: where } : { title: name, about: `${ran} · ${where}` };
}
