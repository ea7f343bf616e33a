import { trainTextModel, type WeightsDocument } from '../../engine/index.ts';
import { readTrainingData, sourcesOf } from './training-data.ts';

const seed = 2026;

/** rules/text-model/weights.json as text, learned anew; the same data give the same bytes. */
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
