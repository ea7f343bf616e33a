/** The only door into the engine. By concern; within one, by file. */

// What all of it is written in: JSON, issues, results.
export * from './issue.ts';
export * from './json.ts';
export { describeIssue } from './issue-messages.ts';
export { sameJson } from './same-json.ts';
export { uniqueKey } from './unique-key.ts';

// Canonical JSON and its digest, by which a record names a table.
export { canonicalJson } from './digest/canonical-json.ts';
export { sha256Hex } from './digest/sha256-port.ts';

// Decision tables.
export * from './decision/exports.ts';

// Journeys: the document, and the n8n workflow it becomes.
export * from './journey/model.ts';
export * from './journey/n8n-workflow.ts';
export { compileJourney, type JourneyPorts } from './journey/compile.ts';
export { importWorkflow, type ImportPorts } from './journey/import-workflow.ts';
export { newJourney } from './journey/new-journey.ts';

// Journeys: step types.
export * from './journey/step-type.ts';
export { stepType, stepTypes } from './journey/steps/registry.ts';
export { isShownParameter } from './journey/steps/shown-parameter.ts';
export { webhookItem } from './journey/steps/webhook-trigger.ts';

// Journeys: recording decisions.
export {
  checkDecisionLogging,
  deciderKinds,
  logDecision,
  type DeciderKind,
  type DecisionLogging,
  type LoggedDecision,
} from './journey/recording/log-decision.ts';
export { subjectReader, type SubjectReader } from './journey/recording/read-subject.ts';

// Journeys: who a customer is, in items.
export {
  checkIdentitySetting,
  identityFieldTitles,
  isIdentityField,
  type IdentitySetting,
} from './journey/identity/identity-setting.ts';
export { identityPorts, type IdentityOutcome, type IdentityResult } from './journey/identity/identity-result.ts';
export { identityInputs } from './journey/identity/identity-inputs.ts';
export { groupRecords } from './journey/identity/group-records.ts';
export type { ReadRecord } from './journey/identity/read-records.ts';
export {
  answeredItem,
  matchItems,
  readKnownProfiles,
  readMatchRecords,
  type KnownProfiles,
  type RecordAnswer,
} from './journey/identity/match-records.ts';

// Journeys: changed by commands, checked, simulated.
export { applyCommand } from './journey/edit/apply-command.ts';
export type { Applied, Command, Fragment, PatchCommand } from './journey/edit/command.ts';
export { mayConnect } from './journey/edit/may-connect.ts';
export { newStep } from './journey/edit/new-step.ts';
export { copyFragment, readFragment } from './journey/edit/paste.ts';
export { editTable, type TableEdit, type TableMeta } from './journey/edit/table-edit.ts';
export type { ColumnChange } from './journey/edit/table-columns.ts';
export { newStepId } from './journey/step-id.ts';
export { tableKeysOf } from './journey/table-keys.ts';
export { journeyProblems } from './journey/problems/journey-problems.ts';
export { simulateJourney } from './journey/simulate/simulate-journey.ts';
export { simulateCustomers } from './journey/simulate/simulate-customers.ts';
export type { SimulatedDecision, Simulation, SimulationReport } from './journey/simulate/simulation.ts';

// The ledger: entries, checkpoints, receipts.
export * from './audit/entry.ts';
export * from './audit/checkpoint.ts';
export { entryText, leafHash, previousOfFirst } from './audit/entry-text.ts';
export { ledgerLine, type LedgerLine } from './audit/ledger-line.ts';
export { searchColumns, type SearchColumns } from './audit/search-columns.ts';
export { outcomeInWords } from './decision/outcome-words.ts';
export { plainCrypto, type AuditCrypto } from './audit/audit-crypto.ts';
export { isHash, nodeHash } from './audit/node-hash.ts';
export { CompactRange, emptyRoot, type SubtreeNode } from './audit/compact-range.ts';
export { addLeaves, rootOf, tileWidth, type OpenTiles } from './audit/open-tiles.ts';
export { consistencyPath, inclusionPath, type TreeReader } from './audit/tree-proof.ts';
export { rootFromPath, verifyConsistency, type Consistency } from './audit/verify-proof.ts';
export { verifyReceipt, receiptSteps, type ReceiptReport, type ReceiptStep } from './audit/verify-receipt.ts';
export { readReceipt } from './audit/read-receipt.ts';
export { readEntry } from './audit/read-entry.ts';
export * from './audit/verification.ts';
export { streamVerifier, type StreamOptions, type StreamVerifier } from './audit/stream-verifier.ts';
export { RangeVerifier, type RangeOptions } from './audit/range-verifier.ts';
export { concludeVerification, type VerificationGrounds } from './audit/conclude-verification.ts';
export { exportReader, type ExportReader, type ExportVerification } from './audit/export-reader.ts';
export {
  exportCheckpointLine,
  exportEndLine,
  exportEntryLine,
  exportHeaderLine,
  type ExportHeader,
} from './audit/export-lines.ts';
export { ledgerCsvHeader, ledgerCsvLine, type OpenedCells } from './audit/ledger-csv.ts';
export { checkpointText, headText, signingKeyId, verifyCheckpoint, verifyHead } from './audit/signed-text.ts';

