import { defineConfig } from "vite";

// One script for all screens: together they are smaller than the cost of a second request.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../src/reportedly/serve/static",
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: { input: "src/main.ts", output: { entryFileNames: "app.js" } },
  },
});
