import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFolders } from '../nodes/uniform/folder.ts';
import { bundles, packedFiles, root } from './built-package.ts';

/** What n8n gives a bundle: its own n8n-workflow, of which the nodes use these values. */
const workflowStub = `
class NodeApiError extends Error {}
class NodeOperationError extends Error {}
module.exports = { NodeConnectionTypes: { Main: 'main' }, NodeApiError, NodeOperationError };
`;

/**
 * Bytes of a bundle. Chosen: a tenth above what is in there now, because more is a library that slipped in. Risk carries one
 * rule pack; Decision Table six (270 kB) and the reader of DMN (160 kB); Identity Resolution the numbering plans of the world
 * (libphonenumber's least metadata, 120 kB) and what reads a model of one's own (140 kB); Sentiment Escalation and Agent Handoff
 * the text model (3.0 MB of weights and phrases) and those plans, to take phone numbers out of what a chat model gets.
 */
const limits: Record<string, number> = {
  Branch: 165_000,
  RiskClassification: 430_000,
  DecisionTable: 870_000,
  IdentityResolution: 890_000,
  SentimentEscalation: 4_000_000,
  AgentHandoff: 4_000_000,
};

const foreign: [string, RegExp][] = [
  ['eval', /\beval\s*\(/],
  ['the Function constructor', /\bnew\s+Function\b|\bFunction\s*\(/],
  // Texts may speak of one: `path: "process.casesPerMonth"`, `"… of the process."`.
  ['process', /(?<!["'`\w.])process\b\s*[.[](?!"?,?$)/],
  ['timers', /\b(?:set|clear)(?:Timeout|Interval|Immediate)\b/],
  ['globalThis', /\bglobalThis\b|\bglobal\s*[.[]/],
  ['paths of its own', /\b__(?:dirname|filename)\b/],
  ['dynamic imports', /\bimport\s*\(/],
];

describe('every bundle', () => {
  it('is there for every node that package.json names, and for no other', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
    expect(bundles().sort()).toEqual([...manifest.n8n.nodes].sort());
    expect(bundles()).toHaveLength(nodeFolders(root).length);
  });

  it('loads alone, with nothing but n8n-workflow in reach', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'steward-bundle-'));
    try {
      mkdirSync(path.join(empty, 'node_modules/n8n-workflow'), { recursive: true });
      writeFileSync(path.join(empty, 'node_modules/n8n-workflow/index.js'), workflowStub);
      for (const bundle of bundles()) {
        const name = path.basename(bundle, '.node.js');
        cpSync(path.join(root, bundle), path.join(empty, 'node.js'));
        const script = `const { ${name} } = require('./node.js'); console.log(JSON.stringify(new ${name}().description.displayName))`;
        const shown = execFileSync(process.execPath, ['-e', script], { cwd: empty, encoding: 'utf8' });
        expect(JSON.parse(shown)).toBe(name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
      }
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });

  it('stands beside the credential, which loads with nothing in reach', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      n8n: { credentials: string[] };
    };
    const empty = mkdtempSync(path.join(tmpdir(), 'steward-credential-'));
    try {
      for (const file of manifest.n8n.credentials) {
        const name = path.basename(file, '.credentials.js');
        cpSync(path.join(root, path.dirname(file)), empty, { recursive: true });
        const script = `const { ${name} } = require('./${name}.credentials.js'); console.log(JSON.stringify(new ${name}()))`;
        const shown = execFileSync(process.execPath, ['-e', script], { cwd: empty, encoding: 'utf8' });
        const { displayName, icon } = JSON.parse(shown) as { displayName: string; icon: Record<string, string> };
        expect(displayName).toBe('Steward Hub API');
        const missing = Object.values(icon).filter((drawing) => !existsSync(path.join(empty, drawing.slice(5))));
        expect(missing).toEqual([]);
      }
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });

  it('requires n8n-workflow and node:crypto at most', () => {
    for (const bundle of bundles()) {
      const code = readFileSync(path.join(root, bundle), 'utf8');
      const required = [...code.matchAll(/\brequire\s*\(\s*(['"`]?)([^)]*?)\1\s*\)/g)].map((match) => match[2]);
      expect(required.filter((name) => name !== 'n8n-workflow' && name !== 'node:crypto')).toEqual([]);
      expect(required).toContain('n8n-workflow');
    }
  });

  it.each(foreign)('uses no %s', (_, pattern) => {
    for (const bundle of bundles()) {
      const code = readFileSync(path.join(root, bundle), 'utf8');
      expect(code.split('\n').filter((line) => pattern.test(line) && !/^\s*(?:\*|\/\/)/.test(line))).toEqual([]);
    }
  });

  it.each([
    ["eval('1')", 'eval'],
    ["new Function('return 1')", 'the Function constructor'],
    ['process.env.HOME', 'process'],
    ['setTimeout(f, 1)', 'timers'],
    ['globalThis.x', 'globalThis'],
    ['__dirname', 'paths of its own'],
    ["import('x')", 'dynamic imports'],
  ])('would be caught with %s', (code, name) => {
    expect(foreign.filter(([, pattern]) => pattern.test(code)).map(([found]) => found)).toEqual([name]);
  });

  it('stays small', () => {
    for (const bundle of bundles()) {
      const limit = limits[path.basename(bundle, '.node.js')] ?? limits['Branch'] ?? 0;
      expect(statSync(path.join(root, bundle)).size, bundle).toBeLessThan(limit);
    }
  });

  it('stands beside its icons, codex and output schema', () => {
    for (const folder of nodeFolders(root)) {
      const beside = [
        `${folder.nodeName}.svg`,
        `${folder.nodeName}.dark.svg`,
        `${folder.name}.node.json`,
        '__schema__/v1.0.0/output.json',
      ];
      const missing = beside.filter((file) => !existsSync(path.join(root, 'dist/nodes', folder.name, file)));
      expect(missing).toEqual([]);
    }
  });
});

describe('the published package', () => {
  it('holds the built nodes and credentials, package.json, README and LICENSE, and nothing else', () => {
    const strangers = packedFiles().filter(
      (file) =>
        !/^dist\/(?:nodes|credentials)\//.test(file) && !['package.json', 'README.md', 'LICENSE'].includes(file),
    );
    expect(strangers).toEqual([]);
    expect(packedFiles()).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', ...bundles()]));
  });

  it('holds no source, no test and no leftover among the built files', () => {
    const odd = packedFiles().filter(
      (file) => /^dist\//.test(file) && !/\.(?:node\.js|svg|json|credentials\.js)$/.test(file),
    );
    expect(odd).toEqual([]);
  });

  it('has no dependency of its own', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['dependencies'] ?? {}).toEqual({});
    expect(manifest['bundledDependencies'] ?? []).toEqual([]);
  });
});
