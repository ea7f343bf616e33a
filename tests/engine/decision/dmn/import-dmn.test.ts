import { describe, expect, it } from 'vitest';
import { decideTable, describeIssue, type DecisionTable, type JsonObject } from '../../../../engine/index.ts';
import { decision, decisionTable, dmn, imported, importedTable, inputData, refusal } from './documents.ts';

function outcome(table: DecisionTable, facts: JsonObject): unknown {
  const decided = decideTable(table, facts, { dataField: '', fields: [] });
  return decided.ok ? decided.value.outcome : decided.issues.map(({ code }) => code);
}

describe('versions of DMN', () => {
  it.each([
    ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
    ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
    ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
    ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
    ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
  ])('%s is read', async (_, namespace) => {
    const table = decisionTable({ inputs: ['Age'], rules: [['>= 18', '"adult"']] });
    const read = await importedTable(dmn(decision('Group', table), namespace));
    expect(outcome(read, { Age: 20 })).toEqual({ Group: 'adult' });
  });

  it('prefixes are read as well as a default namespace', async () => {
    const xml = dmn(decision('Group', decisionTable({ inputs: ['Age'], rules: [['1', '2']] })))
      .replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(outcome(await importedTable(xml), { Age: 1 })).toEqual({ Group: 2 });
  });
});

describe('names', () => {
  it('may hold blanks, in expressions and in cells', async () => {
    const table = decisionTable({
      inputs: ['Applicant Data.Monthly Income', 'Applicant Data.Age'],
      rules: [
        ['> Credit  Limit', '-', '"above"'],
        ['[Lower End..Credit Limit]', '>= 18', '"within"'],
      ],
      attributes: 'hitPolicy="FIRST"',
    });
    const types = `<itemDefinition name="tApplicant"><itemComponent name="Monthly Income"><typeRef>number</typeRef></itemComponent>
      <itemComponent name="Age"><typeRef>number</typeRef></itemComponent></itemDefinition>`;
    const data = [
      inputData('Applicant Data', 'tApplicant'),
      inputData('Credit Limit', 'number'),
      inputData('Lower End', 'number'),
    ];
    const read = await importedTable(dmn(types + decision('Verdict', table) + data.join('')));
    expect(read.inputs).toEqual([
      {
        id: 'monthlyIncome',
        name: 'Applicant Data.Monthly Income',
        path: 'Applicant Data.Monthly Income',
        type: 'number',
      },
      { id: 'Age', name: 'Applicant Data.Age', path: 'Applicant Data.Age', type: 'number' },
      { id: 'creditLimit', name: 'Credit Limit', path: 'Credit Limit', type: 'number' },
      { id: 'lowerEnd', name: 'Lower End', path: 'Lower End', type: 'number' },
    ]);
    expect(read.rows.map(({ when }) => when)).toEqual([
      { monthlyIncome: '> creditLimit' },
      { monthlyIncome: '[lowerEnd..creditLimit]', Age: '>= 18' },
    ]);
    const facts = { 'Applicant Data': { 'Monthly Income': 7, Age: 20 }, 'Credit Limit': 5, 'Lower End': 1 };
    expect(outcome(read, facts)).toEqual({ Verdict: 'above' });
    expect(outcome(read, { ...facts, 'Credit Limit': 8 })).toEqual({ Verdict: 'within' });
  });

  it('inside of texts, dates and calls stay as they are', async () => {
    const table = decisionTable({
      inputs: ['date', 'Age'],
      rules: [['> date("2026-01-01")', 'not("Age", "date \\"Age\\"")', '1']],
    });
    const read = await importedTable(
      dmn(decision('D', table) + inputData('date', 'date') + inputData('Age', 'string')),
    );
    expect(read.rows[0]?.when).toEqual({
      date_: undefined,
      input1: '> date("2026-01-01")',
      Age: 'not("Age", "date \\"Age\\"")',
    });
  });

  it('count list entries from 1, as FEEL does', async () => {
    const table = decisionTable({ inputs: ['items[1].sku', 'items[2].sku'], rules: [['"a"', '-', 'true']] });
    const read = await importedTable(dmn(decision('First', table)));
    expect(read.inputs.map(({ path }) => path)).toEqual(['items.0.sku', 'items.1.sku']);
    expect(outcome(read, { items: [{ sku: 'a' }] })).toEqual({ First: true });
  });
});

