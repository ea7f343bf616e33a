import { describe, expect, it } from 'vitest';
import { compileJourney, importWorkflow, journeyProblems } from '../../engine/index.ts';
import { rulePacks } from '../../rules/index.ts';
import workflow from '../../examples/send-queued-records.n8n.json' with { type: 'json' };

describe('the example that sends queued records', () => {
  let ids = 0;
  const imported = importWorkflow(workflow, { id: 'example', newId: () => `${(ids += 1)}` });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const journey = imported.value;

  it('is read as a journey, with the steps of Steward known, and written as it was', () => {
    expect(journey.steps.map(({ type }) => type)).toEqual([
      'webhook-trigger',
      'decision-table',
      'opaque',
      'opaque',
      'opaque',
      'decision-log',
    ]);
    expect(compileJourney(journey, { packs: rulePacks })).toEqual({ ok: true, value: workflow });
  });

  it('has no errors, and its records queue while the hub is away', () => {
    const errors = journeyProblems(journey, { packs: rulePacks }).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    for (const type of ['decision-table', 'decision-log']) {
      const step = journey.steps.find((candidate) => candidate.type === type);
      expect(step?.parameters).toMatchObject({ whenHubAway: 'queue', credential: 'Steward Hub' });
    }
  });
});
