import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxJsonDepth } from '../../../hub/src/http/json-body.ts';
import { schemaFormats } from '../../../hub/src/http/schema-formats.ts';
import { problemOf } from '../test-hub.ts';
import { answerCheck, type AnswerCheck } from './answer-check.ts';
import { anyJson, arbitraryOf, nearly, oddText } from './arbitrary-of.ts';
import { addressOf, anyValue, routesOf, titleOf, type Route, type Schema } from './openapi-document.ts';
import { sampleParams, samplesOf, seedOrder } from './samples.ts';
import { callers, isRole, permissionsOfCaller, wholeHub, type Caller } from './whole-hub.ts';

// The short run sends some thousand requests, the same on every machine; with STEWARD_SEED=random each route gets a thousand.
const requestsPerRoute = process.env['STEWARD_SEED'] === 'random' ? 1_000 : 50;

let hub: Awaited<ReturnType<typeof wholeHub>>;
let routes: Route[];
let check: AnswerCheck;
beforeAll(async () => {
  hub = await wholeHub();
  // What is deleted first can be asked for no more.
  routes = routesOf(hub.document).sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
  check = answerCheck(hub.document);
  for (const title of seedOrder) {
    const route = routes.find((candidate) => titleOf(candidate) === title);
    if (!route) throw new Error(`there is no route ${title}`);
    const samples = samplesOf(route);
    // The last one is left for the fuzzing to be the first with.
    for (const body of samples.length > 1 ? samples.slice(0, -1) : samples) {
      await send(route, { caller: callerFor(route), params: { id: 'refunds' }, query: {}, ifMatch: '"1"', body });
    }
  }
});
afterAll(() => hub.close());

function callerFor({ operation }: Route): Caller {
  const found = callers.find(
    (caller) =>
      permissionsOfCaller(caller).includes(operation['x-needs']) &&
      (operation['x-only'] === undefined || operation['x-only'] === (isRole(caller) ? 'person' : 'key')),
  );
  if (!found) throw new Error(`nobody may use ${operation.operationId}`);
  return found;
}

interface FuzzedRequest {
  caller: Caller;
  params: Record<string, string>;
  query: Record<string, string>;
  ifMatch: string;
  body: unknown;
}

/** Callers who may are sent more often: behind the guard is more to break. */
function requestTo(route: Route): fc.Arbitrary<FuzzedRequest> {
  const { parameters = [], 'x-needs': needs, 'x-only': only } = route.operation;
  const allowed = callers.filter(
    (caller) =>
      (needs === 'anyone' || needs === 'signed-in' || permissionsOfCaller(caller).includes(needs)) &&
      (only === undefined || only === (isRole(caller) ? 'person' : 'key')),
  );
  const texts = (place: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter(({ in: where }) => where === place)
          .map(({ name, schema }) => [
            name,
            fc.oneof(
              { weight: 5, arbitrary: fc.constantFrom(...(sampleParams[name] ?? ['1'])) },
              { weight: 2, arbitrary: arbitraryOf(schema).map(String) },
              { weight: 1, arbitrary: oddText },
            ),
          ]),
      ),
      place === 'path' ? {} : { requiredKeys: [] },
    );
  return fc.record({
    caller: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...allowed) },
      { weight: 1, arbitrary: fc.constantFrom(...callers) },
    ),
    params: texts('path'),
    query: fc.oneof(texts('query'), fc.dictionary(fc.string({ maxLength: 8 }), oddText, { maxKeys: 2 })),
    ifMatch: fc.oneof(fc.constantFrom('"1"', '"2"', '"3"', 'W/"1"', '*', ''), fc.stringMatching(/^[ -~]{0,20}$/)),
    body: bodyFor(route),
  }) as fc.Arbitrary<FuzzedRequest>;
}

function bodyFor(route: Route): fc.Arbitrary<unknown> {
  const schema = bodySchema(route);
  if (schema === null) return fc.constant(undefined);
  const valid = arbitraryOf(schema, hub.document.components.schemas);
  const samples = samplesOf(route);
  const sample = samples.length > 0 ? fc.constantFrom(...samples) : valid;
  return fc.oneof(
    { weight: 2, arbitrary: valid },
    { weight: 2, arbitrary: nearly(valid) },
    { weight: 2, arbitrary: sample },
    { weight: 3, arbitrary: nearly(sample) },
    { weight: 1, arbitrary: anyJson },
  );
}

function bodySchema({ operation }: Route): Schema | null {
  return operation.requestBody?.content['application/json']?.schema ?? null;
}

