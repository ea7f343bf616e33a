import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeNode } from '../scaffold/make-node.ts';
import { repositoryCopy } from './repository-copy.ts';
import { nodeFolders } from './uniform/folder.ts';
import { folderProblems } from './uniform/problems.ts';

describe('npm run new:node', () => {
  let copy = '';
  beforeEach(() => {
    copy = repositoryCopy('Branch');
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  it('makes a folder that is like all the others', async () => {
    const files = await makeNode(copy, 'ConsentCheck');
    const folder = nodeFolders(copy).find((candidate) => candidate.name === 'ConsentCheck');
    expect(folder && (await folderProblems(folder))).toEqual([]);
    expect(files.every((file) => existsSync(path.join(copy, file)))).toBe(true);
  });

  it('registers the node in its place and leaves the rest of package.json as it was', async () => {
    const read = () =>
      JSON.parse(readFileSync(path.join(copy, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
    const before = read();
    await makeNode(copy, 'ConsentCheck');
    const after = read();
    expect(after.n8n.nodes).toEqual([...before.n8n.nodes, 'dist/nodes/ConsentCheck/ConsentCheck.node.js'].sort());
    expect({ ...after, n8n: { ...after.n8n, nodes: before.n8n.nodes } }).toEqual(before);
  });

  it.each(['consentCheck', 'Consent Check', 'SMSCheck', '../Evil', ''])('refuses the name "%s"', async (name) => {
    await expect(makeNode(copy, name)).rejects.toThrow('no name for a node');
  });

  it('does not touch a node that is there', async () => {
    const before = readFileSync(path.join(copy, 'nodes/Branch/run.ts'), 'utf8');
    await expect(makeNode(copy, 'Branch')).rejects.toThrow('is there already');
    expect(readFileSync(path.join(copy, 'nodes/Branch/run.ts'), 'utf8')).toBe(before);
  });
});
