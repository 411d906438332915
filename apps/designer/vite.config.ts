import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconsChunk, routeChunks } from './routeChunks.ts';

/** The browser's own Host is passed on: the server refuses writes from another origin. Whom a proxy's headers name would have to sign in. */
const server = { target: 'http://127.0.0.1:8080', changeOrigin: false };

/** Routes are loaded lazily under the names that the size check looks for; React and what every route needs stay with the entry. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    manifest: true,
    // The server's Content-Security-Policy allows fonts and images from files only, not from data: addresses.
    assetsInlineLimit: 0,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { index: 'index.html', login: 'login.html' },
      output: {
        chunkFileNames: 'assets/[name]-[hash].js',
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: [iconsChunk, routeChunks(fileURLToPath(new URL('./src', import.meta.url)))] },
      },
    },
  },
  server: { proxy: { '^/(api|am|sim)/': server, '/healthz': server } },
});
