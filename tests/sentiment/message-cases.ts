import { readFileSync } from 'node:fs';

export const caseLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt'] as const;
export const sixKinds = ['plain', 'negated', 'ironic', 'mixed', 'calm-but-urgent', 'angry-but-done'] as const;
export const caseOutcomes = ['continue', 'escalate', 'urgent'] as const;
export const caseSignals = ['distress', 'vulnerability', 'threat', 'urgency'] as const;

/** One line of a case file; what the labels mean is in `tests/cases/conversation/labelling-guide.md`. */
export interface MessageCase {
  readonly id: string;
  readonly language: (typeof caseLanguages)[number];
  readonly kind: (typeof sixKinds)[number] | 'distress' | 'look-alike';
  readonly text: string;
  readonly expected: (typeof caseOutcomes)[number];
  readonly signals?: readonly (typeof caseSignals)[number][];
  /** Why the label is as it is, where one may wonder. */
  readonly note?: string;
}

export type MessageCaseFile = 'development' | 'escalation' | 'look-alikes';

/** Reads a file of `tests/cases/conversation/`. Only `development` may be read while a model is tuned. */
export function readMessageCases(name: MessageCaseFile): MessageCase[] {
  const lines = readFileSync(new URL(`../cases/conversation/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as MessageCase);
}
