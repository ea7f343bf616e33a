import path from 'node:path';
import { node, run } from '../bundles/built-package.ts';

export interface ScanResult {
  /** `passed`, or what n8n's scanner says. */
  verdict: string;
  /** How many files were looked at. */
  files: number;
  /** Errors and warnings, one line each. */
  found: string[];
}

/** Scans a package on one of the two legs that n8n scans: its source, and the packed tarball. */
export function scan(directory: string, leg: 'source' | 'tarball'): ScanResult {
  const program = path.join(import.meta.dirname, 'scan-program.ts');
  const env = { ...process.env, NODE_ENV: 'production' };
  const lines = run(node, [program, directory, leg], env).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as ScanResult;
}
