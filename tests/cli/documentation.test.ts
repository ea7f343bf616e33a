import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleLedger } from './sample-ledger.ts';
import { main, node24 } from './run-steward.ts';
import { checkoutFile, scratchFolder } from './scratch-folder.ts';

const text = readFileSync(checkoutFile('docs/command-line.md'), 'utf8');
const examples = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, commands = '']) => commands);

const files = scratchFolder();
symlinkSync(checkoutFile('examples'), files.path('examples'));
mkdirSync(files.path('bin'));
const hubMain = checkoutFile('hub/src/standalone/main.ts');
const npx = files.written(
  'bin/npx',
  `#!/bin/sh\n[ "$1" = steward ] && shift && exec '${node24}' '${main}' "$@"
[ "$1" = steward-hub ] && shift && exec '${node24}' '${hubMain}' "$@"\n`,
);
chmodSync(npx, 0o755);
// The command starts a score of times; what the first start compiles serves the others.
const env = {
  ...process.env,
  PATH: `${dirname(npx)}:${process.env['PATH'] ?? ''}`,
  NODE_COMPILE_CACHE: files.path('compiled'),
};

/** The store that stands for that of a company, and what somebody kept of it. */
beforeAll(async () => {
  const { receipt, checkpoint } = await sampleLedger(files.path('steward.sqlite'), 120);
  files.written('receipt.json', receipt);
  files.written('kept.json', checkpoint);
  files.written('signing-keys.json', [receipt.signingKey]);
});

/** What steward-hub says on standard error when all is well. */
const wellSaid =
  /^(?:Copying up to|The backup is|The ledger in the backup|The restored ledger|Restored into|The key |Give it to every hub|Everything is in|There |\S+: [\d,]+ (?:entr|row)|[\d,]+ (?:rows|secrets|person|people|records?, |pairs? compared)|Compared: |At most |Not used: |Learned from |[\d,]+ messages: |audit\.jsonl records| {2}STEWARD_|\/.* is as it was\.|$).*\n/gm;

/** Pasted one after the other into a shell in the checkout; the folder stands for it. */
describe('the examples of docs/command-line.md', () => {
  it.each(examples)('work: %s', (commands) => {
    // What is in git there is nothing to compare with here.
    const shell = `set -e\n${commands.replace(/^git diff .*$/m, '')}`;
    const run = spawnSync('sh', ['-c', shell], { cwd: files.folder, env, encoding: 'utf8' });
    const unexpected = run.stderr.replace(/^.*rules have no place for: .*\n/m, '').replace(wellSaid, '');
    expect([run.status, unexpected]).toEqual([0, '']);
  });

  it('leave what they say', () => {
    for (const name of ['refund-limits.dmn', 'refund-limits.xlsx', 'certificate.json', 'outcomes.jsonl'])
      expect(existsSync(files.path(name)), name).toBe(true);
    expect(files.json('certificate.json')).toMatchObject({ certified: true });
    expect(files.read('outcomes.jsonl')).toMatch(/^\{"path":\["/);
  });
});