/** Half a surrogate pair cannot stand in an address. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function send(route: Route, { caller, params, query, ifMatch, body }: FuzzedRequest) {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, wellFormed(value)]),
  ).toString();
  const address = addressOf(route, (name) => wellFormed(params[name] ?? ''));
  const url = search === '' ? address : `${address}?${search}`;
  return hub.app
    .inject({
      method: route.method,
      url,
      headers: {
        'x-test-caller': caller,
        'if-match': ifMatch,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    })
    .then((answer) => ({ url, answer }));
}

test('no request from the schemas, near them or far from them makes the hub fail', async () => {
  expect(routes.length).toBeGreaterThan(20);
  const seen = new Set<number>();
  const served = new Set<string>();
  const ajv = new Ajv({ strict: false, formats: schemaFormats });
  for (const route of routes) {
    const schema = bodySchema(route);
    const isValid = schema && ajv.compile({ ...schema, components: hub.document.components });
    await fc.assert(
      fc.asyncProperty(requestTo(route), async (request) => {
        const { url, answer } = await send(route, request);
        seen.add(answer.statusCode);
        if (answer.statusCode < 300) served.add(titleOf(route));
        expect([titleOf(route), answer.statusCode < 500, answer.body.slice(0, 300)]).toEqual([
          titleOf(route),
          true,
          expect.any(String),
        ]);
        expect(check(route.method, url, answer)).toBeNull();
        // What its schema refuses is never taken.
        if (isValid && !isValid(JSON.parse(JSON.stringify(request.body)))) {
          expect([titleOf(route), answer.statusCode]).toEqual([
            titleOf(route),
            expect.toSatisfy((status: number) => status >= 400),
          ]);
        }
      }),
      { numRuns: requestsPerRoute },
    );
  }
  expect(hub.logLines).toEqual([]);
  // Nearly every route was also got to do its work; the rest need a thing that only chance would name.
  expect(routes.map(titleOf).filter((title) => !served.has(title))).toEqual([
    'POST /api/v1/identity/reviews/{reviewId}/answers',
    'PUT /api/v1/identity/policy',
    'PUT /api/v1/people/{id}/roles',
    'POST /api/v1/api-keys/{id}/revoke',
  ]);
  // It got behind the border, and was refused for each kind of reason.
  for (const status of [200, 201, 400, 401, 403, 404]) expect(seen).toContain(status);
}, 900_000);

describe('what is no proper request gets the answer that says why', () => {
  const withBody = () => routes.filter((route) => bodySchema(route) !== null);
  const post = (route: Route, payload: string, type = 'application/json', caller = callerFor(route)) =>
    hub.app.inject({
      method: route.method,
      url: addressOf(route, anyValue),
      headers: { 'x-test-caller': caller, 'if-match': '"1"', 'content-type': type },
      payload,
    });
  const outcomes = async (answers: (route: Route) => Promise<{ statusCode: number; json(): unknown }>) =>
    Promise.all(
      withBody().map(async (route) => {
        const answer = await answers(route);
        return [titleOf(route), answer.statusCode, problemOf(answer).code];
      }),
    );
  const all = (status: number, code: string) => withBody().map((route) => [titleOf(route), status, code]);

  test('too large', async () => {
    const payload = `{"document":"${'x'.repeat(300 * 1024)}"}`;
    expect(await outcomes((route) => post(route, payload))).toEqual(all(413, 'body_too_large'));
  });

  test('nested too deeply', async () => {
    const payload = `${'['.repeat(maxJsonDepth + 1)}${']'.repeat(maxJsonDepth + 1)}`;
    expect(await outcomes((route) => post(route, payload))).toEqual(all(400, 'too_deep'));
  });

  test.each(['', '{', '{"a":1,}', '\u0000', '{"__proto__":{}}'])('no JSON: %j', async (payload) => {
    expect(await outcomes((route) => post(route, payload))).toEqual(all(400, 'malformed_json'));
  });

  test.each(['null', '[]', '1', '"text"', 'true', '{"unheardOf":1}'])('of the wrong type: %s', async (payload) => {
    expect(await outcomes((route) => post(route, payload))).toEqual(all(400, 'invalid_request'));
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'as %s',
    async (type) => {
      expect(await outcomes((route) => post(route, '{}', type))).toEqual(all(415, 'unsupported_media_type'));
    },
  );

  test('from nobody, whatever it is', async () => {
    for (const payload of ['{', 'null', 'x'.repeat(300 * 1024)]) {
      expect(await outcomes((route) => post(route, payload, 'text/plain', 'nobody'))).toEqual(
        all(401, 'not_signed_in'),
      );
    }
  });

  test('from somebody who may not, whatever it is', async () => {
    for (const payload of ['{', 'null', 'x'.repeat(300 * 1024)]) {
      expect(await outcomes((route) => post(route, payload, 'text/plain', 'metrics:read'))).toEqual(
        withBody().map((route) => [
          titleOf(route),
          403,
          route.operation['x-only'] === 'person' ? 'person_required' : 'forbidden',
        ]),
      );
    }
  });
});
