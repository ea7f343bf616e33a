/** The only door into the engine. */
export * from './issue.ts';
export * from './json.ts';
export * from './decision/decision.ts';
export * from './decision/model.ts';
export * from './decision/risk/risk.ts';
export * from './journey/model.ts';
export * from './journey/n8n-workflow.ts';
export * from './journey/step-type.ts';
export * from './contract/hub-api.ts';
export { describeIssue } from './issue-messages.ts';
export { readPath } from './decision/facts/read-path.ts';
export { itemIsFacts, readyMapping, type FactMapping } from './decision/facts/fact-mapping.ts';
export { decideTable } from './decision/evaluate/decide.ts';
export {
  checkRiskTable,
  decideRisk,
  dutiesOf,
  type RiskDecision,
  type RiskNoMatch,
} from './decision/risk/decide-risk.ts';
export {
  checkBranch,
  decideBranch,
  otherwisePort,
  type Branch,
  type BranchCase,
} from './decision/branch/decide-branch.ts';
export { recordDecision } from './decision/record/record-decision.ts';
export * from './decision/cell/unary-tests.ts';
export { maxCellLength, parseUnaryTests } from './decision/cell/parse-unary-tests.ts';
export { formatLiteral, formatUnaryTests } from './decision/cell/format-unary-tests.ts';
export { checkCell } from './decision/cell/check-cell.ts';
export { checkColumnOffsets, offsetKindOf, type ColumnOffsets } from './decision/cell/column-offsets.ts';
export { hasType, literalsOf, matchesTests, referencesOf, type ValueOf } from './decision/cell/match-test.ts';
export {
  canonicalValue,
  isOrderedType,
  isTemporalType,
  offsetOf,
  orderedTypes,
  ordinalOf,
  ordinalStep,
  textOfOrdinal,
  type OrderedType,
} from './decision/cell/ordinal.ts';
export type { OffsetKind, TemporalType } from './decision/cell/temporal-text.ts';
export { checkTable } from './decision/table/check-table.ts';
export { compileTable, type CompiledTable } from './decision/evaluate/compile-table.ts';
export { checkOutputField, recordRisk, recordTableOutcome, reservedKey } from './decision/record/record-outcome.ts';
export { checkMapping } from './decision/evaluate/check-mapping.ts';
export { compileJourney, type JourneyPorts } from './journey/compile.ts';
export { importWorkflow, type ImportPorts } from './journey/import-workflow.ts';
export { sameJson } from './same-json.ts';
export { newJourney } from './journey/new-journey.ts';
export { applyCommand } from './journey/edit/apply-command.ts';
export type { Applied, Command, Fragment, PatchCommand } from './journey/edit/command.ts';
export { mayConnect } from './journey/edit/may-connect.ts';
export { newStep } from './journey/edit/new-step.ts';
export { copyFragment, readFragment } from './journey/edit/paste.ts';
export { editTable, type TableEdit, type TableMeta } from './journey/edit/table-edit.ts';
export type { ColumnChange } from './journey/edit/table-columns.ts';
export { uniqueKey, uniqueName } from './journey/unique-name.ts';
export { newStepId } from './journey/step-id.ts';
export { stepType, stepTypes } from './journey/steps/registry.ts';
export { isShownParameter } from './journey/steps/shown-parameter.ts';
export { tableKeysOf } from './journey/table-keys.ts';
export { runTableTests, type TableTestResult } from './decision/evaluate/run-table-tests.ts';
export {
  explainDecision,
  type CellExplanation,
  type DecisionExplanation,
  type RowExplanation,
} from './decision/evaluate/explain-decision.ts';
export { exportJsonRules, type ExportRulesOptions, type JsonRuleSet } from './decision/json-rules/export-json-rules.ts';
export { outcomeFromEvents, type ReadEvents } from './decision/json-rules/outcome-from-events.ts';
export { journeyProblems } from './journey/problems/journey-problems.ts';
export { simulateJourney } from './journey/simulate/simulate-journey.ts';
export { simulateCustomers } from './journey/simulate/simulate-customers.ts';
export type { SimulatedDecision, Simulation, SimulationReport } from './journey/simulate/simulation.ts';
export { webhookItem } from './journey/steps/webhook-trigger.ts';
export type { RulePacks, TablePack } from './decision/packs.ts';
export { decisionDay } from './decision/facts/decision-day.ts';
export { checkPlacing, placeOutcome, type OutcomePlacing, type PlacedItem } from './decision/record/place-outcome.ts';
export { givesSeveral } from './decision/table/gives-several.ts';
export { canonicalJson } from './audit/canonical-json.ts';
export { sha256Hex } from './audit/sha256-port.ts';
export { digestOf, tableDigest } from './decision/table/table-digest.ts';
export type * from './decision/json-rules/rule-set.ts';
export { readRuleSet, type ReadRuleSetOptions } from './decision/json-rules/read-rule-set.ts';
export { compileRuleSet, type CompiledRuleSet } from './decision/json-rules/compile-rule-set.ts';
export { runRuleSet, type RuleSetRun, type RunRuleSetOptions } from './decision/json-rules/run-rule-set.ts';
export type { ConditionResult, RuleResult } from './decision/json-rules/rule-result.ts';
export { noMatchIssue, type Decided, type DecideOptions } from './decision/evaluate/decide.ts';
export type { RowFate } from './decision/evaluate/explain-decision.ts';
export { isDay } from './decision/facts/day.ts';
export { mappableInputs } from './decision/facts/fact-mapping.ts';
export { orderOfUse } from './decision/table/order-of-use.ts';
export { importDmn, type DmnModel, type DmnModelDecision } from './decision/dmn/import-dmn.ts';
export type { CellValue, Grid, Sheet, Sheets } from './decision/spreadsheet/sheets.ts';
export { cellAddress } from './decision/spreadsheet/sheets.ts';
export { tableToSheets } from './decision/spreadsheet/table-to-sheets.ts';
export { sheetsToTable, type ImportedTable } from './decision/spreadsheet/sheets-to-table.ts';
export { importGrid, type CellReading, type ImportedGrid } from './decision/spreadsheet/import-grid.ts';
export { suggestMapping, type SuggestedMapping } from './decision/spreadsheet/suggest-mapping.ts';
export {
  mappedKinds,
  type ColumnMapping,
  type GridMapping,
  type MappedKind,
} from './decision/spreadsheet/grid-mapping.ts';
export { columnTitle, gridColumns, type GridColumn } from './decision/spreadsheet/grid-column.ts';
export { pasteRange, type PasteAnchor, type Pasted, type PasteOptions } from './decision/spreadsheet/paste-range.ts';
export { copyRange, type CellRange } from './decision/spreadsheet/copy-range.ts';
export { readCsv, writeCsv, type CsvOptions } from './decision/spreadsheet/csv.ts';
export { readXlsx } from './decision/spreadsheet/read-xlsx.ts';
export { writeXlsx } from './decision/spreadsheet/write-xlsx.ts';
export { tableFromFile, tableToFile } from './decision/spreadsheet/table-file.ts';
export { exportDmn, type DmnExportOptions } from './decision/dmn/export-dmn.ts';
export { dmnLimits } from './decision/dmn/dmn-limits.ts';
export { importJsonRules, type ImportRulesOptions } from './decision/json-rules/import-json-rules.ts';
export { randomFacts, type FactMaker } from './decision/sample/random-facts.ts';
export { valuesNearCell, valuesWorthTrying } from './decision/sample/values-worth-trying.ts';
export { analyseTable } from './decision/analysis/analyse-table.ts';
export * from './decision/analysis/analysis.ts';
export { describeFinding } from './decision/analysis/describe-finding.ts';
export { openAnalysis, type OpenAnalysis } from './decision/analysis/open-analysis.ts';
export { asRow, asTest } from './decision/analysis/suggestions.ts';
export * from './decision/backtest/backtest-tables.ts';
export { decidingRow, evaluate, matchedRows, type Evaluation } from './decision/evaluate/evaluate.ts';
export { noRow, rowsConflict, valueRefused } from './decision/evaluate/row-choice.ts';
export { evaluateColumns, type ColumnEvaluation } from './decision/evaluate/evaluate-columns.ts';
export {
  factColumns,
  FactColumnsBuilder,
  type FactColumn,
  type FactColumns,
} from './decision/evaluate/fact-columns.ts';
export {
  maxExamples,
  openBacktest,
  type Backtest,
  type BacktestChange,
  type MovedFacts,
} from './decision/evaluate/open-backtest.ts';
export { conflictVerdict, noRowVerdict, refusedVerdict } from './decision/evaluate/verdicts.ts';
export { hasOwnLayout } from './decision/spreadsheet/blocks.ts';
export { decodeText } from './decision/spreadsheet/table-file.ts';
