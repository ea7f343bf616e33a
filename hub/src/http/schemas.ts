import { Type, type TSchema } from '@sinclair/typebox';
import { describeProblem, problemMediaType, type ProblemCode } from './problem.ts';

/** Forms that routes share. */

/** ISO 8601, UTC. */
export const Timestamp = Type.String({ format: 'date-time' });

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** Any JSON object; sent and kept as it is. */
export const OpenObject = Type.Object({}, { additionalProperties: true });

/** RFC 9457 problem details, with Steward's code. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '`urn:steward:problem:<code>`' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String({ description: 'What is wrong here, and what to do.' })),
    code: Type.String({ description: 'Stable; never changes its meaning.' }),
    params: Type.Optional(OpenObject),
    issues: Type.Optional(
      Type.Array(
        Type.Object({
          code: Type.String(),
          path: Type.Array(Type.Union([Type.String(), Type.Number()])),
          message: Type.String(),
        }),
      ),
    ),
  },
  { $id: 'Problem', title: 'Problem', description: 'RFC 9457 problem details, with a stable code.' },
);

const problemType = problemMediaType.split(';')[0] ?? problemMediaType;

/**
 * The refusals of a route, by status, for its `response`. Those that any route may answer (sign-in, form, size, rate, store)
 * are added by themselves.
 * @example response: { 200: StoredJourneySchema, ...problems('journey_not_found') }
 */
export function problems(...codes: ProblemCode[]): Record<number, object> {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = describeProblem(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${title}.`]);
  }
  return Object.fromEntries([...byStatus].map(([status, lines]) => [status, problemAnswer(lines.join(' '))]));
}

export function problemAnswer(description: string): object {
  return { description, content: { [problemType]: { schema: { $ref: 'Problem#' } } } };
}
