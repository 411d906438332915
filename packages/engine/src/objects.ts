import { type Json, type JsonObject, type ManagedObject, objectKey } from '@tandem/journey';
import type { ObjectView } from '@tandem/nodes';
import type { Model } from './model.ts';
import { own } from './own.ts';
import type { SimulationState } from './state.ts';
import { attributeEquals } from './userIndex.ts';

/** Managed objects other than users as a simulation sees them: the realm's, with the simulation's own changes laid over. */
export function objectsOf(model: Model, state: Pick<SimulationState, 'objects'>): ObjectView {
  const all = (type: string): JsonObject[] => {
    const kept = model.objectsOfType(type).filter(({ object }) => !Object.hasOwn(state.objects, objectKey(type, object._id)));
    const changed = Object.values(state.objects).filter((entry): entry is ManagedObject => entry?.type === type);
    return [...kept, ...changed].map(({ object }) => object);
  };
  return {
    all,
    byId(type, id) {
      const key = objectKey(type, id);
      const changed = own(state.objects, key);
      return (changed === undefined ? own(model.realm.objects, key) : changed)?.object;
    },
    find: (type, attribute, value) => all(type).filter((object) => attributeEquals(own<Json>(object, attribute), value)),
  };
}
