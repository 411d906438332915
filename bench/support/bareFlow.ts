import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { LargeJourney } from './large.ts';

const designer = new URL('../../apps/designer', import.meta.url).pathname;

/** The least that could show this graph: React Flow as its first example has it, with the designer's own versions. */
const page = (zoom: number) => `
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ReactFlow } from 'reactflow';
import 'reactflow/dist/style.css';

function Page() {
  const [graph, setGraph] = useState(null);
  useEffect(() => {
    globalThis.show = () => void fetch('graph.json').then((answer) => answer.json()).then(setGraph);
    if (location.hash !== '#wait') globalThis.show();
  }, []);
  return graph && createElement(ReactFlow, { defaultNodes: graph.nodes, defaultEdges: graph.edges, defaultViewport: { x: 40, y: 40, zoom: ${zoom} }, minZoom: 0.04 });
}
createRoot(document.querySelector('main')).render(createElement(Page));
`;
const HTML =
  '<!doctype html><link rel="stylesheet" href="/page.css"><style>main { position: fixed; inset: 0 }</style><main></main><script type="module" src="/page.js"></script>';
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

/** Bundles the page into a folder and serves it: `/<name>/` shows the graph of that name, at this zoom at first; with `#wait`, when `show()` is called. */
export async function serveBareFlow(folder: string, journeys: readonly LargeJourney[], zoom = 0.72): Promise<{ server: Server; url: string }> {
  await build({
    stdin: { contents: page(zoom), resolveDir: designer },
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(folder, 'page.js'),
  });
  const files = new Map<string, string | Buffer>();
  for (const file of ['page.js', 'page.css']) files.set(`/${file}`, readFileSync(join(folder, file)));
  for (const { name, graph } of journeys) files.set(`/${name}/`, HTML).set(`/${name}/graph.json`, JSON.stringify(graph));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files.get(path);
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
