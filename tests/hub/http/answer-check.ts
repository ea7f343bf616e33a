import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { schemaFormats } from '../../../hub/src/http/schema-formats.ts';
import { routesOf, titleOf, type OpenApiDocument, type Route, type Schema } from './openapi-document.ts';

export interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Says what is wrong with an answer by the document, or null. Answers of addresses that are no route are not its business. */
export type AnswerCheck = (method: string, url: string, answer: Answer) => string | null;

/** One for all tests of a process: they have the same schemas, which take longer to compile than the tests to run. */
const compiled = new Map<string, ValidateFunction>();

export function answerCheck(document: OpenApiDocument): AnswerCheck {
  const routes = routesOf(document).map((route) => ({ route, pattern: patternOf(route.path) }));
  const { schemas } = document.components;

  const validatorOf = (schema: Schema): ValidateFunction => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    if (known) return known;
    const ajv = new Ajv({ strict: false, formats: schemaFormats });
    const validate = ajv.compile({ ...(closed(schema) as Schema), components: { schemas: closed(schemas) } });
    compiled.set(text, validate);
    return validate;
  };

  return (method, url, answer) => {
    // As it goes over the line: `..` leads to another address.
    const path = new URL(url, 'http://hub').pathname.replace(/^\/steward/, '');
    const found = routes.find(({ route, pattern }) => route.method === method && pattern.test(path));
    return found === undefined ? null : faultOf(found.route, answer, validatorOf);
  };
}

function faultOf(route: Route, answer: Answer, validatorOf: (schema: Schema) => ValidateFunction): string | null {
  const title = `${titleOf(route)} ${answer.statusCode}`;
  const declared = route.operation.responses[String(answer.statusCode)];
  if (declared === undefined) return `${title} is not in the document: ${answer.body.slice(0, 200)}`;
  if (declared.content === undefined) return answer.body === '' ? null : `${title} has a body that is not declared`;
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const media = declared.content[type];
  if (media === undefined) return `${title} is ${type}, declared are ${Object.keys(declared.content).join(', ')}`;
  if (!/[/+]json$/.test(type)) return null;
  const validate = validatorOf(media.schema);
  if (validate(JSON.parse(answer.body))) return null;
  return `${title}: ${JSON.stringify(validate.errors?.slice(0, 3))} in ${answer.body.slice(0, 300)}`;
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')));
  return new RegExp(`^${parts.join('/')}$`);
}

/** The schema with every object closed that does not say to be open: what is sent has to be described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const isObject = 'properties' in schema && !('additionalProperties' in schema) && !('patternProperties' in schema);
  return { ...Object.fromEntries(entries), ...(isObject && { additionalProperties: false }) };
}
