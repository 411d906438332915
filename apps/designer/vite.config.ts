import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:8080';

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
      output: { chunkFileNames: 'assets/[name]-[hash].js', entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
  server: { proxy: { '/api': SERVER, '/am': SERVER, '/sim': SERVER, '/healthz': SERVER } },
});
