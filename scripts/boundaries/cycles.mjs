/**
 * The import cycles of a graph, one for each strongly connected component (Tarjan).
 * @param {Map<string, string[]>} graph file -> files it imports
 * @returns {string[][]} files of a cycle in order, the first one repeated at the end
 */
export function cycles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];

  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== index.get(file)) return;
    const component = new Set(stack.splice(stack.indexOf(file)));
    if (component.size > 1 || graph.get(file)?.includes(file)) found.push(walk(graph, component, file));
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** The shortest way from a file back to itself inside its component. */
function walk(graph, component, from) {
  const queue = [[from]];
  const seen = new Set();
  for (const path of queue) {
    for (const next of graph.get(path.at(-1)) ?? []) {
      if (next === from) return [...path, from];
      if (!component.has(next) || seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return [from];
}
