import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateJourney, type Journey } from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { runCli } from '../../hub/src/cli/run-cli.ts';
import { OutputClosedError } from '../../hub/src/cli/streams.ts';
import { rulePacks } from '../../rules/index.ts';
import { linesOf, main, node24, runSteward, spawnSteward } from './run-steward.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const journeyFile = file('examples/refund-triage/journey.json');
const journey = JSON.parse(readFileSync(journeyFile, 'utf8')) as Journey;
const customers = refundCustomers(20);
const customerLines = customers.map((customer) => `${JSON.stringify(customer)}\n`).join('');

let folder = '';
const written = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const tableName = 'refund-limits.table.json';
let tableFile = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-cli-'));
  tableFile = written(tableName, JSON.stringify(journey.tables['refund-limits']));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('steward', () => {
  it.each([
    [['--help'], /^Governed customer journeys[^]*decide TABLE[^]*journey simulate JOURNEY\.json/],
    [['-h'], /decide TABLE/],
    [['help'], /decide TABLE/],
    [['journey', '--help'], /journey compile JOURNEY\.json/],
    [['help', 'journey', 'compile'], /Usage: steward journey compile JOURNEY\.json \[OPTIONS\][^]*--json/],
    [['decide', '--help'], /Usage: steward decide TABLE[^]*--explain/],
    [['decide', 'x.table.json', '-h'], /Usage: steward decide TABLE/],
    [['journey', 'import', '--help'], /--id ID/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j shows help or version on standard output', async (args, expected) => {
    const run = await runSteward(args);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(expected);
    for (const line of run.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([
    [[], /Usage: steward COMMAND/],
    [['journey'], /Usage: steward journey COMMAND/],
    [['frobnicate'], /no command "frobnicate"\. Try steward --help\./],
    [['decid', 'x.table.json'], /Did you mean "decide"\?/],
    [['jorney', 'compile'], /Did you mean "journey compile"\?/],
    [['journey', 'simulat', 'x.json'], /Did you mean "journey simulate"\?/],
    [['help', 'decid'], /Did you mean "decide"\?/],
    [['--verison'], /no option --verison/],
    [['decide'], /decide needs TABLE/],
    [['decide', 'a.table.json', 'b.table.json'], /"b\.table\.json" is too much/],
    [['decide', '--explian', 'a.table.json'], /Did you mean --explain\?/],
    [['journey', 'import', 'x.json', '--id'], /journey import|argument missing/],
    [['decide', 'nowhere.table.json'], /nowhere\.table\.json cannot be read: there is no such file\./],
    [['decide', 'model.dmn'], /decide takes files that end in \.table\.json/],
    [['journey', 'compile', '.'], /cannot be read: it is a folder\./],
  ])('%j is wrong use: exit code 2, a message, nothing on standard output', async (args, expected) => {
    const run = await runSteward(args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
    expect(run.err).not.toMatch(/\n\s+at /);
  });

  it('says what is wrong with a file that is JSON, but not what is asked for', async () => {
    const notJson = await runSteward(['journey', 'compile', written('broken.json', '{"steps": [')]);
    expect(notJson).toMatchObject({ code: 2, out: '' });
    expect(notJson.err).toMatch(/broken\.json is not JSON/);
    const notJourney = await runSteward(['journey', 'simulate', written('other.json', '{"name": 1}')]);
    expect(notJourney).toMatchObject({ code: 2, out: '' });
    expect(notJourney.err).toMatch(/other\.json cannot be used:\n {2}error: /);
    const badTable = structuredClone(journey.tables['refund-limits']) as NonNullable<Journey['tables'][string]>;
    for (const row of badTable.rows) row.when['amount'] = '>= lots';
    const run = await runSteward(['decide', written('bad.table.json', JSON.stringify(badTable))], '{}\n');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/error: Row "charged-twice", column "Amount"/);
  });
});

describe('steward decide', () => {
  it('answers every line in order, and goes on after bad ones', async () => {
    const lines = [
      '{"request":{"reason":"duplicate_charge"}}',
      'no json',
      '',
      '[1]',
      '{"order":{"amount":"much"}}',
      '{}',
    ];
    const run = await runSteward(['decide', tableFile], lines.join('\r\n'));
    expect(run.code).toBe(1);
    expect(run.err).toBe('');
    expect(linesOf(run)).toEqual([
      { outcome: { outcome: 'pay', answerDays: 0 }, matched: ['charged-twice'], error: null },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_not_json', message: expect.stringContaining('Line 2'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_empty', message: expect.stringContaining('Line 3'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_not_object', message: expect.stringContaining('Line 4'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'wrong_type', message: expect.stringContaining('amount'), path: ['order', 'amount'] },
      },
      { outcome: { outcome: 'review', answerDays: 3 }, matched: ['everything-else'], error: null },
    ]);
  });

  it('has nothing to say about no lines', async () => {
    expect(await runSteward(['decide', tableFile])).toEqual({ code: 0, out: '', err: '' });
  });

  it('takes a byte order mark, and characters that are cut by chunks', async () => {
    const run = await runSteward(['decide', tableFile], Buffer.from(`\uFEFF{"request":{"reason":"ü€😀"}}`));
    expect(linesOf(run)).toMatchObject([{ matched: ['everything-else'], error: null }]);
  });

  it('explains row by row when asked', async () => {
    const run = await runSteward(['decide', tableFile, '--explain'], '{"order":{"amount":20}}\n');
    const [line] = linesOf(run) as { explanation: { row: string; matched: boolean }[] }[];
    expect(line?.explanation.find((row) => row.row === 'small')).toMatchObject({ matched: true });
    expect(line?.explanation.find((row) => row.row === 'charged-twice')).toMatchObject({ matched: false });
  });

  it('stops with its output, without waiting for the rest of the input', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield '{"order":{"amount":20}}\n';
      }
    }
    let written = 0;
    const code = await runCli(['decide', tableFile], {
      input: endless(),
      write: async () => {
        if ((written += 1) > 5) throw new OutputClosedError();
      },
      note: (text) => expect(text).toBe(''),
      isTerminal: false,
    });
    expect(code).toBe(0);
    expect(read).toBeLessThanOrEqual(6);
  });
});

describe('steward as a process', () => {
  it('answers a hundred thousand lines', async () => {
    const run = await spawnSteward(['decide', tableFile], '{"order":{"amount":20}}\n'.repeat(100_000));
    expect(run).toMatchObject({ code: 0, err: '' });
    const line = '{"outcome":{"outcome":"pay","answerDays":0},"matched":["small"],"error":null}\n';
    expect(run.out.length).toBe(100_000 * line.length);
  });

  it('stops quietly when nobody reads on', async () => {
    const run = await spawnSteward(['decide', tableFile], '{"order":{"amount":20}}\n'.repeat(50_000), (_, close) =>
      close(),
    );
    expect(run).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(!existsSync('/dev/full')).each([
    ['decide', tableName],
    ['journey compile', journeyFile],
  ])('%s says when its output cannot be written, and does not end as if all were well', (words, path) => {
    const operand = path === tableName ? tableFile : path;
    const command = `'${node24}' '${main}' ${words} '${operand}' > /dev/full`;
    const run = spawnSync('sh', ['-c', command], { input: '{"order":{"amount":20}}\n', encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^steward: standard output cannot be written: [^\n]*ENOSPC[^\n]*\n$/),
    ]);
  });

  it.skipIf(!existsSync('/dev/full'))('gives its exit code also where its messages cannot be written', () => {
    const run = spawnSync('sh', ['-c', `'${node24}' '${main}' journey compile nowhere.json 2> /dev/full`]);
    expect(run.status).toBe(2);
  });

  it('gives its exit code, and its message without a stack trace', async () => {
    const run = await spawnSteward(['journey', 'compile', 'nowhere.json'], '');
    expect(run).toEqual({ code: 2, out: '', err: 'steward: nowhere.json cannot be read: there is no such file.\n' });
  });
});

describe('steward journey', () => {
  it('simulates each line as the engine does', async () => {
    const run = await runSteward(['journey', 'simulate', journeyFile], customerLines);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(linesOf(run)).toEqual(
      customers.map((customer) => {
        const { path, outcome, decisions } = simulateJourney(journey, customer, { packs: rulePacks });
        return { path, outcome, decisions, error: null };
      }),
    );
  });

  it('refuses a customer that nests too deep to be written down again, and goes on', async () => {
    const steps = journey.steps.map((step) =>
      step.type === 'respond' ? { ...step, parameters: { status: 200, answer: 'item', fields: [] } } : step,
    );
    const answersAll = written('item.json', JSON.stringify({ ...journey, steps }));
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const run = await runSteward(['journey', 'simulate', answersAll], `${deep}\n{}\n`);
    expect(run.code).toBe(1);
    expect(linesOf(run)).toMatchObject([{ path: [], error: { code: 'line_too_deep' } }, { error: null }]);
  });

  it('simulates with an error for one customer, and goes on', async () => {
    const run = await runSteward(
      ['journey', 'simulate', journeyFile, '--details'],
      '{"order":{"amount":"x"}}\nx\n{}\n',
    );
    expect(run.code).toBe(1);
    expect(linesOf(run)).toMatchObject([
      {
        path: ['request-received', 'classify-risk'],
        outcome: null,
        error: { code: 'wrong_type' },
        links: ['request-received-out'],
      },
      { path: [], outcome: null, decisions: [], error: { code: 'line_not_json' } },
      { error: null, answeredBy: expect.any(String), assumptions: [] },
    ]);
  });

  it('compiles to a workflow, imports it, and compiles to the same workflow', async () => {
    const compiled = await runSteward(['journey', 'compile', journeyFile]);
    expect(compiled).toMatchObject({ code: 0, err: '' });
    const workflowFile = written('Refund Triage (1).json', compiled.out);
    const imported = await runSteward(['journey', 'import', workflowFile]);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(imported.out)).toMatchObject({ id: 'refund-triage-1', name: journey.name });
    expect(await runSteward(['journey', 'import', workflowFile])).toEqual(imported);
    expect((await runSteward(['journey', 'compile', '-'], imported.out)).out).toBe(compiled.out);
  });

  it('compiles and names problems; --strict makes them count, --json makes them readable for machines', async () => {
    const broken = {
      ...journey,
      steps: journey.steps.map((step) => (step.id === 'request-received' ? { ...step, disabled: true } : step)),
    };
    const path = written('broken-journey.json', JSON.stringify(broken));
    const run = await runSteward(['journey', 'compile', path]);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/error: Nothing starts this journey/);
    expect((await runSteward(['journey', 'compile', path, '--strict'])).code).toBe(1);
    const report = JSON.parse((await runSteward(['journey', 'compile', path, '--json'])).out) as {
      problems: unknown[];
    };
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'no_trigger', severity: 'error' }));
  });

  it('writes no workflow for a journey that cannot be said as one', async () => {
    const path = written('no-table.json', JSON.stringify({ ...journey, tables: {} }));
    const run = await runSteward(['journey', 'compile', path]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/refers to the table "refund-limits"/);
  });

  it('refuses what is no workflow', async () => {
    const run = await runSteward(['journey', 'import', '-'], '[]');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/Standard input cannot be used:\n {2}error: This is not an n8n workflow/);
  });
});
