import type { JsonObject, JsonValue } from '../../json.ts';

/**
 * What can be said about a table, by code.
 *
 * | code | severity | meaning |
 * | --- | --- | --- |
 * | `contradiction` | error | rows match the same facts: forbidden by `unique`, and by `any` where their results differ |
 * | `gap` | warning | facts that no row matches |
 * | `gap_when_absent` | information | facts that no row matches because a value is absent that is not required |
 * | `shadowed` | warning | rows before it decide everything that the row matches (`first`, `priority`) |
 * | `unreachable` | warning | no facts can ever match the row |
 * | `value_not_allowed` | warning | a cell names a value that its input does not allow |
 * | `duplicate` | warning | the row's conditions are those of another row |
 * | `row_changes_nothing` | information | without the row every outcome is the same |
 * | `column_decides_nothing` | warning | without the column every outcome is the same |
 * | `overlap` | information | rows before it, with other results, decide some of what the row matches (`first`, `priority`) |
 * | `mergeable` | information | two rows with the same results can be one |
 * | `not_analysed` | information | nothing is claimed about the row: too many different values, or comparisons with other inputs |
 * | `analysis_incomplete` | information | something was too much work to be decided either way |
 */
export const findingCodes = [
  'contradiction',
  'gap',
  'gap_when_absent',
  'shadowed',
  'unreachable',
  'value_not_allowed',
  'duplicate',
  'row_changes_nothing',
  'column_decides_nothing',
  'overlap',
  'mergeable',
  'not_analysed',
  'analysis_incomplete',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `error`: items will fail. `warning`: the table likely says something else than was meant. `information`: worth a look. */
export const findingSeverities = ['error', 'warning', 'information'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Facts that show a finding. */
export interface Example {
  /** An item: the inputs' values at their paths, valid for the table. */
  facts: JsonObject;
  /** `YYYY-MM-DD`, for a table with days of validity. */
  day?: string;
  /** Values, by input id, of inputs that are results of other tables; no facts say them directly. */
  upstream?: Record<string, JsonValue>;
}

/** A part of all facts, said as the conditions of one row. */
export interface Region {
  /** Cells by input id; inputs that may be anything are left out. */
  when: Record<string, string>;
  validFrom?: string;
  validUntil?: string;
}

/** One thing that the analysis found. */
export interface Finding {
  code: FindingCode;
  severity: FindingSeverity;
  /** Ids of the rows, the one that it is about first. */
  rows: string[];
  /** Ids of the inputs. */
  columns: string[];
  /** Facts that show it: that no row matches, that all the named rows match, that the row matches but does not decide. */
  example?: Example;
  /** Of a gap: facts that no row matches. Of `mergeable`: the conditions of the one row. */
  region?: Region;
  /** Figures and words for the message. */
  params: Record<string, JsonValue>;
}

/** All that was found. */
export interface Analysis {
  findings: Finding[];
  /** False when something could not be decided: `not_analysed` and `analysis_incomplete` say what. */
  complete: boolean;
}

/** How far an analysis goes. */
export interface AnalysisOptions {
  /** Most findings of one code that are told; the last of them says in `params.more` how many there are besides. @default 100 */
  maxFindings?: number;
  /** Most gaps that are told. @default 12 */
  maxGaps?: number;
  /** Work that may be done, in looks at one cell. @default 40,000,000, a few seconds */
  maxSteps?: number;
}
