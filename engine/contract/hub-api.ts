import type { JsonObject } from '../json.ts';
import type { Journey } from '../journey/model.ts';

/**
 * What the hub and its callers say to one another. Every route stands under `<mount>/api/v1`; the mount is `/steward`
 * when the hub runs inside n8n. Errors are RFC 9457 `application/problem+json` (`Problem`).
 *
 * | route | body | answer |
 * | --- | --- | --- |
 * | `GET /me` | | `Me` |
 * | `GET /journeys` | | `JourneySummary[]`, last changed first |
 * | `POST /journeys` | `{document: Journey}` | 201 `StoredJourney` |
 * | `GET /journeys/:id` | | `StoredJourney`, `ETag: "<revision>"` |
 * | `PUT /journeys/:id`, `If-Match: "<revision>"` | `{document: Journey}` | `StoredJourney`; 412 `revision_conflict` with `params.current` when somebody saved meanwhile; 428 without `If-Match` |
 * | `DELETE /journeys/:id`, `If-Match` | | 204; 412 as above |
 * | `GET /journeys/:id/samples` | | `Samples` |
 * | `PUT /journeys/:id/samples` | `Samples` | `Samples` |
 * | `POST /journeys/:id/publish` | `PublishRequest` | `Publication`; 409 `workflow_changed_in_n8n` when the workflow was edited in n8n since, 422 `journey_has_problems` with `issues` |
 * | `GET /journeys/:id/n8n-workflow` | | `N8nWorkflow` as n8n holds it now, `ETag: "<n8n's version id>"`; 404 `not_published` or `workflow_not_found` |
 */
export const apiPrefix = '/api/v1';

/** Where a journey runs. */
export interface Publication {
  /** Id of the workflow in n8n; `/workflow/<workflowId>` opens it. */
  workflowId: string;
  /** Revision of the journey that n8n runs. */
  revision: number;
  /** n8n's id of the version that was published. */
  versionId: string;
  /** ISO 8601, UTC. */
  publishedAt: string;
  publishedBy: string;
  /** Production addresses of the journey's webhooks, by step id. */
  webhookUrls: Record<string, string>;
  /** The workflow that ran the journey before was gone from n8n, so this publication made a new one. */
  replaced?: { workflowId: string; reason: 'deleted' | 'archived' };
}

export interface JourneySummary {
  id: string;
  name: string;
  /** Counts up by one with every save. */
  revision: number;
  /** ISO 8601, UTC. */
  updatedAt: string;
  updatedBy: string;
  stepCount: number;
  tableCount: number;
  publication: Publication | null;
}

export interface StoredJourney {
  document: Journey;
  revision: number;
  updatedAt: string;
  updatedBy: string;
  publication: Publication | null;
}

/** Sample customers for simulation: each is what a caller would post to the journey's webhook. */
export interface Samples {
  name: string;
  customers: JsonObject[];
}

export interface PublishRequest {
  /** The revision that was on the screen; 412 when it is not the newest. */
  revision: number;
  /** Replace edits that were made in n8n since the last publication. */
  overwrite?: boolean;
}

/** RFC 9457 problem details, with Steward's code. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** Stable, snake_case. */
  code: string;
  params?: JsonObject;
  issues?: { code: string; path: (string | number)[]; message: string }[];
}
