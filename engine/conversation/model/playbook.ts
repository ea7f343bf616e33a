import type { Assumption, TableSource } from '../../decision/model.ts';
import type { FullLanguage } from '../../sentiment/model/language.ts';
import type { Situation } from './situation.ts';

/** The same words in each language. */
export type Wording = Readonly<Record<FullLanguage, string>>;

/**
 * What people who take over a conversation do, by situation: a document that a board reads and changes, under `rules/playbooks/`.
 */
export interface Playbook {
  schemaVersion: 1;
  /** Kebab-case. */
  id: string;
  name: string;
  version: string;
  description: string;
  owner: string;
  /** One for each situation; a situation that is missing gives no advice. */
  situations: readonly PlaybookSituation[];
  assumptions: readonly Assumption[];
  sources: readonly TableSource[];
}

export interface PlaybookSituation {
  situation: Situation;
  title: Wording;
  /** What to do, in order. */
  steps: readonly Wording[];
  /** Sentences that calm, for the person to say in words of their own. */
  say: readonly Wording[];
  /** What not to say, and why it makes things worse. */
  avoid: readonly Wording[];
  /** Id of an entry of `Playbook.sources`. */
  source: string;
}
