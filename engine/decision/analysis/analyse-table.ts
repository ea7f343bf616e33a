import type { DecisionTable } from '../model.ts';
import type { Analysis, AnalysisOptions, Finding, FindingCode } from './analysis.ts';
import { findGaps } from './gaps.ts';
import { anyPoints, findIdleColumns } from './idle-columns.ts';
import { isReachable, meetingsOf } from './meeting-rows.ts';
import { findMergeable } from './mergeable-rows.ts';
import { findContradictions, findDuplicates, findOverlaps } from './overlaps.ts';
import { findShadowed, type RowStanding, standings } from './precedence.ts';
import { hasPrecedence, inOrderOfDecision } from './order-of-decision.ts';
import { findRedundant } from './redundant-rows.ts';
import { type CellReader, type Space, spaceOf } from './table-space.ts';
import type { Budget } from './uncovered.ts';
import { findNotAllowed, findUnreachable } from './unreachable-rows.ts';

/** Defaults of `AnalysisOptions`. */
const defaults: Required<AnalysisOptions> = { maxFindings: 100, maxGaps: 12, maxSteps: 40_000_000 };

/**
 * Says what a table forgets, says twice, or says in vain: exactly, each with facts that show it.
 *
 * Values are put into classes that no cell tells apart, as the evaluator would answer; rows become boxes of classes, and
 * every question one of whether boxes cover a box. Nothing is guessed: what takes too much work is told as
 * `analysis_incomplete`, never as a finding, and nothing is told twice for being true of a part.
 * @param table a table of the right shape. Disabled rows are left out, and so are rows with cells that cannot be read,
 *   which `checkTable` tells of
 * @param options how far to go
 * @returns findings, errors first, each code in the order of the rows
 * @example analyseTable(table).findings.filter(({ code }) => code === 'gap').map(({ example }) => example?.facts)
 * @source DMN 1.5, 8.2.8 (what the policies ask of overlapping rows), 8.2.11 (completeness is what a default makes up for)
 */
export function analyseTable(table: DecisionTable, options: AnalysisOptions = {}): Analysis {
  return analyseSpace(spaceOf(table), options);
}

/** `analyseTable` with cells that were read before. */
export function analyseWith(table: DecisionTable, reader: CellReader, options: AnalysisOptions = {}): Analysis {
  return analyseSpace(spaceOf(table, reader), options);
}

function analyseSpace(space: Space, options: AnalysisOptions): Analysis {
  const { maxFindings, maxGaps, maxSteps } = { ...defaults, ...options };
  // A question that takes too much must not use up what the others need; for gaps there are but few questions.
  const share = (): Budget => ({ steps: maxSteps / 6, share: 1 / 8 });
  const ranked = inOrderOfDecision(space);
  const reachable = new Set(ranked.filter((row) => isReachable(space, row)));
  const reaches = (row: Space['rows'][number]) => reachable.has(row);
  const meetings = meetingsOf(space, ranked);
  const inOrder = ranked === space.rows ? meetings : meetingsOf(space, space.rows);
  const searches = share();
  const known: RowStanding[] = hasPrecedence(space.table) ? standings(space, ranked, meetings, searches) : [];
  const contradictions = findContradictions(space, inOrder, maxFindings);
  const gaps = findGaps(space, maxGaps, { steps: maxSteps / 2, share: 1 });
  const shadowed = findShadowed(space, ranked, meetings, known, reaches, searches);
  const redundant = findRedundant(space, ranked, meetings, known, reaches, share());
  const live = ranked.filter(reaches);
  const points = hasPrecedence(space.table)
    ? known.map(({ decides }) => decides).filter((_, place) => reaches(ranked[place] as Space['rows'][number]))
    : anyPoints(space, live);
  const idle = findIdleColumns(space, live, points, contradictions.length > 0, share());
  const hidden = new Set(shadowed.flatMap(({ rows }) => rows.slice(0, 1)));
  const overlaps = hasPrecedence(space.table) ? findOverlaps(space, ranked, meetings, hidden) : [];
  const undecidedRows = ranked.filter(
    (row, place) => reaches(row) && known.length > 0 && known[place]?.decides === undefined,
  );
  const certain = space.uncertainInputs.length === 0 && space.opaqueRows.length === 0 && contradictions.length === 0;
  const visible = live.filter(({ id }) => !hidden.has(id));

  const findings: Finding[] = [
    ...contradictions,
    ...gaps.findings,
    ...findUnreachable(space),
    ...shadowed,
    ...findDuplicates(space, reaches),
    ...findNotAllowed(space),
    ...idle.findings,
    ...redundant.findings,
    ...overlaps,
    ...(certain ? findMergeable(space, visible, meetingsOf(space, visible)) : []),
    ...space.opaqueRows.map(({ id }): Finding => ({
      code: 'not_analysed',
      severity: 'information',
      rows: [id],
      columns: [],
      params: {},
    })),
    ...incomplete('gap', gaps.undecided, [], []),
    ...incomplete(
      'shadowed',
      undecidedRows.length > 0,
      undecidedRows.map(({ id }) => id),
      [],
    ),
    ...incomplete('row_changes_nothing', redundant.undecided.length > 0, redundant.undecided, []),
    ...incomplete('column_decides_nothing', idle.undecided.length > 0, [], idle.undecided),
    ...incomplete(
      'list',
      space.uncertainInputs.length > 0,
      [],
      space.uncertainInputs.map(({ id }) => id),
    ),
  ];
  const told = limited(findings, maxFindings);
  return {
    findings: told,
    complete: !told.some(({ code }) => code === 'not_analysed' || code === 'analysis_incomplete'),
  };
}

function incomplete(what: FindingCode | 'list', happened: boolean, rows: string[], columns: string[]): Finding[] {
  return happened ? [{ code: 'analysis_incomplete', severity: 'information', rows, columns, params: { what } }] : [];
}

/** The first so many findings of each code; the last of them says how many are left out. */
function limited(findings: readonly Finding[], maxFindings: number): Finding[] {
  const counts = new Map<FindingCode, number>();
  const told: Finding[] = [];
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= maxFindings) told.push(finding);
  }
  return told.map((finding) => {
    const count = counts.get(finding.code) as number;
    if (count <= maxFindings || told.findLast(({ code }) => code === finding.code) !== finding) return finding;
    return { ...finding, params: { ...finding.params, more: count - maxFindings } };
  });
}
