import type { Journey } from './model.ts';

/**
 * An empty journey. It runs in n8n's present order of execution (v1: each branch to its end, the topmost first); without
 * that setting n8n takes the one of 2022.
 *
 * @example newJourney('refunds', 'Refunds')
 */
export function newJourney(id: string, name: string): Journey {
  return {
    schemaVersion: 1,
    id,
    name,
    steps: [],
    links: [],
    tables: {},
    workflow: { members: { settings: { executionOrder: 'v1' } } },
  };
}
