import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { firstChunks } from './scripts/first-chunk.mjs'
import {
  buildNodeEntries,
  chromeTarget,
  mainBuild,
  removeMainParts,
  nodeResolve,
  nodeTarget,
  root,
} from './scripts/node-build.mjs'

function nodeEntries(): Plugin {
  return {
    name: 'zhike:node-entries',
    apply: 'build',
    buildStart: removeMainParts,
    closeBundle: buildNodeEntries,
  }
}

const first = firstChunks(
  [
    ['frame', '/renderer/app/first/root.tsx'],
    ['window', '/renderer/app/window.tsx'],
  ],
  '/renderer/app/main.ts',
)

export default defineConfig({
  main: {
    plugins: [nodeEntries()],
    resolve: nodeResolve,
    build: { ...mainBuild, externalizeDeps: false },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: nodeTarget,
      outDir: join(root, 'out/preload'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { index: join(root, 'main/preload/index.ts') },
        // A sandboxed preload script can require nothing of its own, so it is one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), first.plugin],
    server: {
      fs: { allow: [root] },
      // The window is at app://zhike also in development: changes come over a socket of the bundler's own address.
      port: 5173,
      strictPort: true,
      hmr: { host: 'localhost', clientPort: 5173 },
    },
    build: {
      target: chromeTarget,
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // No data: addresses, so that the content security policy need not allow them.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        // Two pages: the window, and the sheet on its way to the printer.
        input: { index: join(root, 'renderer/index.html'), print: join(root, 'renderer/print/print.html') },
        // What the window is drawn with is one file, what it is filled with another: each is a question to the main process, which is busy then.
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: first.name, debugName: 'first' }],
          },
        },
      },
    },
  },
})
