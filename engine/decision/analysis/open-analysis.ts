import type { DecisionTable } from '../model.ts';
import { analyseWith } from './analyse-table.ts';
import type { Analysis, AnalysisOptions } from './analysis.ts';
import { CellReader } from './table-space.ts';

/** The analysis of a table that somebody is editing. */
export interface OpenAnalysis {
  /** What is true of the table as it is now. */
  readonly analysis: Analysis;
  /**
   * Analyses the table after an edit; the same as `analyseTable` of it. The same object again costs nothing, and cells
   * that were read before are not read again.
   */
  change(next: DecisionTable): Analysis;
}

/**
 * Begins to analyse a table while it is edited.
 * @param table as in `analyseTable`
 * @example const open = openAnalysis(table); open.change(edited).findings
 */
export function openAnalysis(table: DecisionTable, options: AnalysisOptions = {}): OpenAnalysis {
  let reader = new CellReader(table.inputs);
  let current = table;
  let analysis = analyseWith(table, reader, options);
  return {
    get analysis() {
      return analysis;
    },
    change(next) {
      if (next === current) return analysis;
      if (!reader.fits(next.inputs)) reader = new CellReader(next.inputs);
      current = next;
      analysis = analyseWith(next, reader, options);
      return analysis;
    },
  };
}
