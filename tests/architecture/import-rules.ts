import path from 'node:path';
import ts from 'typescript';

/** Who may import whom, as docs/architecture.md says. A folder not named here may not exist at the top. */
interface Layer {
  /** Other layers, reached through their door alone. */
  layers: string[];
  /** Packages by name; `own` stands for the dependencies of the workspace's package.json. */
  packages: string[] | 'own';
  /** `node:` modules: none, some, or all. */
  builtins: string[] | 'all';
}

export const layers: Record<string, Layer> = {
  engine: { layers: [], packages: [], builtins: [] },
  rules: { layers: ['engine'], packages: [], builtins: [] },
  nodes: { layers: ['engine', 'rules'], packages: ['n8n-workflow'], builtins: ['node:crypto'] },
  credentials: { layers: [], packages: ['n8n-workflow'], builtins: [] },
  hub: { layers: ['engine', 'rules'], packages: 'own', builtins: 'all' },
  editor: { layers: ['engine', 'rules'], packages: 'own', builtins: [] },
  examples: { layers: ['engine', 'rules'], packages: [], builtins: 'all' },
  host: { layers: ['engine', 'examples'], packages: [], builtins: 'all' },
};

/**
 * The engine's libraries: each comes in through one port file, and a port file takes nothing else.
 * docs/decisions/0009-small-libraries-in-the-engine.md says why these.
 */
export const enginePorts: Record<string, string[]> = {
  'engine/audit/ed25519-port.ts': ['@noble/curves'],
  'engine/digest/sha256-port.ts': ['@noble/hashes'],
  'engine/decision/dmn/dmn-moddle-port.ts': ['dmn-moddle'],
  'engine/decision/spreadsheet/csv-port.ts': ['papaparse'],
  'engine/decision/spreadsheet/xlsx-port.ts': ['read-excel-file'],
  'engine/decision/spreadsheet/zip-port.ts': ['fflate'],
  'engine/identity/fields/phone-port.ts': ['libphonenumber-js'],
};

/** The rooms of the engine, and which others each may enter. What lies beside them (json.ts, issue.ts) is for all. */
export const engineRooms: Record<string, string[]> = {
  digest: [],
  decision: ['digest'],
  audit: ['digest', 'decision'],
  identity: ['digest', 'decision'],
  'personal-data': ['identity'],
  sentiment: ['digest'],
  conversation: ['sentiment', 'decision', 'personal-data'],
  journey: ['decision', 'identity', 'sentiment', 'conversation', 'personal-data'],
  contract: ['journey', 'audit', 'decision', 'identity'],
};

/**
 * The rooms of engine/decision, from the ground up: what a cell says, what the facts are, what a table says of itself, what
 * it decides, and what is done with that. What lies beside them (model.ts, decision.ts) is for all.
 */
export const decisionRooms: Record<string, string[]> = {
  cell: [],
  facts: ['cell'],
  table: ['cell', 'facts'],
  evaluate: ['cell', 'facts', 'table'],
  sample: ['cell', 'facts'],
  analysis: ['cell', 'facts', 'table', 'evaluate'],
  backtest: ['facts', 'table', 'evaluate'],
  branch: ['cell', 'facts'],
  risk: ['facts', 'table', 'evaluate'],
  record: ['facts', 'table', 'risk'],
  'json-rules': ['cell', 'facts', 'table', 'evaluate'],
  dmn: ['cell', 'facts'],
  spreadsheet: ['cell', 'facts'],
};

/**
 * The rooms of engine/identity, from the ground up: what a model and a record are (model), values in one form (fields), how
 * alike two are (compare), which are worth comparing (candidates), what the weights are (train), who belongs together
 * (cluster), what is known of them (golden), all of it from records to profiles (resolve), and how right that is (evaluate).
 */
export const identityRooms: Record<string, string[]> = {
  model: [],
  fields: ['model'],
  prepare: ['model', 'fields'],
  compare: ['model', 'fields', 'prepare'],
  candidates: ['model', 'prepare'],
  train: ['model', 'prepare', 'compare', 'candidates'],
  cluster: ['model'],
  golden: ['model'],
  evaluate: [],
  resolve: ['model', 'fields', 'prepare', 'compare', 'candidates', 'train', 'cluster', 'golden'],
};

/**
 * The rooms of engine/sentiment, from the ground up: what a score is (model), what was written (text), in which language
 * (language), what it says and feels (score), what it announces (signals), and how weights are learned (train).
 */
export const sentimentRooms: Record<string, string[]> = {
  model: [],
  text: ['model'],
  language: ['model', 'text'],
  signals: ['model', 'text'],
  score: ['model', 'text', 'language', 'signals'],
  train: ['model', 'text', 'language', 'signals', 'score'],
};

