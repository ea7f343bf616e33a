import { UsageError } from '../command.ts';
import { counted } from '../redrawn.ts';
import { nameOf } from '../read-document.ts';
import type { CliStreams } from '../streams.ts';
import { knownColumn } from './field-map.ts';
import { openRows } from './open-rows.ts';

/** What a person said of two records, by index. */
export interface ReadAnswer {
  left: number;
  right: number;
  same: boolean;
}

export interface ReadAnswers {
  answers: ReadAnswer[];
  /** About records that are not there. */
  unknownIds: number;
  /** Neither yes nor no. */
  undecided: number;
}

/** What of the answers could not be taken, in words. */
export function flawsOfAnswers({ unknownIds, undecided }: ReadAnswers): string[] {
  return [
    ...(unknownIds > 0 ? [`${counted(unknownIds, 'answer')} about records that are not in the file.`] : []),
    ...(undecided > 0 ? [`${counted(undecided, 'answer')} neither yes nor no.`] : []),
  ];
}

const yes = new Set(['yes', 'y', 'true', '1', 'same', 'match']);
const no = new Set(['no', 'n', 'false', '0', 'different', 'non-match']);

/** Reads reviewed pairs: columns id_a, id_b and same (yes or no). Lines about records that are not there are counted. */
export async function readAnswers(file: string, ids: readonly string[], streams: CliStreams): Promise<ReadAnswers> {
  const opened = await openRows(file, streams, undefined);
  const [left, right, same] = ['id_a', 'id_b', 'same'].map((name) =>
    opened.columns.indexOf(knownColumn(file, opened.columns, name, '--answers')),
  ) as [number, number, number];
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const answers: ReadAnswer[] = [];
  let [unknownIds, undecided] = [0, 0];
  for await (const rows of opened.batches) {
    for (const row of rows) {
      const [one, other] = [indexOf.get(row[left] ?? ''), indexOf.get(row[right] ?? '')];
      const said = (row[same] ?? '').toLowerCase();
      if (one === undefined || other === undefined || one === other) unknownIds += 1;
      else if (yes.has(said) || no.has(said)) answers.push({ left: one, right: other, same: yes.has(said) });
      else undecided += 1;
    }
  }
  if (answers.length === 0)
    throw new UsageError(`${nameOf(file)} has no answer. It needs id_a, id_b of the records, and same: yes or no.`);
  return { answers, unknownIds, undecided };
}
