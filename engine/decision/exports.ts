// What engine/index.ts shows of decision tables.

// Decision tables: the document, and what a decision is.
export * from './decision.ts';
export * from './model.ts';
export type { RulePacks, TablePack } from './packs.ts';

// Cells: read, written, checked, matched one by one.
export * from './cell/unary-tests.ts';
export { maxCellLength, parseUnaryTests } from './cell/parse-unary-tests.ts';
export { formatLiteral, formatUnaryTests } from './cell/format-unary-tests.ts';
export { checkCell } from './cell/check-cell.ts';
export { checkColumnOffsets, offsetKindOf, type ColumnOffsets } from './cell/column-offsets.ts';
export { hasType, matchesTests, type ValueOf } from './cell/match-test.ts';
export { literalsOf, operandsOf } from './cell/operands.ts';
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
} from './cell/ordinal.ts';
export type { OffsetKind, TemporalType } from './cell/temporal-text.ts';

// Facts: where a table finds them in an item, and the day of a decision.
export { readPath } from './facts/read-path.ts';
export { writePath } from './facts/write-path.ts';
export { itemIsFacts, mappableInputs, readyMapping, type FactMapping } from './facts/fact-mapping.ts';
export { checkMapping } from './evaluate/check-mapping.ts';
export { decisionDay } from './facts/decision-day.ts';
export { isDay } from './facts/day.ts';

// What is wrong with a table, and what it is to others.
export { checkTable } from './table/check-table.ts';
export { givesSeveral } from './table/gives-several.ts';
export { tableDigest } from './table/table-digest.ts';
export { orderOfUse } from './table/order-of-use.ts';

// Deciding an item, and saying why.
export { decideTable, noMatchIssue, type Decided, type DecideOptions } from './evaluate/decide.ts';
export { inputReader, inputsOfDecision } from './evaluate/inputs-of-decision.ts';
export { fieldReader, inputsByName, type ValueReader } from './evaluate/value-reader.ts';
export { decideFromInputs, explainFromInputs } from './evaluate/replay-inputs.ts';
export { whatWouldChange, type WhatWouldChangeOptions } from './evaluate/what-would-change.ts';
export type { InputChange, OutcomeChange } from './evaluate/outcome-change.ts';
export { changeInWords } from './evaluate/change-in-words.ts';
export { runOwnTests, type OwnTestResult } from './evaluate/run-own-tests.ts';
export { runTableTests, type TableTestResult } from './evaluate/run-table-tests.ts';
export {
  explainDecision,
  type CellExplanation,
  type DecisionExplanation,
  type RowExplanation,
  type RowFate,
} from './evaluate/explain-decision.ts';

// Deciding millions: compiled tables over objects and columns, and over edits.
export { compileTable, type CompiledTable } from './evaluate/compile-table.ts';
export { decidingRow, evaluate, matchedRows, type Evaluation } from './evaluate/evaluate.ts';
export { noRow, rowsConflict, valueRefused } from './evaluate/row-choice.ts';
export { evaluateColumns, type ColumnEvaluation } from './evaluate/evaluate-columns.ts';
export { factColumns, FactColumnsBuilder, type FactColumn, type FactColumns } from './evaluate/fact-columns.ts';
export {
  maxExamples,
  openBacktest,
  type Backtest,
  type BacktestChange,
  type MovedFacts,
} from './evaluate/open-backtest.ts';
export { conflictVerdict, noRowVerdict, refusedVerdict } from './evaluate/verdicts.ts';

// What an analysis finds in a table.
export { analyseTable } from './analysis/analyse-table.ts';
export * from './analysis/analysis.ts';
export { describeFinding } from './analysis/describe-finding.ts';
export { openAnalysis, type OpenAnalysis } from './analysis/open-analysis.ts';
export { asRow, asTest } from './analysis/suggestions.ts';

// What a change would have decided otherwise; facts to try a table with.
export { randomFacts, type FactMaker } from './sample/random-facts.ts';
export { valuesNearCell, valuesWorthTrying } from './sample/values-worth-trying.ts';
export * from './backtest/backtest-tables.ts';

// What steps and nodes do with decisions.
export * from './risk/risk.ts';
export { checkRiskTable, decideRisk, dutiesOf, type RiskDecision, type RiskNoMatch } from './risk/decide-risk.ts';
export { checkBranch, decideBranch, otherwisePort, type Branch, type BranchCase } from './branch/decide-branch.ts';
export { recordDecision } from './record/record-decision.ts';
export { recordRisk, recordTableOutcome, reservedKey } from './record/record-outcome.ts';
export { checkPlacing, placeOutcome, type OutcomePlacing, type PlacedItem } from './record/place-outcome.ts';

// Exchange: json-rules-engine.
export { exportJsonRules, type ExportRulesOptions, type JsonRuleSet } from './json-rules/export-json-rules.ts';
export { outcomeFromEvents, type ReadEvents } from './json-rules/outcome-from-events.ts';
export type * from './json-rules/rule-set.ts';
export { readRuleSet, type ReadRuleSetOptions } from './json-rules/read-rule-set.ts';
export { compileRuleSet, type CompiledRuleSet } from './json-rules/compile-rule-set.ts';
export { runRuleSet, type RuleSetRun, type RunRuleSetOptions } from './json-rules/run-rule-set.ts';
export type { ConditionResult, RuleResult } from './json-rules/rule-result.ts';
export { importJsonRules, type ImportRulesOptions } from './json-rules/import-json-rules.ts';

// Exchange: DMN.
export { importDmn, type DmnModel, type DmnModelDecision } from './dmn/import-dmn.ts';
export { exportDmn, type DmnExportOptions } from './dmn/export-dmn.ts';
export { dmnLimits } from './dmn/dmn-limits.ts';

// Exchange: spreadsheets.
export { cellAddress, type CellValue, type Grid, type Sheet, type Sheets } from './spreadsheet/sheets.ts';
export { tableToSheets } from './spreadsheet/table-to-sheets.ts';
export { sheetsToTable, type ImportedTable } from './spreadsheet/sheets-to-table.ts';
export { importGrid, type CellReading, type ImportedGrid } from './spreadsheet/import-grid.ts';
export { suggestMapping, type SuggestedMapping } from './spreadsheet/suggest-mapping.ts';
export { mappedKinds, type ColumnMapping, type GridMapping, type MappedKind } from './spreadsheet/grid-mapping.ts';
export { gridColumns, type GridColumn } from './spreadsheet/grid-column.ts';
export { pasteRange, type PasteAnchor, type Pasted, type PasteOptions } from './spreadsheet/paste-range.ts';
export { copyRange, type CellRange } from './spreadsheet/copy-range.ts';
export { readCsv, writeCsv, type CsvOptions } from './spreadsheet/csv.ts';
export { readXlsx } from './spreadsheet/read-xlsx.ts';
export { writeXlsx } from './spreadsheet/write-xlsx.ts';
export { decodeText, tableFromFile, tableToFile } from './spreadsheet/table-file.ts';
export { hasOwnLayout } from './spreadsheet/blocks.ts';
