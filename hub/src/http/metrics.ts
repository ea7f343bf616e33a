import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsOptions {
  /** Memory, CPU and event loop of the process. Inside n8n they are n8n's own, which measures them itself. */
  withProcess: boolean;
}

/** What the hub measures, in a registry of its own: n8n's names would clash in the default one. */
export function hubMetrics({ withProcess }: MetricsOptions) {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const requests = new Histogram({
    name: 'steward_http_request_duration_seconds',
    help: 'Requests by method, route and status, with their duration until the last byte went out.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const refusals = new Counter({
    name: 'steward_problems_total',
    help: 'Answers that were refusals or failures, by problem code.',
    labelNames: ['code'] as const,
    registers,
  });
  const storeErrors = new Counter({
    name: 'steward_store_errors_total',
    help: 'Requests that failed because the store did.',
    registers,
  });
  const appends = new Counter({
    name: 'steward_ledger_appends_total',
    help: 'Calls that gave records to the ledger, by whether all of them were taken.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const records = new Counter({
    name: 'steward_ledger_records_total',
    help: 'Records that such calls gave, by whether they were new or known already.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const commits = new Histogram({
    name: 'steward_ledger_commit_duration_seconds',
    help: 'Duration of one commit of the ledger, which carries the records of one or more calls.',
    labelNames: ['stream'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const entries = new Counter({
    name: 'steward_ledger_entries_total',
    help: 'Entries that were written, by stream.',
    labelNames: ['stream'] as const,
    registers,
  });
  return {
    registry,
    requests,
    refusals,
    storeErrors,
    appends,
    records,
    commits,
    entries,
    /** @param count asked whenever somebody reads the metrics */
    waitingRecords(count: () => number): void {
      new Gauge({
        name: 'steward_ledger_waiting_records',
        help: 'Records that wait for a commit.',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
  };
}

export type HubMetrics = ReturnType<typeof hubMetrics>;

/** Counts every answer under the route's pattern: a path would hold ids, and there would be no end of them. */
export function measureRequests(app: FastifyInstance, { requests }: HubMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      Math.max(0, reply.elapsedTime) / 1000,
    );
    done();
  });
}
