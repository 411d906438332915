// Runs the built server and ends it when the process that started it is gone, however that ended.
import { fileURLToPath } from 'node:url';

const main = new URL('../../apps/simulator/dist/main.js', import.meta.url);

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
process.setSourceMapsEnabled(true);
process.argv[1] = fileURLToPath(main);
await import(main.href);
