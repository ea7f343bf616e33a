import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  defaultIdentityModel,
  importWorkflow,
  journeyProblems,
  simulateJourney,
  stepTypes,
  type JsonObject,
} from '../../engine/index.ts';
import { rulePacks } from '../../rules/index.ts';
import { countingIds, journeyOf, respondStep, stepOf, webhookStep } from '../engine/journey/journeys.ts';
import { runOnN8n } from '../engine/journey/run-on-n8n.ts';

const ports = { packs: rulePacks };
const ann = { given_name: 'Ann', family_name: 'Thornton', birth_date: '1984-07-02', email: 'ann@example.com' };
const piet = { given_name: 'Piet', family_name: 'Verhoeven', birth_date: '1971-01-30', email: 'piet@example.org' };
const someAnn = { given_name: 'Ann', family_name: 'Thornton' };

function journeyWith(parameters: JsonObject, outputs: readonly string[]) {
  const defaults = stepTypes['identity-resolution']?.defaults() ?? {};
  return journeyOf(
    [
      webhookStep('000001'),
      stepOf('000002', 'identity-resolution', { ...defaults, ...parameters }),
      ...outputs.map((port, at) => respondStep(`00001${at}`, port)),
    ],
    ['000001 > 000002', ...outputs.map((port, at) => `000002:${port} > 00001${at}`)],
  );
}

const list = journeyWith({ operation: 'group-list' }, ['profiles', 'ask']);
const match = journeyWith({ operation: 'match-field', dataField: 'body.record' }, ['known', 'new', 'ask']);
/** Knows people by their e-mail address alone. */
const brought = defaultIdentityModel('person');
const byEmail = JSON.stringify({
  ...brought,
  id: 'by-email',
  comparisons: brought.comparisons.filter(({ id }) => id === 'email'),
  shared: [],
  priorMatch: 0.01,
});
const ownModel = journeyWith({ operation: 'match-field', dataField: 'body.record', model: byEmail }, [
  'known',
  'new',
  'ask',
]);
const candidates = [{ ...ann, profileId: 'P-1' }];

describe('identity resolution in a simulation and on n8n', () => {
  it.each<[string, ReturnType<typeof journeyWith>, JsonObject, string | null]>([
    [
      'one customer',
      list,
      {
        records: [
          { id: 'a', ...ann },
          { id: 'b', ...ann },
        ],
      },
      'profiles',
    ],
    [
      'two customers',
      list,
      {
        records: [
          { id: 'a', ...ann },
          { id: 'b', ...piet },
        ],
      },
      'profiles',
    ],
    [
      'doubt',
      list,
      {
        records: [
          { id: 'a', ...ann },
          { id: 'b', ...someAnn },
        ],
      },
      'ask',
    ],
    ['no list', list, { records: 5 }, null],
    ['nobody’s fields', list, { records: [{ colour: 'blue' }] }, null],
    ['a known customer', match, { record: ann, candidates }, 'known'],
    ['a new customer', match, { record: piet, candidates }, 'new'],
    ['a doubtful customer', match, { record: someAnn, candidates }, 'ask'],
    [
      'a customer known to an own model alone',
      ownModel,
      { record: { ...piet, email: ann.email }, candidates },
      'known',
    ],
    ['a customer known to the brought model alone', ownModel, { record: { ...ann, email: '' }, candidates }, 'new'],
    ['a candidate of no profile', match, { record: ann, candidates: [ann] }, null],
  ])('goes the same way: %s', async (_name, journey, customer, way) => {
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    const item = { headers: {}, params: {}, query: {}, body: customer };
    const real = await runOnN8n(compiled.value, '000001', item);
    const simulated = simulateJourney(journey, customer, ports);
    expect(simulated.outcome?.body ?? null).toEqual(way === null ? null : { outcome: way });
    expect({ path: simulated.path, response: simulated.outcome, failed: simulated.error !== null }).toEqual({
      path: real.path,
      response: real.response,
      failed: real.error !== null,
    });
    expect(simulated.decisions).toEqual(way === null ? [] : real.decisions[0]);
    expect(simulated.assumptions).toEqual([]);
  });

  it('assumes that a customer is known where only the hub can know, and says so', () => {
    const journey = journeyWith({ operation: 'match-hub' }, ['known', 'new', 'ask']);
    const simulated = simulateJourney(journey, ann, ports);
    expect(simulated.outcome?.body).toEqual({ outcome: 'known' });
    expect(simulated.assumptions).toEqual(['000002']);
  });
});

describe('an identity resolution step', () => {
  it.each(['group-list', 'group-items', 'match-hub', 'match-field'])(
    'comes back from n8n as it went: %s',
    (operation) => {
      const identityFields = [{ identity: 'email', field: 'contact.mail' }];
      const journey = journeyWith({ operation, identityFields, region: 'DE', kind: 'company', model: byEmail }, []);
      const compiled = compileJourney(journey, ports);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
      const imported = importWorkflow(compiled.value, { id: 'journey', newId: countingIds() });
      if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
      const step = imported.value.steps.find(({ id }) => id === '000002');
      expect(step?.type).toBe('identity-resolution');
      expect(step?.parameters).toEqual(journey.steps[1]?.parameters);
    },
  );

  it('names the credential only where it asks the hub or records', () => {
    const credentialsOf = (parameters: JsonObject) => {
      const compiled = compileJourney(journeyWith(parameters, []), ports);
      return compiled.ok ? compiled.value.nodes[1]?.['credentials'] : null;
    };
    expect(credentialsOf({ operation: 'group-list' })).toBeUndefined();
    const named = { stewardHubApi: { id: null, name: 'Steward Hub' } };
    expect(credentialsOf({ operation: 'match-hub' })).toEqual(named);
    expect(credentialsOf({ operation: 'group-list', record: 'hub' })).toEqual(named);
  });

  it('stays a node of n8n where a second input is used', () => {
    const compiled = compileJourney(journeyWith({ operation: 'match-hub' }, []), ports);
    if (!compiled.ok) throw new Error('not compiled');
    const [trigger, node] = compiled.value.nodes;
    if (trigger === undefined || node === undefined) throw new Error('no nodes');
    const nodes = [trigger, { ...node, parameters: { ...node.parameters, knownFrom: 'input' } }];
    const imported = importWorkflow({ ...compiled.value, nodes }, { id: 'journey', newId: countingIds() });
    expect(imported.ok && imported.value.steps[1]?.type).toBe('opaque');
  });

  it('says which of its settings is wrong', () => {
    const wrong = journeyWith({ operation: 'group-list', listField: 'a..b', region: 'Germany', model: '{}' }, []);
    const found = journeyProblems(wrong, ports).flatMap(({ code, path }) =>
      ['invalid_field_path', 'identity_region_unknown', 'identity_model_shape'].includes(code)
        ? [`${code} ${String(path.at(-1))}`]
        : [],
    );
    expect(found).toEqual([
      'invalid_field_path listField',
      'identity_region_unknown region',
      'identity_model_shape model',
    ]);
  });
});
