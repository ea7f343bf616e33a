import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DecisionTable } from '../../../../engine/index.ts';
import { useSession } from '../store/session.ts';
import { findingMarks, noMarks, type FindingMarks } from './finding-marks.ts';
import type { TableFindings } from './findings-store.ts';

/** What the analysis says of a table; null until it has been looked at. */
export function useFindings(key: string): TableFindings | null {
  return useStore(useSession().findings, (state) => state.byKey[key] ?? null);
}

/** Marks for the grid. Rows and columns keep their ids while the next answer is awaited. */
export function useFindingMarks(found: TableFindings | null): FindingMarks {
  return useMemo(() => (found === null ? noMarks : findingMarks(found.table, found.analysis.findings)), [found]);
}

/** The errors and warnings of a table's checks, and those that the analysis found. */
export function withFindings(
  { errors, warnings }: { errors: number; warnings: number },
  found: TableFindings | null,
): { errors: number; warnings: number } {
  const count = (wanted: string) =>
    (found?.analysis.findings ?? []).filter(({ severity }) => severity === wanted).length;
  return { errors: errors + count('error'), warnings: warnings + count('warning') };
}

/** True while a newer state of the table waits for its analysis. */
export function isAwaited(found: TableFindings | null, table: DecisionTable): boolean {
  return found?.table !== table;
}
