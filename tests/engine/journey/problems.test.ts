import { describe, expect, it } from 'vitest';
import {
  describeIssue,
  importWorkflow,
  journeyProblems,
  stepTypes,
  type Journey,
  type Step,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { branchStep, countingIds, journeyOf, noOpStep, respondStep, stepOf, webhookStep } from './journeys.ts';

const ports = { packs: rulePacks };
const table = stepTypes['decision-table']?.newTable?.();
if (table === undefined) throw new Error('no table');

/** `code@step`, warnings with a question mark. */
function problems(journey: Journey): string[] {
  return journeyProblems(journey, ports).map((issue) => {
    const about = issue.params['step'] ?? issue.params['tableKey'] ?? issue.params['link'] ?? '';
    return `${issue.code}${issue.severity === 'warning' ? '?' : ''}@${String(about)}`;
  });
}

const start = webhookStep('start');
const answer = respondStep('answer', 'x');
const choose = branchStep('choose', 'body.n', [['small', '< 10']]);
const decide = (parameters: Step['parameters'] = {}) =>
  stepOf('decide', 'decision-table', {
    table: 't',
    dataField: 'body',
    fields: [],
    outputField: 'decision',
    noMatch: 'error',
    ...parameters,
  });
const sound = ['start > choose', 'choose:small > answer', 'choose:otherwise > answer'];

describe('problems of a journey', () => {
  it('are none in a sound one', () => {
    expect(problems(journeyOf([start, choose, answer], sound))).toEqual([]);
  });

  it.each<[string, Journey, string[]]>([
    ['nothing starts it', journeyOf([answer]), ['no_trigger@']],
    ['what starts it is off', journeyOf([{ ...start, disabled: true }, answer], ['start > answer']), ['no_trigger@']],
    ['nobody answers', journeyOf([start, noOpStep('pass')], ['start > pass:main/0']), ['journey_never_answers@start']],
    [
      'the one that answers is off',
      journeyOf([start, { ...answer, disabled: true }], ['start > answer']),
      ['journey_never_answers@start'],
    ],
    ['a step is out of reach', journeyOf([start, answer, choose], ['start > answer']), ['step_unreachable?@choose']],
    ['an output leads nowhere', journeyOf([start, choose, answer], sound.slice(0, 2)), ['port_unconnected?@choose']],
    [
      'a way ends without an answer',
      journeyOf([start, choose, answer, noOpStep('pass')], [...sound.slice(0, 2), 'choose:otherwise > pass:main/0']),
      ['path_without_answer?@pass'],
    ],
    [
      'an answer comes after another',
      journeyOf([start, answer, respondStep('later', 'y')], ['start > answer', 'answer > later']),
      ['respond_never_heard?@later'],
    ],
    [
      'two steps have one name',
      journeyOf([start, choose, { ...answer, name: 'choose' }], sound),
      ['step_name_taken@answer'],
    ],
    [
      'a step has no name',
      journeyOf([start, { ...answer, name: ' ' }], ['start > answer']),
      ['step_name_empty@answer'],
    ],
    [
      'two ids begin alike',
      journeyOf([start, answer, respondStep('answer-2', 'y')], ['start > answer', 'start > answer-2']),
      ['step_id_taken@answer-2'],
    ],
    [
      'a link uses a port that is gone',
      journeyOf([start, choose, answer], [...sound, 'choose:gone > answer']),
      ['link_port_missing@choose'],
    ],
    [
      'a link leads to nobody',
      journeyOf([start, answer], ['start > answer', 'start > nobody']),
      ['link_step_missing@link-2'],
    ],
    [
      'two webhooks share an address',
      journeyOf([start, webhookStep('twin00'), answer], ['start > answer', 'twin00 > answer']),
      ['webhook_address_taken@twin00'],
    ],
    [
      'known steps run in a circle',
      journeyOf([start, choose, decide(), answer], [...sound, 'choose:small > decide', 'decide > choose'], {
        tables: { t: table },
      }),
      ['loop_of_steps?@choose', 'loop_of_steps?@decide'],
    ],
    [
      'a table is gone',
      journeyOf([start, decide(), answer], ['start > decide', 'decide > answer']),
      ['step_table_missing@decide'],
    ],
    [
      'a table is in nobody’s use',
      journeyOf([start, answer], ['start > answer'], { tables: { t: table } }),
      ['table_unused?@t'],
    ],
    [
      'a table has a cell that cannot be read',
      journeyOf([start, decide(), answer], ['start > decide', 'decide > answer'], {
        tables: { t: { ...table, rows: [{ id: 'r', when: { amount: '>= lots' }, then: {} }] } },
      }),
      ['unknown_reference@decide'],
    ],
    [
      'a mapping names no input',
      journeyOf(
        [start, decide({ fields: [{ input: 'amuont', field: 'body.x' }] }), answer],
        ['start > decide', 'decide > answer'],
        { tables: { t: table } },
      ),
      ['unknown_mapped_input@decide'],
    ],
    [
      'a result goes where it must not',
      journeyOf([start, decide({ outputField: 'steward.x' }), answer], ['start > decide', 'decide > answer'], {
        tables: { t: table },
      }),
      ['reserved_field@decide'],
    ],
    [
      'a path has characters that cannot stand there',
      journeyOf([webhookStep('start', { parameters: { path: 'a b', method: 'POST' } }), answer], ['start > answer']),
      ['parameter_malformed@start'],
    ],
    [
      'a parameter has a wrong type, is missing, or is unknown',
      journeyOf([webhookStep('start', { parameters: { path: 1, more: true } }), answer], ['start > answer']),
      ['parameter_wrong_type@start', 'parameter_missing@start', 'parameter_unknown@start'],
    ],
    [
      'a branch has a case that cannot be read',
      journeyOf([start, branchStep('choose', 'body.n', [['small', 'lots of']]), answer], sound),
      ['unquoted_text@choose'],
    ],
    [
      'two cases share an id',
      journeyOf(
        [
          start,
          branchStep('choose', 'body.n', [
            ['small', '1'],
            ['small', '2'],
          ]),
          answer,
        ],
        sound,
      ),
      ['branch_case_id_taken@choose', 'port_unconnected?@choose'],
    ],
    [
      'an answer reads what it must not',
      journeyOf(
        [
          start,
          {
            ...answer,
            parameters: {
              status: 200,
              answer: 'fields',
              fields: [{ name: 'x', from: 'field', value: 'a.constructor' }],
            },
          },
        ],
        ['start > answer'],
      ),
      ['response_path_unreadable@answer'],
    ],
    [
      'a risk step’s own table says no level',
      journeyOf(
        [
          start,
          stepOf('risk00', 'risk-classification', {
            rules: 'table',
            table: 't',
            dataField: 'body',
            fields: [],
            noMatch: 'error',
          }),
          answer,
        ],
        ['start > risk00', ...['prohibited', 'high', 'limited', 'minimal'].map((port) => `risk00:${port} > answer`)],
        { tables: { t: table } },
      ),
      ['risk_level_output_missing@risk00'],
    ],
  ])('are named when %s', (_, journey, expected) => {
    expect([...problems(journey)].sort()).toEqual([...expected].sort());
  });

  it('are passed over in steps that are off, as n8n does', () => {
    const off = { ...decide({ table: '' }), disabled: true };
    expect(problems(journeyOf([start, off, answer], ['start > decide', 'decide > answer']))).toEqual([]);
  });

  it('are worded for people, every one of them', () => {
    const broken = journeyOf(
      [
        webhookStep('start', { parameters: { path: 'a b', method: 'GET' } }),
        choose,
        decide({ table: 'gone' }),
        { ...answer, name: 'choose' },
      ],
      ['start > choose', 'choose:gone > answer', 'decide > nobody'],
      { tables: { t: table } },
    );
    for (const issue of journeyProblems(broken, ports)) {
      expect(describeIssue(issue), issue.code).toMatch(/^["A-Z].*\.$/);
      expect(describeIssue(issue), issue.code).not.toMatch(/\{|undefined|null/);
    }
  });

  it('of imported workflows name a target that does not exist, and leave notes and plugs alone', () => {
    const node = (name: string, type: string) => ({
      id: `${name}-12345`,
      name,
      type,
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    });
    const imported = importWorkflow(
      {
        nodes: [
          node('Cron', 'n8n-nodes-base.scheduleTrigger'),
          node('Agent', '@n8n/n8n-nodes-langchain.agent'),
          node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi'),
          node('Note', 'n8n-nodes-base.stickyNote'),
        ],
        connections: {
          Cron: {
            main: [
              [
                { node: 'Agent', type: 'main', index: 0 },
                { node: 'Gone', type: 'main', index: 0 },
              ],
            ],
          },
          Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
        },
      },
      { id: 'x', newId: countingIds() },
    );
    expect(imported.ok ? problems(imported.value) : imported).toEqual(['link_target_missing@Cron-12345']);
  });
});
