import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as bundleCss } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

// Three products from one repository: the n8n package (dist/), the hub (hub/dist) and the designer (editor/dist).
// `rollup -c --configNodes`, `--configHub` or `--configEditor` build one of them; without a flag all are built.

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Fails the build on what Rollup only warns about: an import that was not bundled, a cycle between our folders. */
function onwarn(warning, warn) {
  if (warning.code === 'MODULE_LEVEL_DIRECTIVE') return;
  if (warning.code === 'CIRCULAR_DEPENDENCY') {
    // Within one folder a form may hold fields that hold a form.
    const folders = new Set(warning.ids?.map((id) => path.dirname(id)));
    if (folders.size === 1 || warning.ids?.every((id) => id.includes('node_modules'))) return;
  }
  if (['UNRESOLVED_IMPORT', 'CIRCULAR_DEPENDENCY', 'MISSING_EXPORT'].includes(warning.code))
    throw new Error(warning.message);
  warn(warning);
}

/**
 * Nothing of the engine does anything by being loaded, and neither does papaparse, which does not say so of itself: whoever
 * does not verify signatures or read CSV does not carry them.
 */
const engineFolder = path.resolve('engine') + path.sep;
const treeshake = { moduleSideEffects: (id) => !id.startsWith(engineFolder) && !/[\\/]papaparse[\\/]/.test(id) };

function plugins(target) {
  return [
    nodeResolve({ preferBuiltins: true, exportConditions: ['node'] }),
    commonjs(),
    json({ preferConst: true }),
    esbuild({ target, sourceMap: false }),
  ];
}

// --- nodes and credentials: one self-contained CommonJS file each, as n8n loads them

const nodeFolders = existsSync('nodes')
  ? readdirSync('nodes').filter((name) => existsSync(path.join('nodes', name, `${name}.node.ts`)))
  : [];

/** Copies what n8n reads beside the code: icons, codex, output schemas. */
function nodeAssets(folder) {
  return {
    name: 'node-assets',
    writeBundle() {
      const from = path.join('nodes', folder);
      const to = path.join('dist', 'nodes', folder);
      for (const name of readdirSync(from)) {
        if (name.endsWith('.svg') || name.endsWith('.node.json')) cpSync(path.join(from, name), path.join(to, name));
        if (name === '__schema__') cpSync(path.join(from, name), path.join(to, name), { recursive: true });
      }
    },
  };
}

/** The parser of DMN warns on the console in two places, which n8n's scanner does not let pass; what it warns of are errors of ours. */
function withoutConsole() {
  return {
    name: 'without-console',
    transform(code, id) {
      if (!/[\\/]node_modules[\\/]moddle(?:-xml)?[\\/]/.test(id)) return null;
      return { code: code.replaceAll("typeof console !== 'undefined' && console.warn(", 'void ('), map: null };
    },
  };
}

const nodes = nodeFolders.map((folder) => ({
  input: path.join('nodes', folder, `${folder}.node.ts`),
  external: ['n8n-workflow', 'node:crypto'],
  output: { file: `dist/nodes/${folder}/${folder}.node.js`, format: 'cjs', exports: 'named', esModule: false },
  plugins: [...plugins('es2022'), withoutConsole(), nodeAssets(folder)],
  // Nothing that a node takes in does anything by being loaded: what it does not use stays out.
  treeshake: { moduleSideEffects: false },
  onwarn,
}));

const credentialFiles = existsSync('credentials')
  ? readdirSync('credentials').filter((name) => name.endsWith('.credentials.ts'))
  : [];

/** Icons beside the credentials. */
function credentialAssets() {
  return {
    name: 'credential-assets',
    writeBundle() {
      for (const name of readdirSync('credentials')) {
        if (name.endsWith('.svg')) cpSync(path.join('credentials', name), path.join('dist', 'credentials', name));
      }
    },
  };
}

const credentials = credentialFiles.map((file) => ({
  input: path.join('credentials', file),
  external: ['n8n-workflow'],
  output: {
    file: `dist/credentials/${file.replace(/\.ts$/, '.js')}`,
    format: 'cjs',
    exports: 'named',
    esModule: false,
  },
  plugins: [...plugins('es2022'), credentialAssets()],
  onwarn,
}));

// --- hub: ordinary dependencies stay outside; they are installed with it

const hubDependencies = Object.keys(JSON.parse(readFileSync('hub/package.json', 'utf8')).dependencies ?? {});
const isHubExternal = (id) =>
  builtins.includes(id) || hubDependencies.some((name) => id === name || id.startsWith(`${name}/`));

