import type { FullLanguage, TextLanguage } from './language.ts';
import { emotions, type ThreatKind, type VulnerabilityKind } from './text-score.ts';

/**
 * The text model as it is kept: weights that a program learned (`npm run train`), and the phrases that people wrote. One JSON
 * document each under `rules/text-model/`; `rules/text-model.ts` puts them together.
 */
export interface TextModelDocument {
  weights: WeightsDocument;
  /** By language; a language without phrases has no signals, and emotions of 0. */
  phrases: Readonly<Partial<Record<FullLanguage, PhrasesDocument>>>;
}

/** Learned weights, 8 or 4 bits each, in tables by name. */
export interface WeightsDocument {
  schemaVersion: 1;
  id: string;
  version: string;
  provenance: WeightsProvenance;
  tables: Readonly<Record<string, WeightTable>>;
}

export interface WeightTable {
  /** Base64url without padding of `rows` × `columns` weights, row by row; `rows` is a power of two. */
  weights: string;
  /**
   * 8 where it is absent: a weight is a signed byte. 4: a byte holds two, the first in its lower half, each from -7 to 7 in two's complement; its
   * square, with its sign and 127 for 49, is the byte that it stands for. Most weights are small, and squares are finest there.
   */
  bits?: 4;
  rows: number;
  columns: number;
  /** What a signed byte is worth, per column. */
  scales: readonly number[];
  /** Anything else that reading the table takes: intercepts, weights of dense numbers, calibration. */
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
  /** Ways to type a word, each with what it stands for: `u` for `you`, `q` for `que`. */
  spellings: Readonly<Record<string, string>>;
  /** Words by name, for `<name>` in phrases. */
  lists: Readonly<Record<string, string>>;
  groups: readonly PhraseGroup[];
}

/**
 * What a phrase tells. Some are signals by themselves; the others are cues, of which several make one: a `failure` for the
 * third time (`repeat`) is frustration, a `praise` of a failure is irony, a grave `loss` that comes `soon` is urgent.
 */
export const phraseTopics = [
  'distress',
  'vulnerability',
  'threat',
  'asks-for-person',
  ...emotions,
  'sentiment',
  /** Danger to life or health, named. */
  'danger',
  /** What somebody lives by (a pump, a medicine, an alarm); dangerous when it fails or runs out. */
  'lifeline',
  /** What ends or fails so that a `lifeline` is dangerous. */
  'running-out',
  /** Home, heat, power, cover, access to money: going or gone. */
  'loss',
  /** Somebody who cannot bear a `loss`: a baby, an ill or a very old person. */
  'fragile',
  /** Money leaves, an account is taken over. */
  'fraud',
  /** At this moment. */
  'now',
  /** Within about three days. */
  'soon',
  /** A deadline or haste of any kind. */
  'haste',
  'failure',
  'repeat',
  'praise',
  'irony',
  /** `but`: what follows is meant, and praise before it is no irony. */
  'contrast',
  'polite',
  'mild',
  'settled',
  /** What is announced although the matter is over, and what is still open. */
  'unsettled',
  /** The writer laughs at themselves, or is cross with something else than the company. */
  'elsewhere',
  'harmless',
  'negation',
  'booster',
  'damper',
] as const;
export type PhraseTopic = (typeof phraseTopics)[number];

export interface PhraseGroup {
  on: PhraseTopic;
  kind?: ThreatKind | VulnerabilityKind;
  /** Strength: 0 to 1; for `sentiment` from -1 to 1. */
  weight: number;
  /** Why they stand together, for whoever reviews them. */
  note?: string;
  /** Each is found as words in order; docs/text-model.md describes the notation. */
  phrases: readonly string[];
}

/** The model in the form that scores; made once by `loadTextModel`, and opaque to everybody else. */
export interface TextModel {
  readonly id: string;
  readonly version: string;
  readonly languages: readonly TextLanguage[];
}
