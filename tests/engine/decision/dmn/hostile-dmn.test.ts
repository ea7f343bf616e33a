import { describe, expect, it } from 'vitest';
import { importDmn } from '../../../../engine/index.ts';
import { decision, decisionTable, dmn, imported, importedTable } from './documents.ts';

async function codesOf(xml: string): Promise<string[]> {
  const model = await importDmn(xml);
  return model.ok ? [] : model.issues.map(({ code }) => code);
}

const table = decision('D', decisionTable({ inputs: ['Age'], rules: [['1', '1']] }));
const many = (count: number, text: string) => text.repeat(count);

describe('a text that is no DMN, or means no good', () => {
  it.each([
    ['nothing', '', 'dmn_not_xml'],
    ['words', 'no XML at all', 'dmn_not_xml'],
    ['JSON', '{"definitions":[]}', 'dmn_not_xml'],
    ['a tag that is not closed', dmn('<decision>'), 'dmn_not_xml'],
    ['tags that cross', dmn('<a><b></a></b>'), 'dmn_not_xml'],
    ['two roots', `${dmn(table)}<definitions/>`, 'dmn_not_xml'],
    ['an attribute twice', dmn('<decision id="a" id="b"/>'), 'dmn_not_xml'],
    ['a prefix that nobody declared', dmn('<x:decision/>'), 'dmn_not_xml'],
    ['an entity that nobody declared', dmn('<decision name="&lol;"/>'), 'dmn_not_xml'],
    ['a comment without end', dmn('<!--'), 'dmn_not_xml'],
    ['billions of laughs', `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${dmn('&b;')}`, 'dmn_document_type'],
    ['another file', `<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>${dmn('&f;')}`, 'dmn_document_type'],
    ['BPMN', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'dmn_other_root'],
    ['another namespace', dmn(table, 'urn:other'), 'dmn_other_root'],
    ['another root', '<decision xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'dmn_other_root'],
    ['an element of no DMN', dmn('<rule/>'), 'dmn_part_unreadable'],
    ['an id twice', dmn(table + table), 'dmn_part_unreadable'],
    ['an id that is none', dmn(table.replace('id="D"', 'id="1 2"')), 'dmn_part_unreadable'],
    ['an id called __proto__', dmn(table.replace('id="D"', 'id="__proto__"')), 'dmn_part_unreadable'],
    ['no decision at all', dmn(''), 'dmn_no_table'],
  ])('%s gets an issue', async (_, xml, code) => {
    expect(await codesOf(xml)).toEqual([code]);
  });

  it.each([
    ['more than 10,000,000 characters', `${dmn(table)}${many(10_000_000, ' ')}`, 'dmn_too_large'],
    ['100,000 levels', dmn(many(100_000, '<a>') + many(100_000, '</a>')), 'dmn_too_deep'],
    [
      '1,000 namespaces',
      dmn(Array.from({ length: 1000 }, (_, at) => `<x${at}:a xmlns:x${at}="u${at}"/>`).join('')),
      'dmn_too_many_namespaces',
    ],
    ['a million wrong elements', dmn(many(1_000_000, '<wrong/>')), 'dmn_part_unreadable'],
    ['a million blanks in a tag', dmn(`<decision${many(1_000_000, ' ')}!>`), 'dmn_not_xml'],
    ['a million quotes', dmn(`<decision ${many(1_000_000, 'a="')}>`), 'dmn_not_xml'],
    [
      'a cell of two million characters',
      dmn(decision('D', decisionTable({ inputs: ['x'], rules: [[many(1_000_000, 'a '), '1']] }))),
      'cell_too_long',
    ],
    [
      'a chain of types that name each other',
      dmn(
        `<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>`,
      ),
      'dmn_no_table',
    ],
  ])('%s is over soon', async (_, xml, code) => {
    expect(await codesOf(xml)).toEqual([code]);
  });
});

describe('names that lead into JavaScript', () => {
  it('are names and nothing else', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const outputs = `<output name="${name}"/><output name="other"/>`;
      const read = await importedTable(
        dmn(
          decision(name, decisionTable({ inputs: ['x'], rules: [['1', '2', '3']], outputs })).replace(
            `id="${name}"`,
            '',
          ),
        ),
      );
      expect(Object.values(read.rows[0]?.then ?? {})).toEqual([2, 3]);
      expect(Object.getPrototypeOf(read.rows[0]?.then)).toBe(Object.prototype);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('in a path are refused', async () => {
    expect(
      await codesOf(dmn(decision('D', decisionTable({ inputs: ['x.__proto__.y'], rules: [['1', '1']] })))),
    ).toEqual(['dmn_input_object']);
  });

  it('in what Steward keeps beside an element change nothing', async () => {
    const kept = JSON.stringify({
      is: { id: '../x', inputs: [], polluted: true, tests: 'many', disabledRows: [{ at: 0, row: { id: 1 } }] },
      insteadOf: {},
    }).replace('"polluted"', '"__proto__":{"polluted":true},"polluted"');
    const extension = `<extensionElements><s:table xmlns:s="https://steward.example/dmn/1">${kept}</s:table></extensionElements>`;
    const read = await importedTable(dmn(table.replace('<decisionTable', `${extension}<decisionTable`)));
    expect(read).toEqual(await importedTable(dmn(table)));
  });
});

describe('characters', () => {
  it('beyond the first plane survive as references, as the texts of a CDATA section do', async () => {
    const rules =
      '<rule><inputEntry><text><![CDATA["&#x1F600;" , "<"]]></text></inputEntry><outputEntry><text>"&#x1F600;&#128512;"</text></outputEntry></rule>';
    const xml = dmn(
      decision(
        'D',
        `<decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/>${rules}</decisionTable>`,
      ),
    );
    const [row] = (await imported(xml)).decisions[0]?.table.rows ?? [];
    expect([row?.when['x'], row?.then['D']]).toEqual(['"&#x1F600;" , "<"', '😀😀']);
  });
});
