import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { filesOf } from './templates.ts';
import type { NewNode } from './templates.ts';

/** Something that the person who asked for the node has to change. */
export class ScaffoldProblem extends Error {}

/**
 * Makes the folder of a new node with everything that belongs to one, and registers it in package.json.
 * @param root the repository
 * @param className `ConsentCheck`
 * @returns the files that were written, from the root
 * @throws ScaffoldProblem for a name that is no class name, or that is taken; nothing is written then
 */
export async function makeNode(root: string, className: string): Promise<string[]> {
  const node = namesOf(className);
  const files = filesOf(node);
  const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
  if (taken.length > 0)
    throw new ScaffoldProblem(`${taken[0]} is there already. Choose another name, or remove it first.`);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), await formatted(path.join(root, file), content));
  }
  register(root, `dist/nodes/${className}/${className}.node.js`);
  return Object.keys(files);
}

/** In the form that `npm run format` gives; drawings stay as they are. */
async function formatted(file: string, content: string): Promise<string> {
  if (file.endsWith('.svg')) return content;
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

function namesOf(className: string): NewNode {
  // Every word begins with a capital and goes on in small letters, so that all spellings can be told from one another.
  if (!/^(?:[A-Z][a-z0-9]+)+$/.test(className)) {
    throw new ScaffoldProblem(
      `"${className}" is no name for a node. Write words together, each with a capital: ConsentCheck.`,
    );
  }
  const words = className.match(/[A-Z][a-z0-9]+/g) ?? [className];
  return {
    className,
    nodeName: className.charAt(0).toLowerCase() + className.slice(1),
    displayName: words.join(' '),
    kebabName: words.join('-').toLowerCase(),
  };
}

function register(root: string, entry: string): void {
  const file = path.join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { n8n: { nodes: string[] } };
  manifest.n8n.nodes = [...new Set([...manifest.n8n.nodes, entry])].sort();
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
