import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trainTextModel, type WeightsDocument } from '../../engine/index.ts';
import { readTrainingData, sentimentFolder, sourcesOf } from './training-data.ts';

// Learns rules/text-model/weights.json anew: `npm run train`. The same data give the same bytes.

const seed = 2026;
const target = path.join(import.meta.dirname, 'weights.json');

/** The document, as text. */
export function trainedWeights(): string {
  const data = readTrainingData();
  const document: WeightsDocument = {
    schemaVersion: 1,
    id: 'steward-text',
    version: '1.0.0',
    provenance: { sources: sourcesOf(data), seed, program: 'rules/text-model/train.ts' },
    tables: trainTextModel(data, seed),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

if (import.meta.main) {
  if (existsSync(sentimentFolder)) {
    writeFileSync(target, trainedWeights());
    process.stdout.write('Wrote rules/text-model/weights.json\n');
  } else {
    process.stderr.write(`There are no data: set STEWARD_DATA to the folder that has sentiment/vader-tweets.tsv.\n`);
    process.exitCode = 2;
  }
}
