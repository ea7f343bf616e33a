import { describe, expect, it } from 'vitest';
import { longestCell, openRows } from '../../../hub/src/cli/identity/open-rows.ts';
import type { CliStreams } from '../../../hub/src/cli/streams.ts';
import { scratchFolder } from '../scratch-folder.ts';

const files = scratchFolder();

function streams(input: string | Uint8Array = ''): CliStreams {
  return {
    input: (async function* () {
      yield input;
    })(),
    write: async () => undefined,
    note: () => undefined,
    isTerminal: false,
  };
}

async function read(name: string, content: string | Uint8Array, encoding?: string) {
  const opened = await openRows(files.written(name, content), streams(), encoding);
  const rows: (readonly string[])[] = [];
  for await (const batch of opened.batches) rows.push(...batch);
  return { ...opened, rows };
}

describe('CSV', () => {
  it.each([
    ['commas, with spaces around them', 'id, name\n1, ann \n2, bob\n'],
    ['semicolons, as Excel writes in Germany', 'id;name\r\n1;ann\r\n2;bob\r\n'],
    ['tabs', 'id\tname\n1\tann\n2\tbob'],
    ['quotes and a byte order mark', '\uFEFF"id","name"\n"1","ann"\n"2","bob"\n'],
    ['blank lines', 'id,name\n\n1,ann\n\n2,bob\n\n'],
  ])('%s', async (_, content) => {
    const { columns, rows } = await read('a.csv', content);
    expect([columns, ...rows]).toEqual([
      ['id', 'name'],
      ['1', 'ann'],
      ['2', 'bob'],
    ]);
  });

  it('keeps line breaks, commas and quotes within quotes', async () => {
    const { rows } = await read('a.csv', 'id,address\n1,"6 High St,\nYork ""old"" town"\n');
    expect(rows).toEqual([['1', '6 High St,\nYork "old" town']]);
  });

  it('fills short rows, cuts long ones, and counts those', async () => {
    const { rows, flaws } = await read('a.csv', 'id,name,city\n1,ann\n2,bob,york,gb,x\n');
    expect(rows).toEqual([
      ['1', 'ann', ''],
      ['2', 'bob', 'york'],
    ]);
    expect(flaws.tooLong).toEqual({ count: 1, firstLine: 3 });
  });

  it('is read in batches, whole, when it is longer than a chunk', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index},"name, ${index}",${'x'.repeat(index % 50)}`);
    const { rows } = await read('long.csv', `id,name,rest\n${lines.join('\n')}\n`);
    expect(rows).toHaveLength(60_000);
    expect(rows[43_210]).toEqual(['43210', 'name, 43210', 'x'.repeat(10)]);
  });

  it('does not hold a cell of 10 MB', async () => {
    const { rows, flaws } = await read('a.csv', `id,name\n1,${'y'.repeat(10_000_000)}\n2,bob\n`);
    expect(rows.map((row) => row[1]?.length)).toEqual([longestCell, 3]);
    expect(flaws.cutCells).toEqual({ count: 1, firstLine: 2 });
  });

  it('in UTF-16 as Excel saves "Unicode text"', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id\tname\n1\tMüller\n', 'utf16le')]);
    expect((await read('a.txt', bytes)).rows).toEqual([['1', 'Müller']]);
  });

  it('counts what is not of its encoding, and reads it in the one that is named', async () => {
    const bytes = Buffer.from('id,name\n1,Müller\n2,José\n', 'latin1');
    expect((await read('a.csv', bytes)).decoded.undecodable).toBe(2);
    const named = await read('a.csv', bytes, 'windows-1252');
    expect([named.decoded.undecodable, ...named.rows]).toEqual([0, ['1', 'Müller'], ['2', 'José']]);
  });

  it.each([
    ['an empty file', '', /a\.csv is empty/],
    ['blanks', ' \n \n', /a\.csv is empty/],
    ['two columns of one name', 'id,name,name\n1,a,b\n', /two columns "name"/],
    ['a program', 'id\0name\n', /is not a text/],
  ])('%s is told', async (_, content, message) => {
    await expect(read('a.csv', content)).rejects.toThrow(message);
  });

  it('a file that is not there, and an encoding that is none, are told', async () => {
    await expect(openRows(files.path('none.csv'), streams(), undefined)).rejects.toThrow(/none\.csv cannot be read/);
    await expect(openRows(files.path('a.csv'), streams(), 'klingon')).rejects.toThrow(/klingon: no such encoding/);
  });
});

describe('JSON lines', () => {
  it('have a column for each member, one level deep; what is no object is counted', async () => {
    const { columns, rows, flaws } = await read(
      'a.jsonl',
      '{"id":1,"name":"ann","address":{"city":"York","geo":{"x":1}}}\n\nnone\n{"id":"2","active":true,"name":null}\n[1]\n',
    );
    expect(columns).toEqual(['id', 'name', 'address.city', 'active']);
    expect(rows).toEqual([
      ['1', 'ann', 'York', ''],
      ['2', '', '', 'true'],
    ]);
    expect(flaws.unreadable).toEqual({ count: 2, firstLine: 3 });
  });

  it('are known by their first sign on standard input', async () => {
    const opened = await openRows('-', streams('{"id":"1"}\n'), undefined);
    expect(opened.columns).toEqual(['id']);
  });

  it('without any object are told', async () => {
    await expect(read('a.jsonl', 'x\ny\n')).rejects.toThrow(/no JSON object on any line/);
  });
});
