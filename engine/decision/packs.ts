import type { DecisionTable } from './model.ts';
import type { RiskPack } from './risk/risk.ts';

/** A documented decision table that comes with Steward. */
export interface TablePack {
  id: string;
  title: string;
  /** What it decides, in one line. */
  summary: string;
  table: DecisionTable;
}

/** The rule packs as `rules/` ships them, by id. */
export interface RulePacks {
  /** For the Risk Classification step. */
  risk: Record<string, RiskPack>;
  /** For the Decision Table step. */
  tables: Record<string, TablePack>;
}
