// Makes the scripts that pages load, and the list of what is in the one for signing. They are
// committed, so that building the platform needs no Node. Run `npm ci && npm run build` after a change
// and commit.
import { build } from 'esbuild';
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const outfile = '../webapp/resources/js/signing.js';
const common = {
  bundle: true, format: 'iife', target: ['chrome111', 'firefox115', 'safari16.4'], charset: 'utf8', legalComments: 'none',
};
// Nothing but our own code, left as it is written.
await build({
  ...common, entryPoints: ['src/auction/page.js'], outfile: '../webapp/resources/js/auction.js',
  banner: { js: '/* Built from src/main/js/src/auction by `npm run build` */' },
});
const result = await build({
  ...common, entryPoints: ['src/pages.js'], outfile, minify: true, globalName: 'Subhasta',
  metafile: true,
  banner: { js: '/* Built from src/main/js by `npm run build`; licences: signing.licences.txt */' },
});

const packages = new Set();
for (const [input, { bytesInOutput }] of Object.entries(Object.values(result.metafile.outputs)[0].inputs)) {
  const found = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found && bytesInOutput > 0) packages.add(found[1]);
}
const parts = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((file) => join(folder, file)).find(existsSync);
  return `${name} ${version} (${license})\n\n${text ? readFileSync(text, 'utf8').trim() : ''}\n`;
});
writeFileSync(join(dirname(outfile), 'signing.licences.txt'),
  `What signing.js contains besides our own code (Apache-2.0).\n\n${parts.join(`\n${'-'.repeat(78)}\n\n`)}`);
console.log(`${outfile}: ${(Object.values(result.metafile.outputs)[0].bytes / 1024).toFixed(0)} kB, ${parts.length} packages`);
