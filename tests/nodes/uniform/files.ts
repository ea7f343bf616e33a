import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { jsonOf, kebabNameOf, packageName, textOf } from './folder.ts';
import type { NodeFolder } from './folder.ts';

/** @source n8n docs, "Node codex files"; *Logic* and *Flow* are not among them */
const categories = [
  'AI',
  'Analytics',
  'Communication',
  'Core Nodes',
  'Data & Storage',
  'Development',
  'Finance & Accounting',
  'HITL',
  'Marketing',
  'Miscellaneous',
  'Productivity',
  'Sales',
  'Utility',
];

interface Codex {
  node?: string;
  categories?: string[];
  alias?: string[];
  resources?: { primaryDocumentation?: { url?: string }[] };
}

/** The files of a folder: there, nothing else, registered, each with what belongs into it. */
export function fileProblems(folder: NodeFolder): string[] {
  return [
    ...presenceProblems(folder),
    ...registrationProblems(folder),
    ...codexProblems(folder),
    ...iconProblems(folder),
    ...roleProblems(folder),
  ];
}

function presenceProblems(folder: NodeFolder): string[] {
  const wanted = [
    `${folder.name}.node.ts`,
    `${folder.name}.node.json`,
    'properties.ts',
    'params.ts',
    'run.ts',
    `${folder.nodeName}.svg`,
    `${folder.nodeName}.dark.svg`,
    '__schema__/v1.0.0/output.json',
  ];
  const found = readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder.path, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  return [
    ...wanted.filter((file) => !found.includes(file)).map((file) => `${file} is missing`),
    ...found.filter((file) => !wanted.includes(file)).map((file) => `${file} has no place in a node's folder`),
  ];
}

function registrationProblems(folder: NodeFolder): string[] {
  const manifest = jsonOf<{ n8n: { nodes: string[] } }>(path.join(folder.root, 'package.json'));
  const entry = `dist/nodes/${folder.name}/${folder.name}.node.js`;
  return manifest.n8n.nodes.includes(entry) ? [] : [`package.json does not list "${entry}" under n8n.nodes`];
}

function codexProblems(folder: NodeFolder): string[] {
  const text = textOf(folder, `${folder.name}.node.json`);
  if (text === '') return [];
  const codex = JSON.parse(text) as Codex;
  const page = `docs/nodes/${kebabNameOf(folder)}.md`;
  const url = codex.resources?.primaryDocumentation?.[0]?.url ?? '';
  return [
    ...(codex.node === `${packageName}.${folder.nodeName}` ? [] : [`the codex is for ${codex.node}`]),
    ...((codex.categories ?? []).length > 0 ? [] : ['the codex names no category']),
    ...(codex.categories ?? [])
      .filter((category) => !categories.includes(category))
      .map((category) => `n8n knows no category "${category}"`),
    ...(codex.alias?.includes('Steward') ? [] : ['the codex lacks the alias "Steward"']),
    ...(url.endsWith(`/blob/main/${page}`) ? [] : [`the codex does not link to ${page}`]),
    ...(existsSync(path.join(folder.root, page)) ? [] : [`${page} is missing`]),
  ];
}

function iconProblems(folder: NodeFolder): string[] {
  const light = textOf(folder, `${folder.nodeName}.svg`);
  const dark = textOf(folder, `${folder.nodeName}.dark.svg`);
  if (light === '' || dark === '') return [];
  return [
    ...[light, dark].flatMap((svg) =>
      /^<svg [^>]*viewBox="0 0 48 48"/.test(svg) ? [] : ['an icon is not drawn on 48 × 48'],
    ),
    ...(light === dark ? ['light and dark icon are the same'] : []),
    ...([light, dark].some((svg) => /<script|href=|<style|url\(/.test(svg)) ? ['an icon is more than a drawing'] : []),
  ];
}

/** Each file keeps to its role: a table of contents, one reader of settings, one pure run. */
function roleProblems(folder: NodeFolder): string[] {
  const node = textOf(folder, `${folder.name}.node.ts`);
  const run = textOf(folder, 'run.ts');
  const oneLine =
    /async execute\(this: IExecuteFunctions\): Promise<INodeExecutionData\[\]\[\]> \{\s*return runNode\(this, readParams, run\);\s*\}/;
  const others = ['run.ts', 'properties.ts', `${folder.name}.node.ts`].filter((file) =>
    textOf(folder, file).includes('getNodeParameter'),
  );
  return [
    ...(node === '' || oneLine.test(node) ? [] : ['execute is more than "return runNode(this, readParams, run)"']),
    ...(/^import (?!type)[^;]*'n8n-workflow'/m.test(run) ? ['run.ts imports values of n8n-workflow'] : []),
    ...others.map((file) => `${file} reads settings, which is for params.ts`),
  ];
}
