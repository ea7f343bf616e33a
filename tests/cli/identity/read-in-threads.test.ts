import { describe, expect, it } from 'vitest';
import { cutRows, type CsvNotation } from '../../../hub/src/cli/identity/cut-rows.ts';
import { loadRecords } from '../../../hub/src/cli/identity/load-records.ts';
import { openRows } from '../../../hub/src/cli/identity/open-rows.ts';
import type { RowPlan } from '../../../hub/src/cli/identity/prepare-rows.ts';
import {
  messageOfRead,
  readInThreads,
  readPart,
  usefulReaders,
} from '../../../hub/src/cli/identity/read-in-threads.ts';
import type { CliStreams } from '../../../hub/src/cli/streams.ts';
import { syntheticCustomers } from '../../identity/synthetic-customers.ts';
import { scratchFolder } from '../scratch-folder.ts';

const files = scratchFolder();
const streams: CliStreams = {
  input: (async function* () {})(),
  write: async () => undefined,
  note: () => undefined,
  isTerminal: false,
};
const customers = [...syntheticCustomers({ records: 1_200 })];
const fields = ['given_name', 'family_name', 'birth_date', 'email', 'phone', 'street', 'city', 'postcode'] as const;

const given = (values: (typeof customers)[number]['values']) =>
  Object.fromEntries(fields.map((field) => [field, values[field]]));

/** With line breaks, quotes and commas in quotes, rows that are too long, and rows without an id. */
const csvText = [
  ['id', 'customer', ...fields].join(';'),
  ...customers.map(({ id, customer, values }, index) => {
    const cells = fields.map((field) => values[field] ?? '');
    if (index % 7 === 0) cells[5] = `"Flat 1,\n""${cells[5]}"""`;
    if (index % 401 === 400) cells.push('surplus');
    return [index % 97 === 96 ? '' : id, customer, ...cells].join(';');
  }),
].join('\n');
const jsonText = customers
  .map(({ id, customer, values }, index) =>
    index % 101 === 100
      ? 'no object'
      : JSON.stringify({ ...given(values), id: index === 1_000 ? 'a\0b' : id, customer }),
  )
  .join('\n');

async function loadedBy(threads: number, file: string) {
  const opened = await openRows(file, streams, undefined);
  const { columns } = opened;
  const plan: RowPlan = {
    idAt: columns.indexOf('id'),
    truthAt: columns.indexOf('customer'),
    fields: fields.map((field) => [field, columns.indexOf(field)] as const),
    region: 'US',
  };
  opened.close();
  const read = await readInThreads(file, opened, plan, threads);
  if (read === null) throw new Error('was not cut');
  const { builder, ...rest } = read;
  return { ...rest, prepared: builder.finish() };
}

describe('a file that is read by threads', () => {
  it.each([
    ['customers.csv', csvText, 2],
    ['customers.csv', csvText, 3],
    ['customers.jsonl', jsonText, 2],
    ['customers.jsonl', jsonText, 5],
  ])('comes to the same: %s', async (name, text, threads) => {
    const file = files.written(name, text);
    const { prepared, truths, flaws } = await loadRecords(
      file,
      {
        options: { id: 'id', region: 'US', map: fields.map((field) => `${field}=${field}`).join(','), threads: '1' },
        streams,
      },
      'customer',
    );
    const read = await loadedBy(threads, file);
    expect(read.prepared).toEqual(prepared);
    expect(read.truths).toEqual(truths);
    expect(flaws.length).toBeGreaterThan(0);
    const { nameless, flaws: found } = await loadedBy(1, file);
    expect([read.nameless, read.flaws]).toEqual([nameless, found]);
    expect(nameless.count + found.unreadable.count).toBeGreaterThan(10);
  });

  it.each([
    ['as it should be', 'nothing'],
    ['with a quote out of place, so that it cannot be cut', '6" pipe'],
  ])('is whole when it is large, %s', async (_, note) => {
    // Long notes make it large without many records.
    const lines = customers.map(({ id, values }, index) => {
      const notes = index === 700 ? note : 'n'.repeat(1_900);
      return [id, values.family_name ?? '', values.email ?? '', ...Array<string>(5).fill(notes)].join(',');
    });
    const file = files.written('large.csv', ['id,family_name,email,n1,n2,n3,n4,n5', ...lines].join('\n'));
    const loadedWith = (threads: string) =>
      loadRecords(file, { options: { id: 'id', map: 'family_name=family_name,email=email', threads }, streams });
    const [one, two] = [await loadedWith('1'), await loadedWith('2')];
    expect(two).toEqual(one);
    expect(two.prepared.count).toBe(customers.length);
  });

  it('is refused as by one thread', async () => {
    const file = files.written('binary.csv', `${csvText}\nx;\0;y\n`);
    await expect(loadedBy(2, file)).rejects.toThrow(/binary\.csv is not a text/);
  });

  it('is read by one thread when it is small, no file, or cannot be cut between any two lines', async () => {
    const utf8 = { decoded: { chunks: streams.input as AsyncIterable<string>, encoding: 'utf-8', undecodable: 0 } };
    const small = files.written('small.csv', csvText);
    const large = files.written('large.csv', 'x'.repeat(10_000_000));
    expect(await usefulReaders(small, utf8, 8)).toBe(1);
    expect(await usefulReaders('-', utf8, 8)).toBe(1);
    expect(await usefulReaders(large, { decoded: { ...utf8.decoded, encoding: 'utf-16le' } }, 8)).toBe(1);
    expect(await usefulReaders(large, utf8, 8)).toBe(2);
    expect(await usefulReaders(large, utf8, 1)).toBe(1);
  });

  it('is handed over with its columns', async () => {
    const file = files.written('part.csv', 'id,name\n1,Ann\n');
    const part = { columns: ['id', 'name'], csv: { delimiter: ',', newline: '\n' } as const, from: 0, to: 14 };
    const plan: RowPlan = { idAt: 0, truthAt: -1, fields: [['given_name', 1]], region: undefined };
    const [message, handedOver] = messageOfRead(await readPart({ file, part, plan }));
    expect(message).toMatchObject({ ids: ['1'], truths: [], rows: 1 });
    expect(handedOver).toHaveLength(2);
    expect(() => structuredClone(message, { transfer: handedOver })).not.toThrow();
  });
});