describe('types and values', () => {
  it('come from the clause, the variable, the item definition, or what stands in the cells', async () => {
    const types = `<itemDefinition name="tRisk"><typeRef>string</typeRef><allowedValues><text>"HIGH", "LOW", null</text></allowedValues></itemDefinition>
      <itemDefinition name="tTags" isCollection="true"><typeRef>string</typeRef></itemDefinition>`;
    const table = decisionTable({
      inputs: ['Risk', 'Tags', 'Due', 'Wait', 'Any'],
      rules: [['"HIGH"', '"vip"', '> date("2026-01-01")', '< duration("P3D")', '-', 'date("2026-02-01")']],
    });
    const read = await importedTable(
      dmn(
        types +
          decision('When', table) +
          inputData('Risk', 'tRisk') +
          inputData('Tags', 'feel:tTags').replace('feel:', ''),
      ),
    );
    expect(read.inputs.map(({ id, type, allowed }) => [id, type, allowed])).toEqual([
      ['Risk', 'string', ['HIGH', 'LOW']],
      ['Tags', 'list', undefined],
      ['Due', 'date', undefined],
      ['Wait', 'day-time-duration', undefined],
      ['Any', 'string', undefined],
    ]);
    expect(read.outputs).toEqual([{ id: 'When', name: 'When', type: 'date' }]);
    expect(read.rows[0]?.then).toEqual({ When: '2026-02-01' });
  });

  it('of outputs keep their order, their default and their label', async () => {
    const outputs = `<output name="Status" label="The status" typeRef="string"><outputValues><text>"b", "a"</text></outputValues><defaultOutputEntry><text>"a"</text></defaultOutputEntry></output>
      <output name="Tags" typeRef="Any"/>`;
    const table = decisionTable({
      inputs: ['x'],
      rules: [['1', '"b"', '["u", "v"]']],
      attributes: 'hitPolicy="PRIORITY"',
      outputs,
    });
    const read = await importedTable(dmn(decision('Both', table)));
    expect(read.outputs).toEqual([
      { id: 'Status', name: 'The status', type: 'string', allowed: ['b', 'a'], default: 'a' },
      { id: 'Tags', name: 'Tags', type: 'list' },
    ]);
    expect(outcome(read, { x: 1 })).toEqual({ Status: 'b', Tags: ['u', 'v'] });
    expect(outcome(read, { x: 2 })).toEqual({ Status: 'a', Tags: null });
  });

  it('remarks become annotations; a description, or one column without a name, the reason', async () => {
    const rule =
      '<rule id="r"><description>Because</description><outputEntry><text>1</text></outputEntry><annotationEntry><text>§ 5</text></annotationEntry></rule>';
    const named = `<decisionTable><output/><annotation name="Law"/>${rule}</decisionTable>`;
    expect(await importedTable(dmn(decision('D', named)))).toMatchObject({
      annotations: [{ id: 'Law', name: 'Law' }],
      rows: [{ id: 'r', reason: 'Because', annotations: { Law: '§ 5' } }],
    });
    const unnamed = named.replace(' name="Law"', '').replace('<description>Because</description>', '');
    const read = await importedTable(dmn(decision('D', unnamed)));
    expect([read.annotations, read.rows[0]?.reason]).toEqual([undefined, '§ 5']);
  });
});

