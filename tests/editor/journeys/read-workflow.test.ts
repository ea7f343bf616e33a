import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Journey } from '../../../engine/index.ts';
import { readWorkflow } from '../../../editor/src/journeys/read-workflow.ts';

let count = 0;
const read = (text: string) => readWorkflow(text, () => `id-${count++}`);

describe('what is pasted or chosen as a workflow', () => {
  it.each([
    ['', 'There is nothing to read'],
    ['   \n', 'There is nothing to read'],
    ['hello', 'This is not JSON'],
    ['<!doctype html>', 'This is not JSON'],
    ['{"nodes": [', 'This is not JSON'],
    ['[]', 'This cannot be read as an n8n workflow'],
    ['[{}, {}]', 'This cannot be read as an n8n workflow'],
    ['null', 'This cannot be read as an n8n workflow'],
    ['{}', 'This cannot be read as an n8n workflow'],
    ['{"nodes": [1]}', 'This cannot be read as an n8n workflow'],
    ['{"nodes": [], "connections": {"A": 5}}', 'This cannot be read as an n8n workflow'],
    ['{"schemaVersion": 1, "steps": []}', 'This journey cannot be read'],
    ['['.repeat(100_000), 'This is not JSON'],
  ])('is refused with a reason, not a stack trace: %.40s', (text, title) => {
    const result = read(text);
    if (result.ok) throw new Error('it should have been refused');
    expect(result.title).toBe(title);
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.join(' ')).not.toMatch(/undefined|\bat \w+ \(|Error:/);
  });

  it('is refused at the line where it stops being JSON', () => {
    const result = read('\n\n{\n  "nodes": [}\n}');
    expect(result).toMatchObject({ problems: ['It stops being JSON at line 4, column 13.'] });
  });

  it('may be a list of one, as n8n’s command line exports it, and may begin with a byte order mark', () => {
    expect(read('\uFEFF[{"name": "One", "nodes": [], "connections": {}}]')).toMatchObject({
      ok: true,
      journey: { name: 'One' },
    });
  });

  it('may be a journey that Steward exported; it comes in as a copy with an id of its own', () => {
    const text = readFileSync(new URL('../../../examples/refund-triage/journey.json', import.meta.url), 'utf8');
    const exported = JSON.parse(text) as Journey;
    const result = read(text);
    if (!result.ok) throw new Error(result.problems.join(' '));
    expect(result).toMatchObject({ from: 'journey', modelled: 9, kept: 0 });
    expect(result.journey).toEqual({ ...exported, id: result.journey.id });
    expect(result.journey.id).not.toBe(exported.id);
  });

  it('is told apart into what Steward models and what it keeps', () => {
    const nodes = [
      { name: 'A', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [0, 0], parameters: {} },
      { name: 'B', type: 'n8n-nodes-steward.riskClassification', typeVersion: 1, position: [0, 0], parameters: {} },
    ];
    expect(read(JSON.stringify({ nodes, connections: {} }))).toMatchObject({ ok: true, modelled: 1, kept: 1 });
  });
});
