import { describe, expect, it } from 'vitest';
import { runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();

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
    [['decide', 'model.dmn'], /model\.dmn cannot be read: there is no such file\./],
    [['decide', 'limits.json'], /Name it limits\.table\.json if it holds a decision table, limits\.rules\.json if/],
    [['check', 'old.xls'], /Open it in a spreadsheet and save it as old\.xlsx\./],
    [['check', 'model.xml'], /Name it model\.dmn if it holds DMN\./],
    [['decide', '-'], /standard input holds the facts, so the rules have to come from a file\./],
    [['backtest', 'a.table.json'], /backtest needs NEW/],
    [['check', 'x.table.json', '--decision', 'A'], /--decision chooses a decision of a \.dmn file/],
    [['certify', 'x.table.json'], /certify needs --out REPORT\.json/],
    [['journey', 'compile', '.'], /cannot be read: it is a folder\./],
  ])('%j is wrong use: exit code 2, a message, nothing on standard output', async (args, expected) => {
    const run = await runSteward(args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
    expect(run.err).not.toMatch(/\n\s+at /);
  });

  it('says what is wrong with a file that is JSON, but not what is asked for', async () => {
    const notJson = await runSteward(['journey', 'compile', files.written('broken.json', '{"steps": [')]);
    expect(notJson).toMatchObject({ code: 2, out: '' });
    expect(notJson.err).toMatch(/broken\.json is not JSON/);
    const notJourney = await runSteward(['journey', 'simulate', files.written('other.json', '{"name": 1}')]);
    expect(notJourney).toMatchObject({ code: 2, out: '' });
    expect(notJourney.err).toMatch(/other\.json cannot be used:\n {2}error: /);
    const badTable = structuredClone(refundLimits);
    for (const row of badTable.rows) row.when['amount'] = '>= lots';
    const run = await runSteward(['decide', files.written('bad.table.json', badTable)], '{}\n');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/error: Row "charged-twice", column "Amount"/);
  });
});
