import { describe, expect, it } from 'vitest';
import { stepTypes, type Journey, type JsonObject } from '../../../engine/index.ts';
import { explainStep } from '../../../editor/src/journey/simulate/explain-step.ts';
import { makeSamples } from '../../../editor/src/journey/simulate/make-samples.ts';
import { replay } from '../../../editor/src/journey/simulate/replay.ts';
import { createSimulationStore } from '../../../editor/src/journey/simulate/simulation-store.ts';
import { contextOf } from '../../../editor/src/journey/store/derived.ts';
import { definite } from '../../definite.ts';
import { journeyOf, respondStep, stepOf, webhookStep } from '../../engine/journey/journeys.ts';

function conversationJourney(parameters: JsonObject = {}): Journey {
  return journeyOf(
    [
      webhookStep('000001'),
      stepOf('000002', 'sentiment-escalation', { ...stepTypes['sentiment-escalation']?.defaults(), ...parameters }),
      ...['continue', 'escalate', 'urgent'].map((port, at) => respondStep(`00001${at}`, port)),
    ],
    ['000001 > 000002', ...['continue', 'escalate', 'urgent'].map((port, at) => `000002:${port} > 00001${at}`)],
  );
}

/** A store over customers that were made up for the journey. */
function storeOf(journey: Journey) {
  const customers = makeSamples(journey);
  const api = { samples: async () => ({ customers }), saveSamples: async () => undefined };
  return createSimulationStore(api as unknown as Parameters<typeof createSimulationStore>[0], () => journey);
}

describe('a journey that reads conversations, in the designer', () => {
  it.each([
    [{}],
    [{ messagesFrom: 'text' }],
    [{ authorField: 'from.role', customerValues: 'them', listField: 'body.thread' }],
  ])('is tried with made-up conversations that reach every outcome: %j', async (parameters) => {
    const store = storeOf(conversationJourney(parameters));
    await store.getState().run();
    const { report, running, samplesError } = store.getState();
    expect([running, samplesError]).toEqual([false, null]);
    expect(report?.customers.filter(({ error }) => error !== null)).toEqual([]);
    const answers = report?.customers.map(({ outcome }) => (outcome?.body as JsonObject | undefined)?.['outcome']);
    expect(new Set(answers)).toEqual(new Set(['continue', 'escalate', 'urgent']));
  });

  it('makes up no facts that the step finds itself', () => {
    for (const customer of makeSamples(conversationJourney())) {
      expect(Object.keys(customer)).not.toContain('conversation');
      expect(Object.keys(customer)).not.toContain('signals');
    }
  });

  it('explains the decision by what the table saw, the facts of the conversation included', async () => {
    const journey = conversationJourney();
    const store = storeOf(journey);
    await store.getState().run();
    const customers = store.getState().samples?.customers ?? [];
    const context = contextOf(journey.tables);
    store.getState().report?.customers.forEach((simulation, index) => {
      const visits = replay(journey, definite(customers[index]), simulation, context);
      const visit = definite(visits.find(({ step }) => step === '000002'));
      const explained = explainStep(definite(journey.steps[1]), visit.item, context);
      const counts = explained?.explanation.rows.find(({ fate }) => fate === 'counts');
      expect(counts?.row).toBe(simulation.decisions[0]?.ruleId);
    });
  });
});
