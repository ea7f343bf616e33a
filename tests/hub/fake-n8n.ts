import type { N8nWorkflow } from '../../engine/index.ts';
import {
  N8nRefusal,
  N8nUnavailable,
  type HeldWorkflow,
  type N8nClient,
  type N8nPerson,
  type N8nSession,
  type PublicationState,
} from '../../hub/src/n8n/n8n.client.ts';

export const olive: N8nPerson = { id: 'u1', email: 'olive@example.com', name: 'Olive Owner', role: 'global:owner' };

/** Headers of a browser in which Olive is signed in. */
export const signedIn = { cookie: 'theme=dark; n8n-auth=olive-token; other=1', 'browser-id': 'browser-1' };

/** n8n as far as the hub sees it: sessions, workflows with versions, one webhook address per path. */
export class FakeN8n implements N8nClient {
  readonly workflows = new Map<string, HeldWorkflow & { liveVersionId: string | null; hiddenFrom?: string }>();
  /** Sessions that n8n was asked about, in order. */
  readonly asked: N8nSession[] = [];
  down = false;
  setCookies: string[] = [];
  /** Answers of the publication status, before it is live; the last one stays. */
  states: PublicationState[] = [];
  refusePublishing: N8nRefusal | null = null;
  /** Refusals of the next publications, one each; then they are taken. */
  refusals: N8nRefusal[] = [];
  #count = 0;

  async signedIn(session: N8nSession) {
    this.#answer();
    this.asked.push(session);
    if (session.cookie !== 'n8n-auth=olive-token' || session.browserId !== 'browser-1') return null;
    return { person: olive, setCookies: this.setCookies };
  }

  async getWorkflow(_session: N8nSession, id: string) {
    this.#answer();
    const held = this.workflows.get(id);
    return held && held.hiddenFrom !== olive.id ? held : null;
  }

  async workflowExists(_session: N8nSession, id: string) {
    return this.workflows.has(id);
  }

  async createWorkflow(_session: N8nSession, workflow: N8nWorkflow) {
    this.#answer();
    const id = `w${++this.#count}`;
    return this.#hold(id, workflow, null);
  }

  async updateWorkflow(_session: N8nSession, id: string, workflow: N8nWorkflow) {
    const held = this.workflows.get(id);
    if (!held) throw new N8nRefusal(404, 'no such workflow');
    if (JSON.stringify(held.workflow) === JSON.stringify(workflow)) return held;
    return this.#hold(id, workflow, held.liveVersionId);
  }

  async publish(_session: N8nSession, id: string, { versionId }: { versionId: string }) {
    const refusal = this.refusePublishing ?? this.refusals.shift();
    if (refusal) throw refusal;
    const held = this.workflows.get(id);
    if (held) held.liveVersionId = versionId;
  }

  async publicationState(): Promise<PublicationState> {
    return (this.states.length > 1 ? this.states.shift() : this.states[0]) ?? { kind: 'live' };
  }

  async webhookBase() {
    return 'https://n8n.example.com/webhook';
  }

  /** Somebody edits in n8n. */
  edit(id: string, change: (workflow: N8nWorkflow) => N8nWorkflow): void {
    const held = this.workflows.get(id);
    if (!held) throw new Error(`no workflow ${id}`);
    this.#hold(id, change(held.workflow), held.liveVersionId);
  }

  #hold(id: string, workflow: N8nWorkflow, liveVersionId: string | null) {
    const held = {
      id,
      versionId: `v${++this.#count}`,
      archived: false,
      workflow: structuredClone(workflow),
      liveVersionId,
    };
    this.workflows.set(id, held);
    return held;
  }

  #answer(): void {
    if (this.down) throw new N8nUnavailable('n8n did not answer: connect ECONNREFUSED');
  }
}