/**
 * The rooms of engine/conversation, from the ground up: what is known and decided (model), what messages say of the conversation
 * (facts), whether a person is needed (judge), and what that person gets (brief).
 */
export const conversationRooms: Record<string, string[]> = {
  model: [],
  facts: ['model'],
  judge: ['model', 'facts'],
  brief: ['model', 'facts'],
};

/** Files that a layer shows to others. */
export const doors: Record<string, RegExp> = {
  engine: /^engine\/index\.ts$/,
  rules: /^rules\/(index|text-model)\.ts$/,
  examples: /^examples\/[^/]+\/(index|customers)\.ts$/,
};

/** Programs that build a layer; they run on a developer's machine, not in the product. */
export const buildPrograms = [
  /^rules\/schema\/compile\.ts$/,
  /^rules\/text-model\/(train|trained-weights|training-data|corpus)\.ts$/,
];

/** The import specifiers of a source file, type imports included. */
export function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);
}

/**
 * Judges one import.
 * @param file path of the importing file from the repository's root, with forward slashes
 * @param specifier as written in the import
 * @param ownPackages dependencies of the importing workspace
 * @returns what is wrong, or null
 */
export function violation(file: string, specifier: string, ownPackages: readonly string[]): string | null {
  const from = file.split('/')[0] ?? '';
  const layer = layers[from];
  if (layer === undefined) return `${from}/ is no layer of the design`;
  if (specifier.startsWith('node:')) {
    const allowed = layer.builtins === 'all' || layer.builtins.includes(specifier);
    return allowed ? null : `${from}/ may not use ${specifier}`;
  }
  const packages = enginePorts[file] ?? layer.packages;
  if (!specifier.startsWith('.')) return packageViolation(from, packages, specifier, ownPackages);

  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  const to = target.split('/')[0] ?? '';
  if (to !== from) return layerViolation(from, layer, to, target);
  return insideViolation(file, target);
}

function packageViolation(
  from: string,
  packages: Layer['packages'],
  specifier: string,
  own: readonly string[],
): string | null {
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
  const allowed = packages === 'own' ? own : packages;
  return name !== undefined && allowed.includes(name) ? null : `${from}/ may not use the package ${specifier}`;
}

function layerViolation(from: string, layer: Layer, to: string, target: string): string | null {
  if (!layer.layers.includes(to)) return `${from}/ may not import ${to}/`;
  return doors[to]?.test(target) ? null : `${target} is behind the door of ${to}/`;
}

/** Rules between the rooms of one layer. */
function insideViolation(file: string, target: string): string | null {
  const [layer, room] = file.split('/');
  const [, otherRoom] = target.split('/');
  if (layer === 'engine') return engineViolation(file, target);
  if (layer === 'nodes' && otherRoom !== room && otherRoom !== 'shared') return 'one node may not import another';
  if (layer === 'editor' && room === 'ui' && otherRoom !== 'ui') return 'the design system may not know the pages';
  return null;
}

function engineViolation(file: string, target: string): string | null {
  if (target === 'engine/index.ts') return 'the door is for those outside of the engine';
  // The wording of all rooms comes together beside them.
  if (!file.includes('/', 'engine/'.length)) return null;
  return (
    roomViolation('engine', engineRooms, file, target) ??
    roomViolation('engine/decision', decisionRooms, file, target) ??
    roomViolation('engine/identity', identityRooms, file, target) ??
    roomViolation('engine/sentiment', sentimentRooms, file, target) ??
    roomViolation('engine/conversation', conversationRooms, file, target)
  );
}

/** A file beside the rooms of a folder may be imported by all, and says nothing of a room itself. */
function roomViolation(
  folder: string,
  rooms: Readonly<Record<string, string[]>>,
  file: string,
  target: string,
): string | null {
  const [from, to] = [roomIn(folder, file), roomIn(folder, target)];
  if (from === null || to === null || from === to) return null;
  const allowed = rooms[from];
  if (allowed === undefined) return `${folder}/${from}/ is no room of the design`;
  return allowed.includes(to) ? null : `${folder}/${from}/ may not import ${folder}/${to}/`;
}

function roomIn(folder: string, file: string): string | null {
  if (!file.startsWith(`${folder}/`)) return null;
  const [room, inside] = file.slice(folder.length + 1).split('/');
  return room === undefined || inside === undefined ? null : room;
}

/** Circles of imports, each once: `a > b > a`. */
export function circlesAmong(importsByFile: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const circles: string[] = [];
  function follow(file: string): void {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
    if (way.includes(file) || done.has(file)) return;
    way.push(file);
    for (const next of importsByFile.get(file) ?? []) follow(next);
    way.pop();
    done.add(file);
  }
  for (const file of importsByFile.keys()) follow(file);
  return circles;
}
