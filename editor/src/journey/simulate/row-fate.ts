import type { DecisionTable, RowExplanation } from '../../../../engine/index.ts';
import { cellInWords, valueInWords } from './cell-words.ts';

/** Why a row's results are not in the outcome, in words; null where they are, or where the row was switched off. */
export function fateInWords(table: DecisionTable, explained: RowExplanation): string | null {
  switch (explained.fate) {
    case 'counts':
    case 'disabled':
      return null;
    case 'not_on_this_day': {
      const { validFrom, validUntil } = table.rows.find(({ id }) => id === explained.row) ?? {};
      const from = validFrom === undefined ? '' : ` from ${validFrom}`;
      return `not valid on that day, only${from}${validUntil === undefined ? '' : ` until ${validUntil}`}`;
    }
    case 'cell_failed': {
      const miss = explained.cells.find((cell) => !cell.passed);
      if (miss === undefined) return 'does not match';
      const needed = cellInWords(
        miss.test,
        table.inputs.map(({ id }) => id),
      );
      return `${miss.name} is ${valueInWords(miss.value)}; needed: ${needed}`;
    }
    case 'below_first':
      return 'matches too, but a row above it decided';
    case 'outranked':
      return 'matches too, but its result ranks lower';
    case 'not_the_figure':
      return 'matches too, but another row gives the figure';
    case 'conflict':
      return 'matches together with rows that it must not match with';
  }
}

/** The rows to tell about beside those that count. Under `first` nothing below the deciding row was asked. */
export function otherRows(table: DecisionTable, rows: readonly RowExplanation[]): RowExplanation[] {
  const first = rows.findIndex((row) => row.decided);
  const asked = table.hitPolicy === 'first' && first >= 0 ? rows.slice(0, first) : rows;
  return asked.filter((row) => fateInWords(table, row) !== null);
}
