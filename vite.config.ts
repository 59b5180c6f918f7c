import { defineConfig } from 'vite';

const pages = ['screen', 'console', 'badges', 'insights', 'wall', 'debrief', 'words-desk', 'preview', 'stage', 'privacy', 'sign-in', 'takeaway', 'phone'];

// The pages that the server embeds. What they need lands in dist/assets and is
// served under /assets/; public/ holds the placeholder that git keeps of dist/.
export default defineConfig({
  root: 'kiosk/ui',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true, // make bench reads the sizes by it
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages.map((page) => `kiosk/ui/${page}.html`),
      // One file each for what most pages and stations share: thirty icons in
      // files of their own are thirty requests, and compress to three times as much.
      output: {
        codeSplitting: {
          groups: [
            { name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\// },
            { name: 'icons', test: /node_modules\/lucide-static\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
