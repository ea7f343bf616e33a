import { describe, expect, it } from 'vitest';
import { exportDmn, type DecisionTable } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { tckModels } from '../engine/decision/dmn/tck.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();

async function dmnOf(table: DecisionTable): Promise<string> {
  const written = await exportDmn(table);
  if (!written.ok) throw new Error('no DMN');
  return written.value;
}

/** Two tables that need nothing of one another. */
const twins = (name: string, id: string, decision: string) => `
  <decision id="${id}" name="${name}">
    <variable name="${name}" typeRef="string"/>
    <decisionTable hitPolicy="UNIQUE">
      <input><inputExpression typeRef="number"><text>Age</text></inputExpression></input>
      <output/>
      <rule><inputEntry><text>&gt;= 18</text></inputEntry><outputEntry><text>"${decision}"</text></outputEntry></rule>
      <rule><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>"no"</text></outputEntry></rule>
    </decisionTable>
  </decision>`;
const model = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Shop" namespace="urn:shop">
  <inputData id="age" name="Age"/>${twins('Größe', 'first', 'grün')}${twins('Vote', 'second', 'yes')}
  <decision id="sum" name="Sum"><literalExpression><text>1 + Age</text></literalExpression></decision>
</definitions>`;

const levelTwo = tckModels(2).filter(({ name }) => /^(0004|0005|0006|0008|0105|0108|0119)/.test(name));

describe('steward decide with DMN', () => {
  it.skipIf(levelTwo.length === 0).each(levelTwo)(
    'gives what the TCK expects of $name',
    async ({ name, xml, cases }) => {
      const file = files.written(`${name}.dmn`, xml);
      expect(cases.length).toBeGreaterThan(0);
      for (const { decision, facts, expected } of cases) {
        const run = await runSteward(['decide', file, '--decision', decision], `${JSON.stringify(facts)}\n`);
        expect(run).toMatchObject({ code: 0, err: '' });
        const [{ outcome }] = linesOf(run) as [{ outcome: unknown }];
        expect(asDmnSays(outcome)).toEqual(asDmnSays(expected));
      }
    },
  );

  it('takes a decision by id and by name, and says which one it took where nobody did', async () => {
    const file = files.written('shop.dmn', model('UTF-8'));
    const of = async (...options: string[]) => {
      const run = await runSteward(['decide', file, ...options], '{"Age":20}\n');
      return [run.code, Object.values((linesOf(run)[0] as { outcome: object }).outcome), run.err];
    };
    const remark = 'shop.dmn: The literal expression "Sum" (sum) is not run';
    expect(await of('--decision', 'second')).toEqual([0, ['yes'], expect.stringContaining(remark)]);
    expect(await of('--decision', 'Vote')).toEqual([0, ['yes'], expect.stringContaining(remark)]);
    expect(await of()).toEqual([
      0,
      ['grün'],
      expect.stringMatching(/"Größe" decides\. Choose another with --decision: "Vote"/),
    ]);
  });

  it.each([
    ['Vot', /no decision "Vot" that can be run\. It has: "Größe", "Vote"\. Did you mean "Vote"\?/],
    ['Sum', /no decision "Sum"[^]*\n {2}The literal expression "Sum" \(sum\) is not run/],
  ])('says what there is instead of %s', async (decision, expected) => {
    const run = await runSteward(['decide', files.written('s.dmn', model('UTF-8')), '--decision', decision], '{}\n');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(`\uFEFF${text}`)],
    ['ISO-8859-1', (text) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16', (text) => Buffer.from(text)],
  ])('reads a file that says it is %s', async (encoding, encode) => {
    const file = files.written('encoded.dmn', encode(model(encoding)));
    const run = await runSteward(['decide', file, '--decision', 'Größe'], '{"Age":20}\n');
    expect(run.out).toContain('grün');
  });

  it('refuses bytes that are not in the encoding they name', async () => {
    const file = files.written('wrong.dmn', Buffer.from(model('UTF-8'), 'latin1'));
    const run = await runSteward(['check', file]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/wrong\.dmn is not written in UTF-8\. Save it as UTF-8\.\n$/);
  });

  it('names the decisions that a conversion leaves out', async () => {
    const table = tablePacks['refund-goodwill-limits']?.table as DecisionTable;
    const file = files.written('refund.dmn', await dmnOf(table));
    const whole = await runSteward(['convert', file, files.path('whole.table.json')]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    const part = await runSteward(['convert', file, files.path('part.table.json'), '--decision', 'statutory-right']);
    const byName = await runSteward([
      'convert',
      file,
      files.path('part.csv'),
      '--decision',
      table.uses?.[0]?.name ?? '',
    ]);
    expect([part.code, byName.code]).toContain(0);
    expect(byName.err).toMatch(/left out, because a file holds one decision and those that it needs: .*"Refund and/);
  });
});

/** DMN gives the value alone where there is one result, and lists under several rows; the command names every result. */
function asDmnSays(outcome: unknown): unknown {
  if (Array.isArray(outcome)) return outcome.map(asDmnSays);
  if (typeof outcome !== 'object' || outcome === null) return outcome;
  const values = Object.values(outcome);
  return values.length === 1 ? values[0] : outcome;
}
