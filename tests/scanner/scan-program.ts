// Runs as a program of its own: under Vitest (NODE_ENV=test) the rules take every file for one of their own fixtures.
import path from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';

/** What n8n's scanner exports; it ships no types. */
interface Scanner {
  SOURCE_FILE_PATTERNS: string[];
  buildScanConfig(): Promise<Linter.Config[]>;
  analyzePackage(
    directory: string,
    patterns: string[],
  ): Promise<{ passed: boolean; message?: string; details?: string }>;
}

const scannerFile = '@n8n/scan-community-package/scanner/scanner.mjs';
const scanner = (await import(scannerFile)) as Scanner;

const [directory = '', leg = ''] = process.argv.slice(2);
const patterns = leg === 'source' ? scanner.SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];

/** n8n's own verdict, as its reviewers get it: errors only. */
async function verdict(): Promise<string> {
  const result = await scanner.analyzePackage(directory, patterns);
  return result.passed ? 'passed' : [result.message, result.details].filter(Boolean).join('\n');
}

/** Every finding, warnings included, under the scanner's own rules with inline comments off. */
async function findings(): Promise<{ files: number; found: string[] }> {
  const eslint = new ESLint({
    cwd: directory,
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig: await scanner.buildScanConfig(),
  });
  const results = await eslint.lintFiles(patterns);
  const found = results.flatMap((result) =>
    result.messages.map(({ line = 1, severity, ruleId, message }) => {
      const file = path.relative(directory, result.filePath);
      return `${file}:${line} ${severity === 2 ? 'error' : 'warning'} ${ruleId ?? 'parser'} ${message}`;
    }),
  );
  return { files: results.length, found };
}

console.log(JSON.stringify({ verdict: await verdict(), ...(await findings()) }));
