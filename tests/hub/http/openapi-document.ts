/** What the tests read of an OpenAPI document. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> };
}

export interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
  security: Record<string, string[]>[];
  'x-needs': string;
  'x-only'?: 'person' | 'key';
}

export type Schema = Record<string, unknown>;

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{names}`, below the mount. */
  path: string;
  operation: Operation;
}

export function routesOf({ paths }: OpenApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      path,
      operation,
    })),
  );
}

export function titleOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

/** The route's address with its parameters filled in. */
export function addressOf({ path, operation }: Route, value: (name: string, schema: Schema) => string): string {
  const schemas = new Map((operation.parameters ?? []).map(({ name, schema }) => [name, schema]));
  return `/steward${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name, schemas.get(name) ?? {})))}`;
}

/** The values of parameters where any will do. */
export function anyValue(_name: string, { type }: Schema): string {
  return type === 'integer' || type === 'number' ? '1' : 'decisions';
}
