#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/steward-hub.js', import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  process.stderr.write(
    `steward-hub: Node 24 or newer is needed; this is ${process.version}. In the checkout, run it by npx, which brings it along.\n`,
  );
  process.exitCode = 2;
} else if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('steward-hub: the program has not been built yet. In the checkout, run: npm run build\n');
  process.exitCode = 2;
}