const hub = [
  ['hub/src/cli/main.ts', 'hub/dist/cli.js', 'es'],
  ['hub/src/n8n-hooks.ts', 'hub/dist/n8n-hooks.cjs', 'cjs'],
  ['hub/src/standalone/main.ts', 'hub/dist/steward-hub.js', 'es'],
  // A thread of its own, which both commands start.
  ['hub/src/cli/ledger/verify-range.worker.ts', 'hub/dist/verify-range.worker.js', 'es'],
  // Threads of `steward identity resolve`: a part of the file, and a part of the pairs.
  ['hub/src/cli/identity/read.worker.ts', 'hub/dist/read.worker.js', 'es'],
  ['hub/src/cli/identity/weigh.worker.ts', 'hub/dist/weigh.worker.js', 'es'],
  // A thread of the hub: all profiles by another model.
  ['hub/src/identity/resolving/resolve.worker.ts', 'hub/dist/resolve.worker.js', 'es'],
]
  .filter(([input]) => existsSync(input))
  .map(([input, file, format]) => ({
    input,
    external: isHubExternal,
    treeshake,
    output: { file, format, inlineDynamicImports: true, exports: 'auto', interop: 'auto' },
    plugins: plugins('node24'),
    onwarn,
  }));

// --- editor: a module graph that loads the designer only when a journey is opened

/** `new Worker(new URL('package/worker.js', import.meta.url))`: a package's ready-made worker is served as it is. */
function workers() {
  const pattern = /new URL\(\s*['"]([^./'"][^'"]*)['"]\s*,\s*import\.meta\.url\s*\)/g;
  return {
    name: 'workers',
    transform(code) {
      if (!pattern.test(code)) return null;
      const transformed = code.replace(pattern, (_, file) => {
        const source = readFileSync(createRequire(import.meta.url).resolve(file));
        const reference = this.emitFile({ type: 'asset', name: path.basename(file), source });
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      });
      return { code: transformed, map: null };
    },
  };
}

/** The packed hub carries the designer; it has no checkout beside it. */
const designerInHub = 'hub/dist/designer';

/** Bundles the style sheet with its fonts and writes index.html with the names of what was built. */
function editorPage() {
  return {
    name: 'editor-page',
    buildStart() {
      for (const folder of ['editor/dist', designerInHub]) rmSync(folder, { recursive: true, force: true });
    },
    async writeBundle(_, bundle) {
      const script = Object.values(bundle).find(
        (chunk) => chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'main',
      );
      const css = await bundleCss({
        entryPoints: { main: 'editor/src/app/main.css' },
        outdir: 'editor/dist/assets',
        entryNames: '[name]-[hash]',
        assetNames: '[name]-[hash]',
        bundle: true,
        minify: true,
        metafile: true,
        loader: { '.woff2': 'file', '.woff': 'empty' },
        logLevel: 'warning',
      });
      const style = Object.keys(css.metafile.outputs).find((name) => name.endsWith('.css'));
      const page = readFileSync('editor/index.html', 'utf8')
        .replaceAll('%SCRIPT%', `/steward/${script.fileName}`)
        .replaceAll('%STYLE%', `/steward/assets/${path.basename(style)}`);
      mkdirSync('editor/dist', { recursive: true });
      writeFileSync('editor/dist/index.html', page);
      cpSync('editor/dist', designerInHub, { recursive: true });
    },
  };
}

const editor = existsSync('editor/src/app/main.tsx')
  ? [
      {
        input: { main: 'editor/src/app/main.tsx' },
        treeshake,
        output: {
          dir: 'editor/dist',
          format: 'es',
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          hashCharacters: 'base36',
        },
        plugins: [
          nodeResolve({ browser: true, extensions: ['.mjs', '.js', '.ts', '.tsx', '.json'] }),
          commonjs(),
          json({ preferConst: true }),
          esbuild({
            include: /\.[mc]?[jt]sx?$/,
            exclude: [],
            target: 'es2022',
            jsx: 'automatic',
            minify: true,
            sourceMap: false,
            define: { 'process.env.NODE_ENV': '"production"' },
          }),
          workers(),
          editorPage(),
        ],
        onwarn,
      },
    ]
  : [];

export default function configure(flags) {
  const chosen = [
    flags.configNodes && [...nodes, ...credentials],
    flags.configHub && hub,
    flags.configEditor && editor,
  ].filter(Boolean);
  return (chosen.length > 0 ? chosen : [nodes, credentials, hub, editor]).flat();
}
