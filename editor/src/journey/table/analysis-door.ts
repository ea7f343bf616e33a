import { openAnalysis, type DecisionTable, type OpenAnalysis } from '../../../../engine/index.ts';

/** chosen: a third of the engine's own limit, because it is the page that waits; what is left open is said */
const maxSteps = 20_000_000;

/** Begins the analysis of a table; a file of its own, so that pages load it only when a journey is open. */
export function openTableAnalysis(table: DecisionTable): OpenAnalysis {
  return openAnalysis(table, { maxSteps });
}
