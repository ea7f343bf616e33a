import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { repositoryCopy, root } from './repository-copy.ts';
import { nodeFolders } from './uniform/folder.ts';
import type { NodeFolder } from './uniform/folder.ts';
import { folderProblems } from './uniform/problems.ts';

const folders = nodeFolders(root);

describe('all nodes are alike', () => {
  it('finds the nodes', () => {
    expect(folders.map((folder) => folder.name)).toEqual(
      expect.arrayContaining(['Branch', 'DecisionLog', 'DecisionTable', 'IdentityResolution', 'RiskClassification']),
    );
  });

  it.each(folders.map((folder) => [folder.name, folder] as const))('%s', async (_, folder) => {
    expect(await folderProblems(folder)).toEqual([]);
  });
});

describe('a folder that is different is found', () => {
  const copies: string[] = [];
  afterEach(() => copies.splice(0).forEach((copy) => rmSync(copy, { recursive: true, force: true })));

  /** A copy of one node in the shape of the repository, to be broken. */
  function copyOf(name: string): NodeFolder {
    const copy = repositoryCopy(name);
    copies.push(copy);
    const folder = nodeFolders(copy).find((candidate) => candidate.name === name);
    if (!folder) throw new Error(`no copy of ${name}`);
    return folder;
  }

  function edit(folder: NodeFolder, file: string, from: string, to: string): void {
    const full = path.join(folder.path, file);
    const text = readFileSync(full, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(full, text.replace(from, to));
  }

  it('says nothing of an unbroken copy', async () => {
    expect(await folderProblems(copyOf('Branch'))).toEqual([]);
  });

  const breaks: [string, string, (folder: NodeFolder) => void][] = [
    ['a missing icon', 'branch.dark.svg is missing', (folder) => rmSync(path.join(folder.path, 'branch.dark.svg'))],
    ['a missing file', 'run.ts is missing', (folder) => rmSync(path.join(folder.path, 'run.ts'))],
    ['a stray file', 'notes.md has no place', (folder) => writeFileSync(path.join(folder.path, 'notes.md'), '')],
    [
      'one icon for both themes',
      'are the same',
      (folder) => cpSync(path.join(folder.path, 'branch.svg'), path.join(folder.path, 'branch.dark.svg')),
    ],
    [
      'no registration',
      'does not list',
      (folder) => edit(folder, '../../package.json', 'dist/nodes/Branch/Branch.node.js', 'dist/nodes/Other.js'),
    ],
    ['no page in the docs', 'branch.md is missing', (folder) => rmSync(path.join(folder.root, 'docs/nodes/branch.md'))],
    ['an unknown category', '"Logic"', (folder) => edit(folder, 'Branch.node.json', '"Utility"', '"Logic"')],
    [
      'a codex of another node',
      'the codex is for',
      (folder) => edit(folder, 'Branch.node.json', '.branch"', '.other"'),
    ],
    [
      'another name',
      'displayName is',
      (folder) => edit(folder, 'Branch.node.ts', "displayName: 'Branch'", "displayName: 'Fork'"),
    ],
    [
      'a description with a period',
      'ends with a period',
      (folder) => edit(folder, 'Branch.node.ts', 'and says why', 'and says why.'),
    ],
    [
      'a setting without a description',
      '"Type of Value" has no description',
      (folder) =>
        edit(folder, 'properties.ts', "description: 'A value of another type is an error, not a silent mismatch',", ''),
    ],
    [
      'a setting with expressions',
      '"Type of Value" takes an expression',
      (folder) =>
        edit(
          folder,
          'properties.ts',
          "name: 'valueType',\n    type: 'options',\n    noDataExpression: true,",
          "name: 'valueType',\n    type: 'options',",
        ),
    ],
    [
      'a shared setting of its own',
      '"Facts" differs',
      (folder) => edit(folder, 'properties.ts', '  toolFacts,', "  { ...toolFacts, description: 'Other words' },"),
    ],
    [
      'logic in execute',
      'execute is more than',
      (folder) => edit(folder, 'Branch.node.ts', 'return runNode(', 'if (!this) return [];\n    return runNode('),
    ],
    [
      'an impure run',
      'imports values of n8n-workflow',
      (folder) => edit(folder, 'run.ts', 'import {', "import { NodeOperationError } from 'n8n-workflow';\nimport {"),
    ],
    [
      'a schema that says otherwise',
      'says otherwise',
      (folder) => edit(folder, '__schema__/v1.0.0/output.json', '"outcome"', '"result"'),
    ],
    [
      'no sample',
      'samples/Branch.json is missing',
      (folder) => rmSync(path.join(folder.root, 'tests/nodes/samples/Branch.json')),
    ],
    [
      'lost pairing',
      'paired with',
      (folder) =>
        edit(
          folder,
          '../shared/run-node.ts',
          'json: json as IDataObject, pairedItem });',
          'json: json as IDataObject });',
        ),
    ],
    [
      'an error without its item',
      'which item it is about',
      (folder) => edit(folder, '../shared/errors.ts', '    itemIndex,\n', ''),
    ],
    [
      'a credential that is not asked for',
      'its credential is not the one',
      (folder) => edit(folder, 'Branch.node.ts', 'required: true', 'required: false'),
    ],
    [
      'no credential in the package',
      'does not list the credential',
      (folder) => edit(folder, '../../package.json', 'dist/credentials/', 'dist/other/'),
    ],
    [
      'an item that goes on before its decision is recorded',
      'not in the ledger before',
      (folder) =>
        edit(folder, '../shared/run-node.ts', 'await recordResults(context, contents, decided, recording)', 'decided'),
    ],
    [
      'an unmarked item',
      'goes on unmarked',
      (folder) => edit(folder, '../shared/recording/mark-items.ts', "steward['unrecorded'] = true;", ''),
    ],
    [
      'a failed item that is lost',
      'not every item goes on',
      (folder) => edit(folder, '../shared/run-node.ts', 'outputs[plan.onFailure]?.push(', 'void ('),
    ],
  ];

  it.each(breaks)('%s', async (_, problem, breakIt) => {
    const folder = copyOf('Branch');
    breakIt(folder);
    expect((await folderProblems(folder)).join('\n')).toContain(problem);
  });
});