describe('where a file is cut', () => {
  const comma: CsvNotation = { delimiter: ',', newline: '\n' };
  const partsOf = async (text: string, parts: number, csv: CsvNotation | null): Promise<string[] | null> => {
    const cuts = await cutRows(files.written('cut.csv', text), parts, csv);
    const bytes = Buffer.from(text);
    return cuts?.slice(1).map((to, index) => bytes.subarray(cuts[index], to).toString()) ?? null;
  };

  it.each<[string, string, number, CsvNotation | null, string[] | null]>([
    ['between lines', 'a,b\n1,2\n3,4\n5,6\n', 2, comma, ['a,b\n1,2\n3,4\n', '5,6\n']],
    ['between rows, not within quotes', 'a,b\n1,"2\n3\n4"\n5,6', 2, comma, ['a,b\n1,"2\n3\n4"\n', '5,6']],
    ['behind quotes that stand for themselves', 'a\n"1""\n""2"\n3\n4', 2, comma, ['a\n"1""\n""2"\n', '3\n4']],
    ['with line ends of two signs', 'a\r\n"1"\r\n2\r\n', 2, { ...comma, newline: '\r\n' }, ['a\r\n"1"\r\n', '2\r\n']],
    ['behind a byte order mark and a quote', '\uFEFF"a"\n"b"\n"c"\n', 2, comma, ['\uFEFF"a"\n"b"\n', '"c"\n']],
    ['not before a byte order mark', 'a\nb\n\uFEFFc\nd\n', 3, null, ['a\nb\n\uFEFFc\n', 'd\n']],
    ['JSON, whatever its quotes', '{"a":1}\n{"a":"x\\""}\n', 2, null, ['{"a":1}\n{"a":"x\\""}\n']],
    ['fewer times where lines are long', `${'x'.repeat(50)}\ny\n`, 4, comma, [`${'x'.repeat(50)}\n`, 'y\n']],
    ['nowhere: a quote amid a field', 'a,b\n1,2" pipe\n3,4\n', 2, comma, null],
    ['nowhere: something behind a closing quote', 'a,b\n"1"x,2\n3,4\n', 2, comma, null],
    ['nowhere: quotes that are never closed', 'a,b\n1,"2\n3,4\n', 2, comma, null],
    ['nowhere: line ends of old', 'a,b\r1,2\r', 2, { ...comma, newline: '\r' }, null],
  ])('%s', async (_, text, parts, csv, expected) => {
    expect(await partsOf(text, parts, csv)).toEqual(expected);
  });

  it('nowhere within quotes that are longer than what is looked at at once', async () => {
    const long = `a\n"${'x\n'.repeat(1_000_000)}"\n2\n`;
    expect(await partsOf(long, 2, comma)).toEqual([`${long.slice(0, -2)}`, '2\n']);
  });

  it('whatever block a quote falls into', async () => {
    for (const before of [1_048_573, 1_048_574, 1_048_575, 1_048_576]) {
      const text = `${'x'.repeat(before - 1)}\n"1""\n"\n2\n`;
      expect(await partsOf(text, 2, comma)).toEqual([`${'x'.repeat(before - 1)}\n`, '"1""\n"\n2\n']);
    }
  });
});
