import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noncePlaceholder } from './electron/host/page-policy.ts';

/**
 * Three builds: `out/main` (every program: the desktop's main process, the engine, the command line), `out/preload`,
 * `out/renderer` (the page, for the window and for the browser host alike).
 */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          engine: 'electron/engine/process.ts',
          'import-worker': 'electron/engine/imports/worker/process.ts',
          cli: 'electron/cli/main.ts',
        },
        // Side by side, so that code finds its neighbours from wherever the bundler put it.
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
      sourcemap: true,
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but `electron`.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    html: { cspNonce: noncePlaceholder },
    build: {
      rolldownOptions: { input: { index: 'renderer/index.html' } },
      // The browser host shows it to whichever browser the operator has.
      target: ['es2022'],
      // What is inlined becomes a data: address, which the page's policy allows for pictures only.
      assetsInlineLimit: 0,
      // It comes from the same machine, so its size is no matter of waiting.
      chunkSizeWarningLimit: 2000,
      minify: true,
      sourcemap: false,
    },
  },
});
