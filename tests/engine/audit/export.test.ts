import { describe, expect, it } from 'vitest';
import {
  describeIssue,
  exportCheckpointLine,
  exportEndLine,
  exportEntryLine,
  exportHeaderLine,
  exportReader,
  ledgerCsvHeader,
  ledgerCsvLine,
  ledgerLine,
  readEntry,
  type LedgerEntry,
} from '../../../engine/index.ts';
import { nodeCrypto } from './node-crypto.ts';
import { checkpointOf, entryOf, headOf, hubKey, rowsOf, stream } from './small-ledger.ts';

const rows = rowsOf(12);
const checkpoints = [checkpointOf(rows, 5), checkpointOf(rows, 12)];
const header = {
  stream,
  from: 1,
  until: 13,
  filtered: false,
  exportedAt: '2026-11-22T12:00:00.000Z',
  signingKeys: [hubKey.key],
  head: headOf(rows),
  checkpointSizes: [5, 12],
};
const lines = [
  exportHeaderLine(header),
  ...rows.map((row) => exportEntryLine(row)),
  ...checkpoints.map(exportCheckpointLine),
  exportEndLine(rows.length),
];

function read(text: string, piece = text.length) {
  const reader = exportReader({ crypto: nodeCrypto });
  for (let at = 0; at < text.length; at += piece) reader.add(text.slice(at, at + piece));
  return reader.finish();
}
const codes = (text: string) => read(text).report.findings.map(({ code, sequence }) => [code, sequence]);
const at = (line: number, text: string) => lines.map((own, index) => (index === line ? text : own)).join('');

describe('an export', () => {
  it.each([1, 7, 1000, 100_000])('is verified in pieces of %i characters', (piece) => {
    const { header: found, report } = read(lines.join(''), piece);
    expect(found).toEqual({ format: 'steward-ledger', version: 1, ...header });
    expect(report).toMatchObject({ ok: true, entries: 12, head: 'signed', checkpoints: 2, root: checkpoints[1]?.root });
  });

  it('is verified without a last line feed, and with line ends of Windows', () => {
    expect(read(lines.join('').trimEnd()).report.ok).toBe(true);
    expect(read(lines.join('').replaceAll('\n', '\r\n')).report.ok).toBe(true);
  });

  it('is verified with opened inputs, whatever they hold, and when somebody wrote it anew', () => {
    const tricky = { inputs: { hash: rows[3]?.hash ?? '', opened: { a: '","opened":' } }, subject: null };
    expect(read(at(4, exportEntryLine(rows[3] ?? { entry: '', hash: '' }, tricky))).report.ok).toBe(true);
    const spaced = lines.map((line) => `${JSON.stringify(JSON.parse(line)).replaceAll('":', '": ')}\n`).join('');
    expect(read(spaced).report.ok).toBe(true);
  });

  it.each<[string, string, unknown[]]>([
    ['a changed byte', at(4, (lines[4] ?? '').replace('Refund', 'Refunt')), [['entry_changed', 4]]],
    [
      'a removed line',
      lines.filter((_, index) => index !== 4).join(''),
      [
        ['entry_missing', 4],
        ['export_count_differs', null],
      ],
    ],
    [
      'swapped lines',
      [lines[0], lines[2], lines[1], ...lines.slice(3)].join(''),
      [
        ['entries_out_of_order', 1],
        ['entries_out_of_order', 2],
      ],
    ],
    [
      'a file cut short between lines',
      lines.slice(0, 8).join(''),
      [
        ['tail_missing', 8],
        ['export_cut_short', null],
      ],
    ],
    [
      'a file cut short within a line',
      lines.join('').slice(0, 6000),
      [
        ['tail_missing', 8],
        ['export_unreadable', null],
        ['export_cut_short', null],
      ],
    ],
    [
      'an entry behind the checkpoints',
      [...lines.slice(0, 12), lines[13], lines[12], lines[14], lines[15]].join(''),
      [['export_out_of_place', null]],
    ],
    ['a line behind the end', [...lines, lines[15]].join(''), [['export_out_of_place', null]]],
    ['a second header', [...lines.slice(0, 3), lines[0], ...lines.slice(3)].join(''), [['export_out_of_place', null]]],
    [
      'a line that is none',
      at(4, '{"entry":1}\n'),
      [
        ['entry_missing', 4],
        ['export_unreadable', null],
        ['export_count_differs', null],
      ],
    ],
    ['no header', lines.slice(1).join(''), [['export_unreadable', null]]],
    [
      'a header without keys',
      at(0, exportHeaderLine({ ...header, signingKeys: null as never })),
      [['export_unreadable', null]],
    ],
    [
      'a header of a later version',
      at(0, exportHeaderLine(header).replace('"version":1', '"version":2')),
      [['export_too_new', null]],
    ],
    ['a header without the head', at(0, exportHeaderLine({ ...header, head: null })), [['head_missing', null]]],
    [
      'a checkpoint that the header does not announce',
      at(0, exportHeaderLine({ ...header, checkpointSizes: [12] })),
      [['checkpoint_not_announced', 5]],
    ],
    ['an empty file', '', [['export_cut_short', null]]],
  ])('shows %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
    for (const finding of read(text).report.findings) expect(describeIssue(finding)).not.toMatch(/[{_]/);
  });

  it('is held against the keys that the reader knows, and against a kept checkpoint', () => {
    const reader = exportReader({ keys: [], kept: [checkpointOf(rowsOf(20), 20)], crypto: nodeCrypto });
    reader.add(lines.join(''));
    const found = reader.finish().report.findings.map(({ code }) => code);
    expect(found).toEqual([
      'head_key_unknown',
      'checkpoint_key_unknown',
      'checkpoint_key_unknown',
      'checkpoint_key_unknown',
    ]);
  });

  it('of a selection is verified entry by entry', () => {
    const some = [
      exportHeaderLine({ ...header, filtered: true, checkpointSizes: [] }),
      ...rows.filter((_, index) => index % 3 === 0).map((row) => exportEntryLine(row)),
      exportEndLine(4),
    ];
    expect(read(some.join(''))).toMatchObject({ header: { filtered: true }, report: { ok: true, root: null } });
  });

  it('with a line without end is refused without keeping it', () => {
    const reader = exportReader();
    for (let piece = 0; piece < 20; piece++) reader.add('x'.repeat(1_048_576));
    expect(reader.finish().report.findings.map(({ code }) => code)).toEqual(['export_unreadable']);
  });
});

