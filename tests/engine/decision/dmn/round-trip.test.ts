import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DmnModdle } from 'dmn-moddle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIssue, exportDmn, importDmn, type DecisionTable } from '../../../../engine/index.ts';
import '../../../property-seed.ts';
import { richChain, richTable } from './rich-tables.ts';
import { structureProblems } from './xsd-structure.ts';

async function exported(tables: DecisionTable | DecisionTable[], version?: '1.5'): Promise<string> {
  const xml = await exportDmn(tables, version === undefined ? {} : { version });
  if (!xml.ok)
    throw new Error(xml.issues.map((issue) => `${describeIssue(issue)} ${JSON.stringify(issue)}`).join('\n'));
  return xml.value;
}

async function throughDmn(table: DecisionTable, version?: '1.5'): Promise<DecisionTable | undefined> {
  const model = await importDmn(await exported(table, version));
  if (!model.ok) throw new Error(model.issues.map(describeIssue).join('\n'));
  expect(model.value.notes).toEqual([]);
  return model.value.decisions.find(({ id }) => id === model.value.top)?.table;
}

describe('a table through DMN and back', () => {
  it('is the same table, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(richTable('table'), async (table) => {
        expect(await throughDmn(table)).toEqual(table);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same with the tables that it uses', async () => {
    await fc.assert(
      fc.asyncProperty(richChain(), async (table) => {
        expect(await throughDmn(table, '1.5')).toEqual(table);
      }),
      { numRuns: 40 },
    );
  });

  it('has the structure of the XML schema of DMN', async () => {
    await fc.assert(
      fc.asyncProperty(richChain(), async (table) => {
        expect(structureProblems(await exported(table))).toEqual([]);
      }),
      { numRuns: 20 },
    );
    const xml =
      '<definitions namespace="n" nam=""><decision name="d"><decisionTable/><variable name="v"/></decision></definitions>';
    expect(structureProblems(xml)).toEqual([
      '/definitions has the attribute nam',
      '/definitions/decision/decisionTable lacks output',
      '/definitions/decision has variable where it may not be',
    ]);
  });

  it('is read by the parser of dmn-js, with a drawing and without a warning', async () => {
    await fc.assert(
      fc.asyncProperty(richChain(), async (table) => {
        const { rootElement, warnings } = await DmnModdle().fromXML(await exported(table), { lax: true });
        expect(warnings).toEqual([]);
        const { dmnDI } = rootElement as { dmnDI: { diagrams: { diagramElements: { $type: string }[] }[] } };
        const drawn = (dmnDI.diagrams[0]?.diagramElements ?? []).filter(({ $type }) => $type === 'dmndi:DMNShape');
        const { drgElement } = rootElement as { drgElement: object[] };
        expect(drawn.length).toBe(drgElement.length);
      }),
      { numRuns: 20 },
    );
  });

  const packs = 'rules/packs';
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.table.json'),
  );
  it.each(files)('%s', async (file) => {
    const { $schema: _, ...table } = JSON.parse(readFileSync(join(packs, file), 'utf8')) as DecisionTable & {
      $schema?: string;
    };
    expect(await throughDmn(table)).toEqual(table);
  });
});
