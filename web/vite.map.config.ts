import { defineConfig } from "vite";

// The map's own script, so that no other screen loads it; MapLibre and the symbols come only when they are drawn.
export default defineConfig({
  publicDir: false,
  resolve: { alias: { "milsymbol-parts": new URL("node_modules/milsymbol/index.mjs", import.meta.url).pathname } },
  build: {
    outDir: "../src/reportedly/serve/static",
    emptyOutDir: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { map: "src/map/main.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
