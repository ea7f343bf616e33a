import { Ajv, type AnySchema } from 'ajv';
import type { FastifyServerOptions } from 'fastify';
import { schemaFormats } from './schema-formats.ts';

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;

/** What Fastify asks for, whatever its types say of it. */
interface RouteSchema {
  schema: AnySchema;
  httpPart?: string;
}

/**
 * Validators for what comes in. Ajv's repairs stay off: they would change or drop parts of a document. Only what stands in an
 * address or a header is turned from text into the number that its schema names. Ajv stops at the first fault: a body may hold
 * millions, and the process stands still while they are collected.
 */
function buildValidator(sharedSchemas: Readonly<Record<string, AnySchema>>) {
  const options = {
    removeAdditional: false,
    useDefaults: false,
    allErrors: false,
    allowUnionTypes: true,
    formats: schemaFormats,
  } as const;
  const forBodies = new Ajv({ ...options, coerceTypes: false });
  const forTexts = new Ajv({ ...options, coerceTypes: true });
  for (const schema of Object.values(sharedSchemas)) {
    forBodies.addSchema(schema);
    forTexts.addSchema(schema);
  }
  return ({ schema, httpPart }: RouteSchema) => (httpPart === 'body' ? forBodies : forTexts).compile(schema);
}

/**
 * What goes out is sent as it is. A serializer made from the schema would leave out what the schema does not name, and
 * journeys are open documents; the tests hold every answer against its schema instead.
 */
function buildSerializer() {
  return () => (data: unknown) => JSON.stringify(data);
}

export const schemaCompilers = { buildValidator, buildSerializer } as unknown as Compilers;
