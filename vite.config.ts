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
    rolldownOptions: { input: pages.map((page) => `kiosk/ui/${page}.html`) },
  },
});
