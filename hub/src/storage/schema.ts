import type { AccessTables } from './schema.access.ts';
import type { IdentityTables } from './schema.identity.ts';
import type { LedgerTables } from './schema.ledger.ts';

/** The tables as the newest migration leaves them. Times are ISO 8601 in UTC, documents are JSON text. */
export interface Tables extends LedgerTables, AccessTables, IdentityTables {
  journeys: JourneysTable;
  samples: SamplesTable;
  workflows: WorkflowsTable;
  publications: PublicationsTable;
  publishing_claims: PublishingClaimsTable;
}

export interface JourneysTable {
  id: string;
  name: string;
  document: string;
  revision: number;
  step_count: number;
  table_count: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  /** The person's name as it was then. */
  updated_by: string;
  /** The person's id in n8n. */
  updated_by_id: string;
}

export interface SamplesTable {
  journey_id: string;
  name: string;
  customers: string;
  updated_at: string;
}

/** The workflow that a journey writes to. Kept apart from publications: a draft may be written and then not start. */
export interface WorkflowsTable {
  journey_id: string;
  workflow_id: string;
  /** n8n's version that Steward wrote last. */
  version_id: string;
  /** Hash of what n8n held right after. */
  content_hash: string;
  written_at: string;
}

export interface PublicationsTable {
  journey_id: string;
  /** 1, 2, 3 … within a journey. */
  sequence: number;
  workflow_id: string;
  revision: number;
  version_id: string;
  published_at: string;
  published_by: string;
  published_by_id: string;
  webhook_urls: string;
  replaced_workflow_id: string | null;
  replaced_reason: string | null;
}

/** Who changes what n8n runs for a journey, and until when they may. */
export interface PublishingClaimsTable {
  journey_id: string;
  holder: string;
  lapses_at: string;
}
