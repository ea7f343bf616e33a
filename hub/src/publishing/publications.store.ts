import type { Publication } from '../../../engine/index.ts';
import type { Author } from '../journeys/journeys.store.ts';

/** The workflow a journey writes to, and what n8n held right after the last write. */
export interface WorkflowLink {
  workflowId: string;
  versionId: string;
  contentHash: string;
  writtenAt: string;
}

export interface PublicationStore {
  getLink(journeyId: string): Promise<WorkflowLink | null>;
  putLink(journeyId: string, link: WorkflowLink): Promise<void>;
  addPublication(journeyId: string, publication: Publication, by: Author): Promise<void>;
}
