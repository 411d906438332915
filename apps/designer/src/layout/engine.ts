import type { ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Layouter } from './arrange.ts';

/** Thrown when somebody stopped the layout. */
class LayoutStopped extends Error {}

interface Answer {
  id: number;
  data?: ElkNode;
  error?: unknown;
}

/**
 * ELK in a worker of its own, for as long as one layout takes: a file of 1.6 MB that only those load who tidy up, and whose memory goes with it. The
 * messages are those of elkjs's own client (`register`, then `layout`), which itself cannot say that a worker died.
 */
export function elkInWorker(signal: AbortSignal): { layout: Layouter; end(): void } {
  const worker = new Worker(workerUrl);
  const waiting = new Map<number, { resolve(node: ElkNode): void; reject(error: unknown): void }>();
  let last = 0;
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const end = () => worker.terminate();
  const stop = () => {
    end();
    failAll(new LayoutStopped());
  };
  worker.onerror = () => failAll(new Error('The layout could not be loaded.'));
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.data !== undefined) asked?.resolve(data.data);
    else asked?.reject(new Error('This journey could not be laid out.', { cause: data.error }));
  };
  signal.addEventListener('abort', stop, { once: true });
  worker.postMessage({ id: last, cmd: 'register', algorithms: ['layered'] });
  return {
    layout: (graph) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new LayoutStopped());
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, cmd: 'layout', graph, layoutOptions: {}, options: {} });
      }),
    end,
  };
}
