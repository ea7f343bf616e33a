import type { DecisionTable } from '../model.ts';

/** Levels of risk, the gravest first. The index is the output of the Risk Classification node. @source EU AI Act (Regulation (EU) 2024/1689), Articles 5, 6 and 50 */
export const riskLevels = ['prohibited', 'high', 'limited', 'minimal'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** A documented rule pack for risk: the table that finds the level, and the one that says what each level asks for. */
export interface RiskPack {
  id: string;
  /** Has an output `level` whose values are `riskLevels`. */
  table: DecisionTable;
  /** One input `level`; outputs are the members of `OversightDuties`. */
  duties: DecisionTable;
}

/** What people owe the customer at a level of risk. */
export interface OversightDuties {
  /** When a person looks: never reached because the act is forbidden, before it takes effect, when the customer asks, or not at all. */
  humanReview: 'forbidden' | 'before_effect' | 'on_request' | 'none';
  /** Tell the customer that automation is used. */
  disclosure: boolean;
  /** Keep a decision record. */
  logging: boolean;
  /** Offer a way to contest the decision before a person. */
  contestPath: boolean;
  /** Keep the record for so many days. */
  retentionDays: number;
}
