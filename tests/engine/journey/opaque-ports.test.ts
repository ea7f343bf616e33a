import { describe, expect, it } from 'vitest';
import { stepType, type JsonObject } from '../../../engine/index.ts';
import { stepOf } from './journeys.ts';

function portsOf(node: JsonObject): { inputs: string[]; outputs: string[] } {
  const step = stepOf('x', 'opaque', { node: { parameters: {}, ...node } });
  const type = stepType(step);
  const told = (port: { id: string; label: string }) => (port.label === '' ? port.id : `${port.id} ${port.label}`);
  return { inputs: type.inputs(step).map(told), outputs: type.outputs(step).map(told) };
}

describe('ports of nodes that Steward does not model', () => {
  it.each<[string, JsonObject, string[], string[]]>([
    ['any node', { type: 'n8n-nodes-base.slack' }, ['main/0'], ['main/0']],
    ['a node without a type', {}, ['main/0'], ['main/0']],
    ['a node called like a member of objects', { type: 'constructor' }, ['main/0'], ['main/0']],
    ['a trigger', { type: 'n8n-nodes-base.scheduleTrigger' }, [], ['main/0']],
    ['a webhook with settings that no step expresses', { type: 'n8n-nodes-base.webhook' }, [], ['main/0']],
    ['a note', { type: 'n8n-nodes-base.stickyNote' }, [], []],
    ['If', { type: 'n8n-nodes-base.if' }, ['main/0'], ['main/0 True', 'main/1 False']],
    [
      'a node with an error output',
      { type: 'n8n-nodes-base.if', onError: 'continueErrorOutput' },
      ['main/0'],
      ['main/0 True', 'main/1 False', 'main/2 Error'],
    ],
    ['Merge', { type: 'n8n-nodes-base.merge' }, ['main/0 Input 1', 'main/1 Input 2'], ['main/0']],
    [
      'Merge of three',
      { type: 'n8n-nodes-base.merge', parameters: { numberInputs: 3 } },
      ['main/0 Input 1', 'main/1 Input 2', 'main/2 Input 3'],
      ['main/0'],
    ],
    [
      'Switch by rules',
      {
        type: 'n8n-nodes-base.switch',
        typeVersion: 3.2,
        parameters: { rules: { values: [{ outputKey: 'Gold' }, {}] }, options: { fallbackOutput: 'extra' } },
      },
      ['main/0'],
      ['main/0 Gold', 'main/1 1', 'main/2 Fallback'],
    ],
    [
      'Switch by expression',
      { type: 'n8n-nodes-base.switch', typeVersion: 3, parameters: { mode: 'expression', numberOutputs: 2 } },
      ['main/0'],
      ['main/0 0', 'main/1 1'],
    ],
    [
      'an agent',
      { type: '@n8n/n8n-nodes-langchain.agent' },
      ['main/0', 'ai_languageModel/0 Model', 'ai_memory/0 Memory', 'ai_tool/0 Tool', 'ai_outputParser/0 Parser'],
      ['main/0'],
    ],
    ['a chat model', { type: '@n8n/n8n-nodes-langchain.lmChatOpenAi' }, [], ['ai_languageModel/0 Model']],
    ['a tool', { type: '@n8n/n8n-nodes-langchain.toolWikipedia' }, [], ['ai_tool/0 Tool']],
  ])('%s', (_, node, inputs, outputs) => {
    expect(portsOf(node)).toEqual({ inputs, outputs });
  });
});
