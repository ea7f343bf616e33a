import { availableParallelism } from 'node:os';
import type { IdentityField, PreparedRecords } from '../../../../engine/index.ts';
import { UsageError, type CommandOption, type Invocation } from '../command.ts';
import { nameOf } from '../read-document.ts';
import { counted, redrawn } from '../redrawn.ts';
import type { CliStreams } from '../streams.ts';
import { threadsOf } from '../threads-option.ts';
import { chooseFields, knownColumn, mapOption, withoutOption, type ChosenFields } from './field-map.ts';
import { openRows, type FlawCount, type OpenRows } from './open-rows.ts';
import { builderFor, prepareRows, type RowPlan } from './prepare-rows.ts';
import { readInThreads, usefulReaders, type RecordsRead } from './read-in-threads.ts';

/** Options of all commands that read customers. */
export const recordOptions = {
  id: { type: 'string', help: 'the column that names a record' },
  map: mapOption,
  without: withoutOption,
  region: { type: 'string', help: 'country of national phone numbers and ambiguous dates: two letters, such as DE' },
  encoding: { type: 'string', help: 'of the file, where it is not UTF-8: windows-1252, utf-16le' },
} satisfies Record<string, CommandOption>;

/** Rows that are looked at to tell what the columns hold. */
const sampleRows = 500;

/** The customers of a file, in columns. */
export interface LoadedRecords {
  prepared: PreparedRecords;
  fields: ChosenFields;
  /** By record: what `truth` says; null where no such column was asked for. */
  truths: readonly string[] | null;
  /** What was passed over or could not be read as it should, in words; empty when all is well. */
  flaws: string[];
}

/** Reads the customers of a file while it streams. `truth` names a column that is kept beside them. */
export async function loadRecords(
  file: string,
  { options, streams }: Pick<Invocation, 'options' | 'streams'>,
  truth?: string,
): Promise<LoadedRecords> {
  const opened = await openRows(file, streams, textOption(options['encoding']));
  const id = textOption(options['id']);
  if (id === undefined)
    throw new UsageError(
      `--id is needed: the column that names a record. ${nameOf(file)} has ${opened.columns.join(', ')}.`,
    );
  const { columns } = opened;
  const idAt = columns.indexOf(knownColumn(file, columns, id, '--id'));
  const truthAt = truth === undefined ? -1 : columns.indexOf(knownColumn(file, columns, truth, '--truth'));
  const region = regionOf(options['region']);
  const progress = redrawn(streams);
  const batches = opened.batches[Symbol.asyncIterator]();
  const first = await firstRows(batches);
  const reserved = truth === undefined ? [id] : [id, truth];
  const fields = chooseFields(file, columns, first.slice(0, sampleRows), options, reserved);
  const read = Object.entries(fields.mapping).map(
    ([field, column]) => [field as IdentityField, columns.indexOf(column)] as const,
  );
  const plan: RowPlan = { idAt, truthAt, fields: read, region };
  const show = (count: number) => progress.show(`${counted(count, 'record')} read`);
  const threads = await usefulReaders(file, opened, threadsOf(options['threads']) ?? availableParallelism());
  const whole =
    (threads > 1 ? await readInThreads(file, opened, plan, threads, show) : null) ??
    (await readOn(opened, first, batches, plan, show));
  opened.close();
  progress.clear();
  const flaws = wordsOfFlaws(file, whole, opened.decoded.encoding);
  const { nameless } = whole;
  if (nameless.count > 0)
    flaws.push(
      `${counted(nameless.count, 'record')} without a value in "${id}" left out, the first is record ${nameless.firstLine}.`,
    );
  return { prepared: whole.builder.finish(), fields, truths: truthAt < 0 ? null : whole.truths, flaws };
}

/** The rest of what was begun, by this thread alone. */
async function readOn(
  { flaws, decoded }: OpenRows,
  first: readonly (readonly string[])[],
  batches: Batches,
  plan: RowPlan,
  show: (count: number) => void,
): Promise<RecordsRead> {
  const builder = builderFor(plan);
  const rows = await prepareRows(following(first, batches), plan, builder, show);
  return { builder, ...rows, flaws, undecodable: decoded.undecodable };
}

async function* following(
  first: readonly (readonly string[])[],
  batches: Batches,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield first;
  for (let rows = await nextRows(batches); rows !== null; rows = await nextRows(batches)) yield rows;
}

/** Tells on standard error which columns are compared, and what is doubtful about them. */
export function tellFields(streams: CliStreams, { fields: { mapping, unused, doubts } }: LoadedRecords): void {
  const used = Object.entries(mapping).map(([field, column]) => (field === column ? field : `${field} (${column})`));
  streams.note(`Compared: ${used.join(', ')}.\n`);
  if (unused.length > 0) streams.note(`Not used: ${unused.join(', ')}.\n`);
  for (const { column, byName, byContent } of doubts)
    streams.note(
      `Look at "${column}": its name says ${byName ?? 'nothing'}, its content looks like ${byContent ?? 'nothing known'}. --map settles it.\n`,
    );
}

/** An option's text; undefined where it was not given. */
export function textOption(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined;
}

type Batches = AsyncIterator<readonly (readonly string[])[]>;

/** The first batches, until there are enough rows to tell what the columns hold. */
async function firstRows(batches: Batches): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  while (rows.length < sampleRows) {
    const next = await nextRows(batches);
    if (next === null) break;
    for (const row of next) rows.push(row);
  }
  return rows;
}

async function nextRows(batches: Batches): Promise<readonly (readonly string[])[] | null> {
  const next = await batches.next();
  return next.done === true ? null : next.value;
}

function regionOf(option: string | boolean | undefined): string | undefined {
  const region = textOption(option)?.toUpperCase();
  if (region === undefined || /^[A-Z]{2}$/.test(region)) return region;
  throw new UsageError(`--region ${region}: expected two letters, such as DE or US.`);
}

function wordsOfFlaws(file: string, { flaws, undecodable }: RecordsRead, encoding: string): string[] {
  const told = ({ count, firstLine }: FlawCount, what: string): string[] =>
    count === 0 ? [] : [`${nameOf(file)}: ${counted(count)} ${what}, the first on line ${firstLine}.`];
  return [
    ...told(flaws.unreadable, 'rows could not be read and are left out'),
    ...told(flaws.tooLong, 'rows have more fields than the header; the surplus is left out'),
    ...told(flaws.cutCells, 'cells are longer than any name or address; their ends are left out'),
    ...(undecodable === 0
      ? []
      : [
          `${nameOf(file)}: ${counted(undecodable)} signs are not ${encoding.toUpperCase()}. --encoding names another, such as windows-1252.`,
        ]),
  ];
}
