import type { Author, JourneyStore } from '../journeys/journeys.store.ts';
import { ProblemError } from '../http/problem.ts';
import { N8nRefusal, type HeldWorkflow, type N8nActor, type N8nClient } from '../n8n/n8n.client.ts';
import type { N8nWorkflow, Publication, PublishRequest, StoredJourney } from '../../../engine/index.ts';
import { compileForN8n } from './compile-for-n8n.ts';
import { credentialMissing } from './credential-missing.ts';
import { contentHash } from './content-hash.ts';
import type { PublicationStore, WorkflowLink } from './publications.store.ts';
import { mayBeHeldBy, webhookConflict } from './webhook-conflict.ts';
import { webhookUrls } from './webhook-urls.ts';

export interface PublisherPorts {
  journeys: Pick<JourneyStore, 'get'>;
  publications: PublicationStore;
  n8n: N8nClient;
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** How long n8n may take to start a published workflow. */
  publishWaitMs: number;
}

/** Where to write: over the workflow that runs the journey, or into a new one. */
type Target =
  { kind: 'update'; workflowId: string } | { kind: 'create'; replaced?: NonNullable<Publication['replaced']> };

const pollMs = 100;

/** chosen: n8n takes the webhooks of an archived workflow down within 0.3 s; more than that on a busy machine. */
const releaseWaitMs = 2_000;

/** Publishes journeys as the person who asks: n8n's permissions hold, and its history names that person. */
export function publisher(ports: PublisherPorts) {
  const { journeys, publications, n8n } = ports;

  async function publish(
    id: string,
    request: PublishRequest,
    { author, actor }: { author: Author; actor: N8nActor },
  ): Promise<Publication> {
    const stored = await newest(journeys, id, request.revision);
    const workflow = compileForN8n(stored.document);
    const target = await chooseTarget(actor, await publications.getLink(id), request.overwrite === true);
    const webhookBase = await n8n.webhookBase(actor);
    const held = await write(actor, id, target, workflow);
    await start(actor, held, stored.revision, target);

    const publication: Publication = {
      workflowId: held.id,
      revision: stored.revision,
      versionId: held.versionId,
      publishedAt: isoNow(),
      publishedBy: author.name,
      webhookUrls: webhookUrls(held.workflow.nodes, webhookBase),
      ...(target.kind === 'create' && target.replaced && { replaced: target.replaced }),
    };
    await publications.addPublication(id, publication, author);
    return publication;
  }

  /** Looks at what n8n holds before anything is written there. */
  async function chooseTarget(actor: N8nActor, link: WorkflowLink | null, overwrite: boolean): Promise<Target> {
    if (!link) return { kind: 'create' };
    const { workflowId } = link;
    const held = await n8n.getWorkflow(actor, workflowId);
    if (!held) {
      if (!(await n8n.workflowExists(actor, workflowId))) {
        return { kind: 'create', replaced: { workflowId, reason: 'deleted' } };
      }
      const detail = 'The workflow of this journey is not shared with you in n8n. Ask its owner to share it.';
      throw new ProblemError('forbidden_in_n8n', { detail, params: { workflowId } });
    }
    if (held.archived) return { kind: 'create', replaced: { workflowId, reason: 'archived' } };
    if (!overwrite && editedSince(link, held)) {
      throw new ProblemError('workflow_changed_in_n8n', { params: { workflowId, versionId: held.versionId } });
    }
    return { kind: 'update', workflowId };
  }

  /** Writes the draft and remembers it at once, so that a publication that fails afterwards is no edit of somebody else. */
  async function write(
    actor: N8nActor,
    journeyId: string,
    target: Target,
    workflow: N8nWorkflow,
  ): Promise<HeldWorkflow> {
    const held =
      target.kind === 'create'
        ? await n8n.createWorkflow(actor, workflow)
        : await n8n.updateWorkflow(actor, target.workflowId, workflow);
    await publications.putLink(journeyId, {
      workflowId: held.id,
      versionId: held.versionId,
      contentHash: contentHash(held.workflow),
      writtenAt: isoNow(),
    });
    return held;
  }

  async function start(
    actor: N8nActor,
    { id, versionId }: HeldWorkflow,
    revision: number,
    target: Target,
  ): Promise<void> {
    try {
      await onceReleased(target, () => n8n.publish(actor, id, { versionId, name: `Steward revision ${revision}` }));
    } catch (error) {
      throw (error instanceof N8nRefusal && (webhookConflict(error, id) ?? credentialMissing(error))) || error;
    }
    const until = ports.now() + ports.publishWaitMs;
    for (;;) {
      const state = await n8n.publicationState(actor, id, versionId);
      if (state.kind === 'live') return;
      if (state.kind === 'failed') {
        const issues = state.failures.map(({ nodeId, message }) => ({
          code: 'trigger_failed',
          path: ['steps', nodeId],
          message,
        }));
        throw new ProblemError('publication_failed', { params: { workflowId: id }, issues });
      }
      if (ports.now() >= until) {
        const detail = 'n8n took the workflow but has not started it yet. Look at it in n8n, or publish again.';
        throw new ProblemError('publication_timeout', { detail, params: { workflowId: id } });
      }
      await ports.wait(pollMs);
    }
  }

  /** n8n archives at once and takes the webhooks down later; until then it refuses their addresses to the new workflow. */
  async function onceReleased(target: Target, task: () => Promise<void>): Promise<void> {
    const archived =
      target.kind === 'create' && target.replaced?.reason === 'archived' ? target.replaced.workflowId : null;
    const until = ports.now() + releaseWaitMs;
    for (;;) {
      try {
        return await task();
      } catch (error) {
        const waits = archived !== null && error instanceof N8nRefusal && mayBeHeldBy(error, archived);
        if (!waits || ports.now() >= until) throw error;
      }
      await ports.wait(pollMs);
    }
  }

  function isoNow(): string {
    return new Date(ports.now()).toISOString();
  }

  return { publish };
}

/** The newest revision, which must be the one that was on the screen. */
async function newest(journeys: Pick<JourneyStore, 'get'>, id: string, revision: number): Promise<StoredJourney> {
  const stored = await journeys.get(id);
  if (!stored) throw new ProblemError('journey_not_found');
  if (stored.revision !== revision)
    throw new ProblemError('revision_conflict', { params: { current: stored.revision } });
  return stored;
}

function editedSince(link: WorkflowLink, held: HeldWorkflow): boolean {
  return contentHash(held.workflow) !== link.contentHash;
}
