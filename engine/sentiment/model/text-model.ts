import type { FullLanguage, TextLanguage } from './language.ts';
import type { TextSignal, ThreatKind, VulnerabilityKind } from './text-score.ts';

/**
 * The text model as it is kept: weights that a program learned (`npm run train`), and the phrases that people wrote. One JSON
 * document each under `rules/text-model/`; `rules/text-model.ts` puts them together.
 */
export interface TextModelDocument {
  weights: WeightsDocument;
  /** By language. */
  phrases: Readonly<Record<FullLanguage, PhrasesDocument>>;
}

/** Learned weights, 8 bits each, in tables by name. */
export interface WeightsDocument {
  schemaVersion: 1;
  id: string;
  version: string;
  provenance: WeightsProvenance;
  tables: Readonly<Record<string, WeightTable>>;
}

export interface WeightTable {
  /** Base64 of `rows` × `columns` signed bytes, row by row. */
  weights: string;
  rows: number;
  columns: number;
  /** What a byte is worth, per column. */
  scales: readonly number[];
  /** Anything else that reading the table takes: intercepts, calibration, sizes of n-grams. */
  settings: Readonly<Record<string, number | string | readonly number[]>>;
}

/** Where weights come from, so that training can be repeated to the byte. */
export interface WeightsProvenance {
  /** Names, licences and SHA-256 of what was learned from. */
  sources: readonly { name: string; licence: string; sha256: string; rows: number }[];
  seed: number;
  program: string;
}

/** What people wrote for one language, in words that anybody can review and extend. */
export interface PhrasesDocument {
  schemaVersion: 1;
  language: FullLanguage;
  /** Each is found as words in order; see docs/text-model.md for the notation. */
  entries: readonly PhraseEntry[];
}

export interface PhraseEntry {
  phrase: string;
  on:
    | TextSignal
    | 'asksForPerson'
    | 'harmless'
    | 'negation'
    | 'booster'
    | 'damper'
    | 'irony'
    | 'polite'
    | 'solved'
    | `emotion:${string}`
    | 'sentiment';
  kind?: ThreatKind | VulnerabilityKind;
  /** Strength: 0 to 1; for `sentiment` from -1 to 1. */
  weight: number;
}

/** The model in the form that scores; made once by `loadTextModel`, and opaque to everybody else. */
export interface TextModel {
  readonly id: string;
  readonly version: string;
  readonly languages: readonly TextLanguage[];
}
