import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPrograms, circlesAmong, importsOf, layers, violation } from './import-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

const notSource = new Set(['node_modules', 'dist', 'generated']);

/** Paths from the root; folders that hold no source are not entered (the host's packages alone are 200,000 files). */
function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notSource.has(entry.name) ? [] : sourceFiles(file);
    const isProgram = buildPrograms.some((pattern) => pattern.test(file));
    return /\.(ts|tsx|mts|mjs)$/.test(entry.name) && !isProgram ? [file] : [];
  });
}

function dependenciesOf(layer: string): string[] {
  try {
    const manifest = JSON.parse(readFileSync(path.join(root, layer, 'package.json'), 'utf8')) as Record<string, object>;
    return [...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['devDependencies'] ?? {})];
  } catch {
    return [];
  }
}

const present = Object.keys(layers).filter((layer) => readdirSync(root).includes(layer));

describe('who may import whom', () => {
  it.each(present)('%s/ imports only what the design allows', (layer) => {
    const own = dependenciesOf(layer);
    const found = sourceFiles(layer).flatMap((file) =>
      importsOf(readFileSync(path.join(root, file), 'utf8'))
        .map((specifier) => ({ file, specifier, problem: violation(file, specifier, own) }))
        .filter((entry) => entry.problem !== null),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['engine/journey/compile.ts', 'node:fs'],
    ['engine/journey/compile.ts', 'ajv'],
    ['engine/journey/compile.ts', '@noble/hashes/sha2.js'],
    ['engine/digest/canonical-json.ts', '@noble/hashes/sha2.js'],
    ['engine/digest/sha256-port.ts', 'papaparse'],
    ['engine/decision/dmn/dmn-moddle-port.ts', 'papaparse'],
    ['engine/decision/dmn/read-dmn.ts', 'dmn-moddle'],
    ['engine/decision/cell/check-cell.ts', '../facts/day.ts'],
    ['engine/decision/table/check-table.ts', '../evaluate/decide.ts'],
    ['engine/decision/analysis/gaps.ts', '../spreadsheet/csv.ts'],
    ['engine/decision/dmn/export-dmn.ts', '../../journey/unique-name.ts'],
    ['engine/decision/new-room/decide.ts', '../cell/check-cell.ts'],
    ['engine/digest/canonical-json.ts', '../decision/model.ts'],
    ['engine/journey/compile.ts', '../index.ts'],
    ['nodes/Branch/run.ts', 'dmn-moddle'],
    ['engine/journey/compile.ts', '../../rules/index.ts'],
    ['nodes/Branch/run.ts', '../../engine/decision/risk/risk.ts'],
    ['nodes/Branch/run.ts', '../RiskClassification/run.ts'],
    ['nodes/Branch/run.ts', '../../hub/src/app.ts'],
    ['editor/src/app/main.tsx', '../../../hub/src/app.ts'],
    ['editor/ui/Button.tsx', '../src/app/api.ts'],
    ['hub/src/app.ts', 'express'],
    ['credentials/StewardHubApi.credentials.ts', '../engine/index.ts'],
    ['scripts/new.ts', 'node:fs'],
  ])('%s may not import %s', (file, specifier) => {
    expect(violation(file, specifier, ['fastify'])).not.toBeNull();
  });

  it.each([
    ['engine/journey/compile.ts', '../json.ts'],
    ['engine/decision/cell/check-cell.ts', '../model.ts'],
    ['engine/decision/evaluate/decide.ts', '../table/gives-several.ts'],
    ['engine/decision/table/table-digest.ts', '../../digest/canonical-json.ts'],
    ['engine/journey/compile.ts', '../decision/evaluate/decide.ts'],
    ['engine/issue-messages.ts', './decision/cell/messages.ts'],
    ['engine/digest/sha256-port.ts', '@noble/hashes/sha2.js'],
    ['engine/decision/dmn/dmn-moddle-port.ts', 'dmn-moddle'],
    ['engine/decision/spreadsheet/csv-port.ts', 'papaparse'],
    ['engine/decision/spreadsheet/xlsx-port.ts', 'read-excel-file/universal'],
    ['engine/decision/spreadsheet/zip-port.ts', 'fflate'],
    ['nodes/Branch/run.ts', '../../engine/index.ts'],
    ['nodes/Branch/run.ts', '../shared/items.ts'],
    ['nodes/Branch/Branch.node.ts', 'n8n-workflow'],
    ['hub/src/app.ts', 'fastify'],
    ['editor/src/app/main.tsx', '../../ui/Button.tsx'],
  ])('%s may import %s', (file, specifier) => {
    expect(violation(file, specifier, ['fastify'])).toBeNull();
  });
});

describe('the rooms of the engine', () => {
  it('have no circles: what two files need stands in a third', () => {
    const importsByFile = new Map(
      sourceFiles('engine').map((file) => [
        file,
        importsOf(readFileSync(path.join(root, file), 'utf8'))
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
      ]),
    );
    expect(circlesAmong(importsByFile)).toEqual([]);
  });

  it.each([
    [{ a: ['b'], b: ['c'], c: ['a'] }, ['a > b > c > a']],
    [{ a: ['b', 'c'], b: ['c'], c: [] }, []],
  ])('finds the circles of %j', (imports, circles) => {
    expect(circlesAmong(new Map(Object.entries<string[]>(imports)))).toEqual(circles);
  });
});

describe('the shape of the repository', () => {
  const source = present.flatMap(sourceFiles);

  it.each(['utils', 'helpers', 'common', 'misc', 'manager'])('no file or folder is called %s', (word) => {
    const pattern = new RegExp(`(^|[/.-])${word}([/.-]|$)`, 'i');
    expect(source.filter((file) => pattern.test(file))).toEqual([]);
  });

  it('no file is longer than 350 lines', () => {
    const long = source.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 351);
    expect(long).toEqual([]);
  });

  it('the package that n8n installs has no dependencies, overrides or lifecycle scripts', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, object>;
    expect(manifest['dependencies'] ?? {}).toEqual({});
    expect(manifest['overrides']).toBeUndefined();
    const lifecycle = /^(pre|post)?(install|prepare|publish|pack|prepublishOnly|preprepare|postprepare)$/;
    expect(Object.keys(manifest['scripts'] ?? {}).filter((name) => lifecycle.test(name))).toEqual([]);
  });
});
