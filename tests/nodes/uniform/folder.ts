import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** One node's folder, and where it stands. */
export interface NodeFolder {
  /** The repository, or a copy of its shape. */
  root: string;
  /** `RiskClassification` */
  name: string;
  /** `riskClassification`: what n8n calls the node. */
  nodeName: string;
  path: string;
}

export const packageName = 'n8n-nodes-steward';

/** All folders of nodes, but for what they share. */
export function nodeFolders(root: string): NodeFolder[] {
  return readdirSync(path.join(root, 'nodes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map((entry) => ({
      root,
      name: entry.name,
      nodeName: entry.name.charAt(0).toLowerCase() + entry.name.slice(1),
      path: path.join(root, 'nodes', entry.name),
    }));
}

/** `Risk Classification` */
export function displayNameOf(folder: NodeFolder): string {
  return folder.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** `risk-classification` */
export function kebabNameOf(folder: NodeFolder): string {
  return displayNameOf(folder).toLowerCase().replaceAll(' ', '-');
}

/** The text of a file of the folder; empty when it is missing, which `fileProblems` reports. */
export function textOf(folder: NodeFolder, file: string): string {
  const full = path.join(folder.path, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

export function jsonOf<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape;
}
