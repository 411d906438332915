// npm run build [-- --force]: the designer (Vite) and the simulator (esbuild), each when its sources changed.
import { buildAll } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { cli } from './lib/run.mjs';

cli(async (args) => {
  await install();
  await buildAll({ force: args.includes('--force') });
});