describe('chains', () => {
  const needs = (id: string) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
  const score = decision(
    'Score',
    decisionTable({
      prefix: 'Score-',
      inputs: ['Age'],
      rules: [
        ['>= 18', '10'],
        ['< 18', '5'],
      ],
    }),
  );
  const rates = decision(
    'Rates',
    decisionTable({
      prefix: 'Rates-',
      inputs: ['Score'],
      rules: [['> 7', '1', '2']],
      outputs: '<output name="low"/><output name="high"/>',
    }),
    needs('Score'),
  );
  const offer = decision(
    'Offer',
    decisionTable({ prefix: 'Offer-', inputs: ['Score', 'Rates.high'], rules: [['10', '2', '"yes"']] }),
    needs('Score') + needs('Rates'),
  );

  it('come along, each table once and after what it needs', async () => {
    const model = await imported(dmn(offer + rates + score));
    expect([model.top, model.decisions.map(({ id }) => id)]).toEqual(['Offer', ['Offer', 'Rates', 'Score']]);
    const table = model.decisions[0]?.table as DecisionTable;
    expect(table.uses?.map(({ id }) => id)).toEqual(['score', 'rates']);
    expect(table.inputs.map(({ path, from }) => [path, from])).toEqual([
      ['Score', 'score'],
      ['high', 'rates'],
    ]);
    expect(outcome(table, { Age: 30 })).toEqual({ Offer: 'yes' });
    expect(outcome(table, { Age: 3 })).toBeNull();
  });

  it('of decisions that need each other are refused', async () => {
    const one = decision('One', decisionTable({ prefix: 'One-', inputs: ['Two'], rules: [['1', '1']] }));
    const two = decision('Two', decisionTable({ prefix: 'Two-', inputs: ['One'], rules: [['1', '1']] }));
    expect(await refusal(dmn(one + two))).toEqual([expect.stringContaining('needs itself')]);
  });

  it('end at a decision that cannot be run, and say so', async () => {
    const broken = decision(
      'Score',
      decisionTable({ prefix: 'Score-', inputs: ['Age'], rules: [['>= 18', 'Age * 2']] }),
    );
    const model = await imported(
      dmn(
        offer +
          rates +
          broken +
          decision('Other', decisionTable({ prefix: 'Other-', inputs: ['Age'], rules: [['1', '1']] })),
      ),
    );
    expect(model.decisions.map(({ name }) => name)).toEqual(['Other']);
    expect(model.notes.map(describeIssue)).toEqual([
      'Row "Score-1", result "Score": Decision "Score": the result "Score" is computed: Age * 2. Write a value: a number, a text in double quotes, true, false, null, a date or a list.',
      'The decision "Offer" needs the decision "Score", which cannot be run; see there. Correct that one first.',
      'The decision "Rates" needs the decision "Score", which cannot be run; see there. Correct that one first.',
    ]);
  });
});

describe('what is not run', () => {
  it.each([
    [
      'an expression that computes',
      { inputs: ['Income / 12'], rules: [['1', '1']] },
      'the expression Income / 12 has to be computed',
    ],
    ['a call', { inputs: ['string length(Name)'], rules: [['1', '1']] }, 'string length(Name) has to be computed'],
    ['a condition that is no unary test', { inputs: ['Age'], rules: [['odd(?)', '1']] }, 'Row "r1", column "Age"'],
    ['a result that computes', { inputs: ['Age'], rules: [['1', 'Age + 1']] }, 'is computed: Age + 1'],
    ['an object', { inputs: ['Person'], rules: [['1', '1']] }, 'Person is an object'],
    [
      'an unknown hit policy',
      { inputs: ['Age'], rules: [['1', '1']], attributes: 'hitPolicy="BEST"' },
      'The hit policy BEST is not known',
    ],
    [
      'more cells than columns',
      { inputs: ['Age'], rules: [['1', '1', '1']] },
      'more entries (3) than the table has columns',
    ],
  ])('%s is refused by name', async (_, parts, message) => {
    const person =
      '<itemDefinition name="tPerson"><itemComponent name="Age"><typeRef>number</typeRef></itemComponent></itemDefinition>';
    const xml = dmn(person + decision('D', decisionTable(parts)) + inputData('Person', 'tPerson'));
    expect((await refusal(xml)).join('\n')).toContain(message);
  });

  it('is named, element by element', async () => {
    const table = decision('D', decisionTable({ inputs: ['Age'], rules: [['1', '1']] }));
    const others = `<extensionElements><v:note xmlns:v="urn:v"/></extensionElements><import namespace="urn:other" name="Other" importType="${'x'}"/>
      <itemDefinition name="tFew" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
      ${table}<decision id="c" name="Choice"><conditional><if><literalExpression><text>true</text></literalExpression></if></conditional></decision>
      <businessKnowledgeModel id="b" name="Model"/><decisionService id="s" name="Service"/><knowledgeSource id="k" name="Law"/>
      <textAnnotation id="t"><text>hello</text></textAnnotation>`;
    const model = await imported(dmn(others, 'https://www.omg.org/spec/DMN/20230324/MODEL/'));
    expect(model.notes.map(({ code, params }) => [code, params['kind'] ?? params['found']])).toEqual([
      ['dmn_not_run', 'boxed conditional'],
      ['dmn_not_run', 'business knowledge model'],
      ['dmn_not_run', 'decision service'],
      ['dmn_not_kept', 'knowledge source'],
      ['dmn_not_kept', 'text annotation'],
      ['dmn_import', 'import'],
      ['dmn_type_constraint', 'type constraint'],
      ['dmn_extensions', ['v:note']],
    ]);
  });
});