// Identity: who a customer is.
export * from './identity/model/identity-record.ts';
export * from './identity/model/identity-model.ts';
export * from './identity/model/pair.ts';
export * from './identity/model/prepared-records.ts';
export * from './identity/model/grouping.ts';
export * from './identity/model/golden-record.ts';
// Identity: which records are compared.
export {
  prepareNormalized,
  prepareRecords,
  PreparedRecordsBuilder,
} from './identity/prepare/prepared-records-builder.ts';
export type { BlockingPass, OversizedBlock } from './identity/candidates/blocking-pass.ts';
export type { CandidatePlan, RuleEstimate } from './identity/candidates/candidate-plan.ts';
export { planCandidates, type CandidateOptions } from './identity/candidates/plan-candidates.ts';
export {
  candidateChunks,
  candidateReport,
  partitionPlan,
  type CandidateReport,
} from './identity/candidates/candidate-pairs.ts';
export type { BlockRange, CandidateChunk } from './identity/candidates/pair-cursor.ts';
export { blockingKeysOf } from './identity/candidates/blocking-keys.ts';
export { identityIndex, type IdentityIndex } from './identity/candidates/identity-index.ts';
export { normalizeRecord } from './identity/fields/normalize-record.ts';
export { normalizeField } from './identity/fields/normalize-field.ts';
export type { NormalizedField } from './identity/fields/normalized-field.ts';
export { recognizeColumns, type ColumnDoubt, type RecognizedColumns } from './identity/fields/recognize-columns.ts';
export { soundOf } from './identity/fields/sound.ts';
export { nicknameGroups, nicknamesOf } from './identity/fields/nicknames.ts';
export { familyNameCore } from './identity/fields/person-name.ts';
export { displayName } from './identity/fields/display-name.ts';
export * from './identity/cluster/cluster-options.ts';
export { clusterPairs } from './identity/cluster/cluster-pairs.ts';
export { mostPairBits } from './identity/cluster/fixed-bits.ts';
export * from './identity/resolve/resolve-options.ts';
export { resolveRecords } from './identity/resolve/resolve-records.ts';
export { beginResolution, finishResolution, type BegunResolution } from './identity/resolve/resolution-steps.ts';
export { measureModel } from './identity/resolve/measure-model.ts';
export { thinnedCandidates } from './identity/resolve/thinned-candidates.ts';
export { partWeigher, type WeighedPart, type WeighingJob } from './identity/resolve/weigh-parts.ts';
export { matchAgainst, type MatchFinding, type ProfileCandidate } from './identity/resolve/match-against.ts';
export { knownRecords, type KnownRecord, type KnownRecords } from './identity/resolve/known-records.ts';
export { featureWords, partInWords } from './identity/resolve/part-in-words.ts';
export {
  evidenceOf,
  guardInWords,
  notComparedOf,
  questionOf,
  reasonsOf,
  type Evidence,
  type NotCompared,
  type PairQuestion,
} from './identity/resolve/reasons-of.ts';
export { goldenRecord, type GoldenOptions } from './identity/golden/golden-record.ts';
export { checkSurvivorship } from './identity/golden/rank-by-table.ts';
export { rankingTable } from './identity/golden/ranking-table.ts';
export { defaultSurvivorship } from './identity/golden/default-survivorship.ts';
export { isPermissionField } from './identity/golden/permission-fields.ts';
export { scorePair, probabilityOf, zoneOf } from './identity/compare/score-pair.ts';
export { findGuards } from './identity/compare/find-guards.ts';
export {
  compileModel,
  type CompiledComparison,
  type CompiledModel,
  type CompiledTerm,
} from './identity/compare/compiled-comparison.ts';
export type { Comparator, KnownLevel } from './identity/compare/comparator.ts';
export { comparators } from './identity/compare/comparators.ts';
export { defaultIdentityModel } from './identity/compare/default-identity-model.ts';
export { fitModel } from './identity/train/fit-model.ts';
export type { CandidateColumns, FitOptions, FitReport, FittedModel } from './identity/train/fit-options.ts';
export { learnFromAnswers, type LearnOptions, type ReviewedPair } from './identity/train/learn-from-answers.ts';
export { chooseThresholds, type LabelledPair } from './identity/train/choose-thresholds.ts';
export {
  crossValidateThresholds,
  foldOf,
  heldOutPairs,
  type FoldedPair,
  type HeldOutAccuracy,
} from './identity/train/cross-validate.ts';
export { measureFrequencies } from './identity/train/measure-frequencies.ts';
export { pairScorer, type PairScorer } from './identity/compare/pair-scorer.ts';
export { recordScorer, type RecordScorer } from './identity/compare/record-scorer.ts';
export { jaro, jaroWinkler } from './identity/compare/jaro-winkler.ts';
export { editDistance } from './identity/compare/edit-distance.ts';
export { checkIdentityModel } from './identity/compare/check-identity-model.ts';
export { customerRecord } from './identity/resolve/customer-record.ts';
export { accuracyOf, pairwiseAccuracy, type PairwiseAccuracy } from './identity/evaluate/pairwise-accuracy.ts';
export { precisionRecallCurve, type CurvePoint } from './identity/evaluate/precision-recall-curve.ts';

