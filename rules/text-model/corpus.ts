import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConversationOutcome, FullLanguage, Need, NeedText } from '../../engine/index.ts';

/** A message of the corpus: written to learn from, labelled by the guide of tests/cases/conversation. */
export interface CorpusMessage extends NeedText {
  kind: string;
  expected: ConversationOutcome;
}

const headings = {
  /** `== 04 bank, cards, payments`: messages of one theme follow. */
  theme: /^== (\S.*)$/,
  /** `# calm-but-urgent escalate`: messages of one kind and label follow, one per line. */
  label: /^# ([a-z-]+) (continue|escalate|urgent)$/,
};

/**
 * Reads `corpus/<language>.txt`.
 * @throws with the line that is no message and no heading as described above, or that stands before the first headings
 */
export function readCorpus(language: FullLanguage): CorpusMessage[] {
  const lines = readFileSync(path.join(import.meta.dirname, 'corpus', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
  const messages: CorpusMessage[] = [];
  let [theme, kind] = ['', ''];
  let expected: ConversationOutcome = 'continue';
  for (const [at, line] of lines.entries()) {
    const wrong = (why: string) => new Error(`corpus/${language}.txt, line ${at + 1}: ${why}: ${line}`);
    const themed = headings.theme.exec(line);
    const labelled = headings.label.exec(line);
    if (themed !== null) [theme, kind] = [themed[1] ?? '', ''];
    else if (labelled !== null) {
      kind = labelled[1] ?? '';
      expected = labelled[2] as ConversationOutcome;
    } else if (line.trim() === '' || line.startsWith('#')) throw wrong('neither a message nor a heading');
    else if (theme === '' || kind === '') throw wrong('a message before the headings of its theme and label');
    else messages.push({ text: line, language, theme, kind, expected, need: needOf(kind, expected) });
  }
  return messages;
}

function needOf(kind: string, expected: ConversationOutcome): Need {
  if (kind === 'distress') return 'distress';
  return expected === 'urgent' ? 'person-now' : expected === 'escalate' ? 'person' : 'none';
}
