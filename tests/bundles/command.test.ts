import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { node, root } from './built-package.ts';

const steward = path.join(root, 'hub/bin/steward.mjs');
const pack = 'rules/packs/escalation/escalation.table.json';
const folder = mkdtempSync(path.join(tmpdir(), 'steward-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], input = ''): string {
  return execFileSync(node, [steward, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

describe('the built command', () => {
  it('starts and says its version', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'hub/package.json'), 'utf8')) as { version: string };
    expect(run(['--version'])).toBe(`${manifest.version}\n`);
  });

  it('decides, with all that it carries', () => {
    const [line = ''] = run(['decide', pack], '{"signals":{"distress":true}}\n').split('\n');
    expect(JSON.parse(line)).toMatchObject({ outcome: { outcome: 'urgent' }, error: null });
  });

  it('reads texts, with the text model that it carries', () => {
    const [line = ''] = run(['sentiment', '--decide'], '{"text":"I do not want to live any more"}\n').split('\n');
    expect(JSON.parse(line)).toMatchObject({ language: 'en', outcome: 'urgent', error: null });
  });

  it.each(['.xlsx', '.csv', '.dmn'])('writes and reads %s', (ending) => {
    const file = path.join(folder, `table${ending}`);
    run(['convert', pack, file]);
    expect(existsSync(file)).toBe(true);
    expect(run(['test', file])).toContain(' passed, 0 failed');
  });

  it('certifies by the json-rules-engine that is installed with it', () => {
    const report = path.join(folder, 'report.json');
    run(['certify', pack, '--out', report, '--cases', '20', '--by', 'Test']);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      certified: true,
      versions: { jsonRulesEngine: '7.3.1' },
    });
  });
});
