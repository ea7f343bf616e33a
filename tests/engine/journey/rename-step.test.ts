import { describe, expect, it } from 'vitest';
import { compileJourney, importWorkflow } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { apply, codes } from './edited-journey.ts';
import { countingIds, journeyOf, noOpStep, stepOf } from './journeys.ts';

describe('renaming a step', () => {
  const code = {
    id: 'code00',
    name: 'code00',
    type: 'n8n-nodes-base.code',
    typeVersion: 2,
    position: [0, 0],
    parameters: {
      jsCode: "return $('Old').all().concat($items(\"Old\", 0), $node['Old'].json, $('Older').first());",
      text: '={{ $node.Old.json.a }} {{ $node["Old"].json.b }} {{ $(`Old`).item.json.c }} {{ $(\'Old \').item }}',
      plain: "$('Old') is no expression here",
      list: [{ deep: "={{ $('Old').item.json.d }}" }],
    },
  };
  const withCode = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node: code })]);

  it('follows in n8n’s expressions and code, and nowhere else', () => {
    const next = apply({ kind: 'rename-step', step: 'oldone', name: "It's new" }, withCode);
    const node = next.steps[1]?.parameters['node'] as typeof code;
    expect(node.parameters).toEqual({
      jsCode:
        "return $('It\\'s new').all().concat($items(\"It's new\", 0), $node['It\\'s new'].json, $('Older').first());",
      text: "={{ $node[\"It's new\"].json.a }} {{ $node[\"It's new\"].json.b }} {{ $(`It's new`).item.json.c }} {{ $('Old ').item }}",
      plain: "$('Old') is no expression here",
      list: [{ deep: "={{ $('It\\'s new').item.json.d }}" }],
    });
  });

  it.each([
    ["It's", "={{ $('It\\'s').item }}"],
    ["It's", '={{ $("It\\\'s").item }}'],
    ["It's", `={{ $("It's").item }}`],
    ['Say "x"', '={{ $(\'Say \\"x\\"\').item }}'],
    ['a.b*(c)[d]$1', "={{ $('a.b*(c)[d]$1').item }}"],
    ['back\\slash', "={{ $('back\\\\slash').item }}"],
    ['cost ${x}', '={{ $(`cost \\${x}`).item }}'],
  ])('%j is found in the expression %s', (name, text) => {
    const node = { type: 'n8n-nodes-base.set', typeVersion: 3, parameters: { text } };
    const before = journeyOf([noOpStep('oldone', { name }), stepOf('setter', 'opaque', { node })]);
    const next = apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
    expect((next.steps[1]?.parameters['node'] as typeof node).parameters.text).toMatch(/\$\((['"`])New\1\)/);
  });

  it('follows Python and pages, and leaves names alone that only end like n8n’s own', () => {
    const node = {
      type: 'n8n-nodes-base.code',
      typeVersion: 2,
      parameters: {
        pythonCode: 'return _("Old").all() + my_node["Old"] + _node["Old"]',
        html: '<p>{{ $("Old").item.json.x }}</p>',
        jsCode: 'const _node = {}; return [_node["Old"], my$("Old"), $("Old")];',
      },
    };
    const before = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node })]);
    const next = apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
    expect((next.steps[1]?.parameters['node'] as typeof node).parameters).toEqual({
      pythonCode: 'return _("New").all() + my_node["Old"] + _node["New"]',
      html: '<p>{{ $("New").item.json.x }}</p>',
      jsCode: 'const _node = {}; return [_node["Old"], my$("Old"), $("New")];',
    });
  });

  it('takes back exactly what it changed, also where the new name was mentioned before', () => {
    const mentioned = { ...code, parameters: { text: "={{ $('New').item.json.a + $('Old').item.json.b }}" } };
    const before = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node: mentioned })]);
    apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
  });

  it('refuses a name that is taken or empty', () => {
    expect(codes({ kind: 'rename-step', step: 'start', name: 'paid' })).toEqual(['step_name_taken']);
    expect(codes({ kind: 'rename-step', step: 'start', name: '' })).toEqual(['step_name_empty']);
    expect(codes({ kind: 'rename-step', step: 'nobody', name: 'x' })).toEqual(['step_unknown']);
  });

  it('keeps imported connections right, those that links cannot say included', () => {
    const workflow = {
      nodes: ['A', 'B'].map((name) => ({
        id: `${name}-12345`,
        name,
        type: 'x.y',
        typeVersion: 1,
        position: [0, 0],
        parameters: {},
      })),
      connections: {
        A: {
          main: [
            null,
            [
              { node: 'B', type: 'main', index: 0 },
              { node: 'Gone', type: 'main', index: 0 },
            ],
            [],
          ],
        },
      },
    };
    const imported = importWorkflow(workflow, { id: 'x', newId: countingIds() });
    if (!imported.ok) throw new Error('not imported');
    const renamed = apply({ kind: 'rename-step', step: 'B-12345', name: 'C' }, imported.value);
    const compiled = compileJourney(renamed, { packs: rulePacks });
    expect(compiled.ok ? compiled.value.connections : null).toEqual({
      A: {
        main: [
          null,
          [
            { node: 'C', type: 'main', index: 0 },
            { node: 'Gone', type: 'main', index: 0 },
          ],
          [],
        ],
      },
    });
  });
});
