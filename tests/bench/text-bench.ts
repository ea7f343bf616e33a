import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTextModel, readText, scoreText } from '../../engine/index.ts';
import { opened } from '../../engine/sentiment/score/loaded-text-model.ts';
import { scoreSentiment } from '../../engine/sentiment/score/score-sentiment.ts';
import { detectLanguage } from '../../engine/sentiment/language/detect-language.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { installPeers, requirePeer } from './install-peers.ts';
import { median } from './median.ts';

/** Texts per second. Chosen: the floor is ten times vader-sentiment, which is the only peer that comes near in accuracy. */
const [floor, goal] = [100_000, 300_000];
const wantedLength = 94;
const repetitions = 9;

interface Contender {
  name: string;
  score: (text: string) => unknown;
}

/** Scores English messages of about 94 characters, in turns with the peers, one thread. */
export function reportTexts(): boolean {
  installPeers();
  const texts = englishTexts();
  const contenders = [...ours(), ...peers()];
  const rates = contenders.map(() => [] as number[]);
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    for (const [at, { score }] of contenders.entries()) {
      const rate = rateOf(score, texts);
      // The first round warms up.
      if (repetition > 0) rates[at]?.push(rate);
    }
  }
  const medians = rates.map((values) => median(values));
  const lines = contenders.map(
    ({ name }, at) => `  ${name.padEnd(58)}${Math.round(medians[at] ?? 0).toLocaleString('en')}`,
  );
  const sentiment = medians[0] ?? 0;
  process.stdout.write(`
Texts per second of processor time, one thread: ${texts.length} messages of ${wantedLength} characters, median of ${repetitions} rounds
${lines.join('\n')}
  sentiment: floor ${floor.toLocaleString('en')}, goal ${goal.toLocaleString('en')}   ${sentiment >= goal ? 'goal' : sentiment >= floor ? 'floor' : 'MISSED'}
`);
  return sentiment >= floor;
}

function ours(): Contender[] {
  const model = loadTextModel(textModelDocument);
  const inside = opened(model);
  return [
    {
      name: 'Steward: tokens, language, sentiment',
      score: (text) => {
        const read = readText(text);
        return scoreSentiment(inside, read, detectLanguage(inside.language, read).language);
      },
    },
    { name: 'Steward: scoreText, with emotions, signals and reasons', score: (text) => scoreText(model, text) },
  ];
}

function peers(): Contender[] {
  const vader = requirePeer('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores: (text: string) => unknown };
  };
  const Sentiment = requirePeer('sentiment') as new () => { analyze: (text: string) => unknown };
  const wink = requirePeer('wink-sentiment') as (text: string) => unknown;
  const afinn = new Sentiment();
  return [
    { name: 'vader-sentiment', score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text) },
    { name: 'sentiment (AFINN-165)', score: (text) => afinn.analyze(text) },
    { name: 'wink-sentiment', score: (text) => wink(text) },
  ];
}

/** The English messages that the node was built on, joined and cut anew at blanks. */
function englishTexts(): string[] {
  const file = join(import.meta.dirname, '..', 'cases', 'conversation', 'development.jsonl');
  const messages = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { language: string; text: string })
    .filter(({ language }) => language === 'en');
  const texts: string[] = [];
  let text = '';
  for (const word of messages.flatMap((message) => message.text.split(' '))) {
    text = text === '' ? word : `${text} ${word}`;
    if (text.length < wantedLength) continue;
    texts.push(text);
    text = '';
  }
  return texts;
}

/** Texts per second of processor time, collecting garbage included, over about a twentieth of one: what others do counts little. */
function rateOf(score: (text: string) => unknown, texts: readonly string[]): number {
  const before = process.cpuUsage();
  let [done, spent] = [0, 0];
  while (spent < 50_000) {
    for (const text of texts) score(text);
    done += texts.length;
    const { user, system } = process.cpuUsage(before);
    spent = user + system;
  }
  return (done * 1_000_000) / spent;
}
