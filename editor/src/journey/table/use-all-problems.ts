import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useProblems, type Problem } from '../store/derived.ts';
import { useSession } from '../store/session.ts';
import { findingInWords } from './finding-words.ts';
import type { FindingsState } from './findings-store.ts';

/** The journey's problems, and rows of its tables that contradict each other: customers would stop there with an error. */
export function useAllProblems(): readonly Problem[] {
  const problems = useProblems();
  const byKey = useStore(useSession().findings, (state) => state.byKey);
  return useMemo(() => {
    const contradictions = contradictionsOf(byKey);
    return contradictions.length === 0 ? problems : [...problems, ...contradictions];
  }, [problems, byKey]);
}

function contradictionsOf(byKey: FindingsState['byKey']): Problem[] {
  return Object.entries(byKey).flatMap(([key, { table, analysis }]) =>
    analysis.findings
      .filter(({ severity }) => severity === 'error')
      .map((finding, index) => ({
        key: `finding ${key} ${index}`,
        severity: 'error' as const,
        code: finding.code,
        message: findingInWords(table, finding),
        step: null,
        table: key,
        path: ['tables', key],
      })),
  );
}
