// Runs a TypeScript file of this repository: node host/with-node-24.mjs host/start.ts [arguments]
// Plain JavaScript, because an older Node (Debian's npm may run on one) has to be able to read it. The npm package
// `node` among the development dependencies brings Node 24, which runs TypeScript directly.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = resolve(process.argv[2] ?? '');
const isNode24 = (version) => Number(version.replace(/^v/, '').split('.')[0]) >= 24;

if (isNode24(process.version)) {
  process.argv.splice(1, 2, file);
  const { main } = await import(pathToFileURL(file).href);
  await main?.();
} else {
  const node = findNode24() ?? installNode24();
  const child = spawn(node, [fileURLToPath(import.meta.url), file, ...process.argv.slice(3)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` },
  });
  // Ctrl-C reaches the child by itself; it decides when to end. Other signals are passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function findNode24() {
  const program = join(root, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(program)) return null;
  try {
    return isNode24(execFileSync(program, ['--version'], { encoding: 'utf8' })) ? program : null;
  } catch {
    return null;
  }
}

/** Where install scripts are switched off, `npm ci` leaves the package without its program. */
function installNode24() {
  const folder = join(root, 'node_modules', 'node');
  if (existsSync(join(folder, 'installArchSpecificPackage.js'))) {
    console.log('Fetching Node 24 from the npm registry ...');
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'inherit' });
    const node = findNode24();
    if (node !== null) return node;
  }
  console.error(`Steward needs Node 24; this is ${process.version}. Run npm ci first, which brings Node 24 along.`);
  process.exit(1);
}
