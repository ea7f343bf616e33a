import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { guardRoutes, type AccessPorts } from '../people/access.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { HubMetrics } from './metrics.ts';
import { ProblemError } from './problem.ts';
import { problems } from './schemas.ts';

export interface OperationsPorts {
  /** What has to hold for the hub to serve, by name. Each rejects when it does not. */
  readiness: Readonly<Record<string, () => Promise<void>>>;
  /** Once the hub was told to stop, whoever spreads requests shall send no more. */
  lifecycle: Lifecycle;
  metrics: HubMetrics;
  identify: AccessPorts['identify'];
}

const aliveSchema = Type.Object({ status: Type.Literal('ok') });

const readySchema = Type.Object({
  status: Type.Literal('ready'),
  checks: Type.Record(Type.String(), Type.Literal('ok')),
});

/** For those who run the hub: is it alive, can it serve, what does it measure. */
export function operationsRoutes(app: FastifyInstance, ports: OperationsPorts): void {
  app.get(
    '/healthz',
    {
      config: { needs: 'anyone' },
      schema: { summary: 'The process answers', tags: ['operations'], response: { 200: aliveSchema } },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      config: { needs: 'anyone' },
      schema: {
        summary: 'The hub can serve: its store answers, its ledger takes entries, and it is not stopping',
        tags: ['operations'],
        response: { 200: readySchema, ...problems('not_ready') },
      },
    },
    async () => {
      const checks = await readinessOf(ports);
      const failed = Object.keys(checks).filter((name) => checks[name] !== 'ok');
      if (failed.length > 0) throw new ProblemError('not_ready', { params: { checks } });
      return { status: 'ready' as const, checks };
    },
  );

  void app.register((scope, _options, done) => {
    guardRoutes(scope, ports);
    scope.get(
      '/metrics',
      {
        config: { needs: 'metrics:read' },
        schema: {
          summary: 'What the hub measures, in the text format of Prometheus',
          tags: ['operations'],
          response: {
            200: { description: 'Metrics', content: { 'text/plain': { schema: Type.String() } } },
          },
        },
      },
      async (_request, reply) => {
        const { registry } = ports.metrics;
        return reply.type(registry.contentType).send(await registry.metrics());
      },
    );
    done();
  });
}

async function readinessOf({ readiness, lifecycle }: OperationsPorts): Promise<Record<string, 'ok' | 'failed'>> {
  const checks = await Promise.all(
    Object.entries(readiness).map(async ([name, check]) => {
      const outcome = await check().then(
        () => 'ok' as const,
        () => 'failed' as const,
      );
      return [name, outcome] as const;
    }),
  );
  return { ...Object.fromEntries(checks), ...(lifecycle.isStopping && { running: 'failed' }) };
}
