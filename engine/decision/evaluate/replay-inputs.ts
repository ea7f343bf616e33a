import type { Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { DecisionTable } from '../model.ts';
import { decideChain, type Decided, type DecideOptions } from './decide.ts';
import { explainChain, type DecisionExplanation } from './explain-decision.ts';
import { inputReaders, readyChain } from './ready-table.ts';

/**
 * Decides once more from the values that a decision rested on.
 * @param table the table that decided, as it was
 * @param inputs values by input, from `inputsOfDecision`
 * @param options the day of the decision, where the table or its rows have days of validity
 * @returns as `decideTable`; the fields that issues name are the inputs
 * @example decideFromInputs(table, { amount: 1200, 'tier.points': 40 })
 */
export function decideFromInputs(
  table: DecisionTable,
  inputs: JsonObject,
  options: DecideOptions = {},
): Result<Decided> {
  const chain = readyChain(table);
  return chain.ok ? decideChain(chain.value, inputReaders(chain.value), inputs, options.day) : chain;
}

/**
 * Explains a decision cell by cell from the values that it rested on.
 * @param table the table that decided, as it was
 * @param inputs values by input, from `inputsOfDecision`
 * @param options the day of the decision
 * @returns as `explainDecision`; `path` of a cell is the name of its input
 * @example explainFromInputs(table, { amount: 1200 })
 */
export function explainFromInputs(
  table: DecisionTable,
  inputs: JsonObject,
  options: DecideOptions = {},
): Result<DecisionExplanation> {
  const chain = readyChain(table);
  return chain.ok ? explainChain(chain.value, inputReaders(chain.value), inputs, options.day) : chain;
}