describe('a ledger in CSV', () => {
  const entry = readEntry(rows[0]?.entry ?? '') as LedgerEntry;

  it('has a line for each entry', () => {
    expect(ledgerCsvHeader(false)).toBe(
      'stream,sequence,kind,decided at,subject,journey id,journey,step,outcome,table,rule,reason,hash\r\n',
    );
    expect(ledgerCsvLine(ledgerLine(entry), 'ff')).toBe(
      'decisions,1,decision,2026-11-22T00:00:01.000Z,s_1,j1,Refunds,Refund,"pay: no, amount: 1",refund,small,Small refunds are paid at once.,ff\r\n',
    );
    expect(ledgerCsvLine(ledgerLine(entryOf(5, '')), 'ff')).toBe(
      'decisions,5,erasure,2026-11-22T00:00:05.000Z,s_5,,,,,,,asked to be forgotten,ff\r\n',
    );
  });

  it('has columns for opened inputs', () => {
    expect(ledgerCsvHeader(true)).toMatch(/,hash,person,inputs,note\r\n$/);
    const opened = { subject: 'c-1', inputs: { amount: 5 }, note: 'a "note"' };
    expect(ledgerCsvLine(ledgerLine(entry), 'ff', opened)).toMatch(/,ff,c-1,"\{""amount"":5\}","a ""note"""\r\n$/);
    expect(ledgerCsvLine(ledgerLine(entry), 'ff', null)).toMatch(/,ff,,,\r\n$/);
  });

  it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\tx'])('makes no formula of %s', (step) => {
    expect(ledgerCsvLine({ ...ledgerLine(entry), step }, 'ff')).toContain(`,'${step},`);
  });
});
