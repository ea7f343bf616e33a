import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { INodeType } from 'n8n-workflow';
import { behaviourProblems } from './behaviour.ts';
import { descriptionProblems } from './description.ts';
import { fileProblems } from './files.ts';
import type { NodeFolder } from './folder.ts';
import { recordingProblems } from './recording.ts';

/** Everything in which a node's folder differs from what all of them have in common; empty when all is well. */
export async function folderProblems(folder: NodeFolder): Promise<string[]> {
  const files = fileProblems(folder);
  if (files.some((problem) => problem.endsWith('.ts is missing'))) return files;
  const file = pathToFileURL(path.join(folder.path, `${folder.name}.node.ts`)).href;
  const module = (await import(/* @vite-ignore */ file)) as Record<string, new () => INodeType>;
  const NodeClass = module[folder.name];
  if (!NodeClass) return [...files, `${folder.name}.node.ts exports no class ${folder.name}`];
  const node = new NodeClass();
  return [
    ...files,
    ...descriptionProblems(folder, node.description),
    ...(await behaviourProblems(folder, node)),
    ...(node.description.credentials === undefined ? [] : await recordingProblems(folder, node)),
  ];
}