// What hub and callers say to one another.
export * from './contract/access.ts';
export * from './contract/identity-api.ts';
export * from './contract/hub-api.ts';
export * from './contract/queued-record.ts';
export * from './contract/ledger-api.ts';

// What callers need besides: the calendar of a moment they give, random numbers of a seed they give.
export { dayIn } from './day-in.ts';
export { seededRandom } from './seeded-random.ts';

// Sentiment
export { fullLanguages, textLanguages, type FullLanguage, type TextLanguage } from './sentiment/model/language.ts';
export { messageAuthors, type Message, type MessageAuthor } from './sentiment/model/message.ts';
export type {
  PhraseGroup,
  PhrasesDocument,
  TextModel,
  TextModelDocument,
  WeightsDocument,
  WeightsProvenance,
  WeightTable,
} from './sentiment/model/text-model.ts';
export {
  emotions,
  textSignals,
  threatKinds,
  vulnerabilityKinds,
  wordsShown,
  type Emotion,
  type LeftOut,
  type SentimentLabel,
  type TextScore,
  type TextSignal,
  type ThreatKind,
  type VulnerabilityKind,
  type WordEffect,
} from './sentiment/model/text-score.ts';

// Conversations: their facts, whether a person is needed, and what that person gets.
export { briefAsHtml } from './conversation/brief/brief-as-html.ts';
export { briefAsMarkdown } from './conversation/brief/brief-as-markdown.ts';
export { readCustomer, type CustomerMapping } from './conversation/brief/read-customer.ts';
export { writeBrief } from './conversation/brief/write-brief.ts';
export { conversationFacts } from './conversation/facts/conversation-facts.ts';
export { checkEscalationTable } from './conversation/judge/check-escalation-table.ts';
export { judgeConversation, type TextReader } from './conversation/judge/judge-conversation.ts';
export { judgeScored } from './conversation/judge/judge-scored.ts';
export type { ConversationFacts, FactEvidence } from './conversation/model/conversation-facts.ts';
export {
  conversationOutcomes,
  type ConversationJudgement,
  type ConversationOutcome,
  type Doubt,
  type FirstTimes,
  type JudgeOptions,
} from './conversation/model/judgement.ts';
export type { ScoredMessage } from './conversation/model/scored-message.ts';
export * from './conversation/model/handoff-brief.ts';
export type * from './conversation/model/handoff-input.ts';
export type { Playbook, PlaybookSituation, Wording } from './conversation/model/playbook.ts';
export { situations, type Situation } from './conversation/model/situation.ts';

// Sentiment: what was written, token by token; what it says and feels; and how the weights for that are learned.
export { leftOutShown, longestText, readText, type ReadText } from './sentiment/text/read-text.ts';
export { tokenFlag, type Token } from './sentiment/text/token.ts';
export type { LexiconDocument } from './sentiment/model/lexicon-document.ts';
export { loadTextModel } from './sentiment/score/load-text-model.ts';
export { feltClasses, type FeltClass } from './sentiment/model/felt-class.ts';
export { needs, type Need } from './sentiment/model/need.ts';
export { parseOverlay, type TextOverlay } from './sentiment/score/overlay.ts';
export { scoreText, type ScoreOptions } from './sentiment/score/score-text.ts';
export {
  adaptTextModel,
  type AdaptedModel,
  type AdaptOptions,
  type LabelledMessage,
} from './sentiment/train/adapt-text-model.ts';
export { classFigures, type ClassFigures } from './sentiment/train/class-figures.ts';
export { trainTextModel } from './sentiment/train/train-text-model.ts';
export type { FeltText, LabelledText, NeedText, RatedText, TrainingData } from './sentiment/train/training-data.ts';

// Conversations in journeys: what an item holds, what becomes of it, and the question to a chat model.
export * from './journey/conversation/exports.ts';
export { readsTexts } from './journey/reads-texts.ts';

// Personal data: found in text, and replaced.
export * from './personal-data/personal-data.ts';
export { findPersonalData } from './personal-data/find-personal-data.ts';
export {
  openRedaction,
  redactionStyles,
  redactText,
  type RedactedText,
  type RedactionStyle,
  type RedactOptions,
} from './personal-data/redact-text.ts';
