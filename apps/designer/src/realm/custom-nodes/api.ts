import {
  type CustomNodeRecord,
  customNodeIdsSchema,
  customNodeListSchema,
  type InstanceEffectAnswer,
  instanceEffectsSchema,
  type SaveCustomNode,
  savedCustomNodeSchema,
} from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request, requestFile } from '../../app/index.ts';
import { saveFile } from '../../transfer/index.ts';

export const customNodesQuery = (realm: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'custom-nodes'],
    queryFn: async ({ signal }) => (await request(`${realmPath(realm)}/custom-nodes`, customNodeListSchema, { signal })).customNodes,
  });

const pathOf = (realm: string, id: string) => `${realmPath(realm)}/custom-nodes/${encodeURIComponent(id)}`;

/** @throws ProblemError 409 when somebody else saved since that version */
export async function saveCustomNode(realm: string, body: SaveCustomNode): Promise<{ record: CustomNodeRecord; effects: InstanceEffectAnswer[] }> {
  const { effects, ...record } = await request(pathOf(realm, body.nodeType._id), savedCustomNodeSchema, { method: 'PUT', body });
  return { record, effects };
}

/** What saving would do to the nodes of the type. */
export async function effectsOf(realm: string, { nodeType, renamed }: Pick<SaveCustomNode, 'nodeType' | 'renamed'>): Promise<InstanceEffectAnswer[]> {
  const path = `${pathOf(realm, nodeType._id)}/effects`;
  return (await request(path, instanceEffectsSchema, { method: 'POST', body: { nodeType, renamed } })).effects;
}

/** @throws ProblemError 409 while journeys use one of them */
export async function removeCustomNodes(realm: string, ids: readonly string[]): Promise<void> {
  await request(`${realmPath(realm)}/custom-nodes/delete`, customNodeIdsSchema, { method: 'POST', body: { ids } });
}

/** Saves AIC's file of these types. */
export async function exportCustomNodes(realm: string, ids: readonly string[]): Promise<void> {
  const { name, text } = await requestFile(`${realmPath(realm)}/export/custom-nodes?ids=${ids.map(encodeURIComponent).join(',')}`);
  saveFile(name ?? 'custom-nodes.json', text);
}
