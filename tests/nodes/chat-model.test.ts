import type { IExecuteFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import {
  authorValuesOf,
  itemIsFacts,
  usualAuthorValues,
  type ItemJudging,
  type JsonObject,
  type SecondOpinion,
} from '../../engine/index.ts';
import { askInDoubt } from '../../nodes/shared/conversation/ask-in-doubt.ts';
import { askChatModel, chatModelOf, nameOfModel, type ChatModel } from '../../nodes/shared/conversation/chat-model.ts';
import { tablePacks } from '../../rules/index.ts';
import { definite } from '../definite.ts';
import { sampleScore, sampleSignals } from '../engine/conversation/sample-score.ts';

const question = { system: 'Judge.', user: '{"conversation":[]}' };
const escalate = '{"outcome":"escalate","probability":0.9}';

/** A chat model that answers as the test says, and keeps what it was asked. */
function fakeModel(answer: (asked: number, signal: AbortSignal) => unknown, more: object = { model: 'gpt-test' }) {
  const questions: string[] = [];
  const model: ChatModel = {
    ...more,
    invoke: async (messages, { signal }) => {
      questions.push(messages.map(([role, text]) => `${role}: ${text}`).join('\n'));
      return { content: await answer(questions.length, signal) };
    },
  };
  return { model, questions };
}

describe('a chat model that is asked once', () => {
  const ask = (model: ChatModel, timeLimitMs = 5_000, cancelled?: AbortSignal) =>
    askChatModel(model, question, ['continue', 'escalate'], timeLimitMs, cancelled);

  it('gets the question as system and human message, and gives its answer under its name', async () => {
    const { model, questions } = fakeModel(() => escalate);
    expect(await ask(model)).toEqual({ kind: 'given', outcome: 'escalate', probability: 0.9, model: 'gpt-test' });
    expect(questions).toEqual(['system: Judge.\nhuman: {"conversation":[]}']);
  });

  it('gives no opinion when it fails, and what it said is not told on', async () => {
    const { model } = fakeModel(() => Promise.reject(new Error('401 for ada@example.com')));
    expect(await ask(model)).toEqual({ kind: 'none', why: 'model_failed', model: 'gpt-test' });
  });

  it.each([['urgent'], ['Certainly!'], [undefined], [{ text: escalate }]])(
    'takes %j for no answer',
    async (content) => {
      expect(await ask(fakeModel(() => content).model)).toMatchObject({ kind: 'none', why: 'answer_malformed' });
    },
  );

  it('is not waited for beyond the time limit, whether it heeds the signal or not', async () => {
    const heeds = fakeModel(
      (_, signal) => new Promise((__, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const ignores = fakeModel(() => new Promise(() => undefined));
    for (const { model } of [heeds, ignores]) {
      expect(await ask(model, 20)).toMatchObject({ kind: 'none', why: 'time_limit' });
    }
  });

  it('is given up when the execution is stopped', async () => {
    const { model } = fakeModel(() => new Promise(() => undefined));
    expect(await ask(model, 60_000, AbortSignal.abort())).toMatchObject({ kind: 'none', why: 'model_failed' });
  });

  it('is called by whatever name its class gives', () => {
    expect(nameOfModel(fakeModel(() => '', { modelName: 'claude' }).model)).toBe('claude');
    expect(nameOfModel(fakeModel(() => '', {}).model)).toBe('chat model');
  });
});

const judging: ItemJudging = {
  read: (text) => {
    if (text.includes('despair')) return sampleScore({ score: -0.4, signals: sampleSignals({ distress: 0.9 }) });
    if (text.includes('hm')) return sampleScore({ score: -0.6, label: 'negative', probability: 0.5 });
    return sampleScore({ score: 0.1, probability: 1 });
  },
  messages: {
    messagesFrom: 'text',
    textField: 'text',
    listField: '',
    authorField: '',
    messageField: '',
    timeField: '',
    channelField: '',
    contactField: '',
    authorValues: { customer: authorValuesOf(usualAuthorValues.customer), agent: [], automation: [] },
    nowField: '',
  },
  table: definite(tablePacks['escalation']).table,
  mapping: itemIsFacts,
};

const doubtful = { text: 'hm, call me at ada@example.com' };

async function opinions(
  items: JsonObject[],
  model: ChatModel | undefined,
  parameters: Record<string, number> = {},
): Promise<(SecondOpinion | null)[]> {
  const context = {
    getTimezone: () => 'UTC',
    getInputConnectionData: async () => model,
    getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
    getExecutionCancelSignal: () => undefined,
  } as unknown as IExecuteFunctions;
  return (await askInDoubt(context, items, judging)).map(({ opinion }) => opinion);
}

describe('items in doubt', () => {
  it('are asked about, and no others: no clear ones, none in distress, none that cannot be read', async () => {
    const { model, questions } = fakeModel(() => escalate);
    const found = await opinions([{ text: 'fine' }, doubtful, { text: 'hm, in despair' }, { text: 5 }], model);
    expect(found.map((opinion) => opinion?.kind ?? null)).toEqual([null, 'given', null, null]);
    expect(questions).toHaveLength(1);
  });

  it('are sent without personal data', async () => {
    const { model, questions } = fakeModel(() => escalate);
    await opinions([doubtful], model);
    expect(questions[0]).toContain('call me at');
    expect(questions[0]).not.toContain('ada@example.com');
  });

  it('go by the table without a model, and where it is not certain', async () => {
    expect(await opinions([doubtful], undefined)).toEqual([{ kind: 'none', why: 'no_model' }]);
    const { model } = fakeModel(() => '{"outcome":"escalate","probability":0.5}');
    expect(await opinions([doubtful], model)).toEqual([{ kind: 'none', why: 'not_certain', model: 'gpt-test' }]);
  });

  it('are asked about as often as the budget allows, the first ones first', async () => {
    const { model, questions } = fakeModel(() => escalate);
    const found = await opinions([doubtful, doubtful, doubtful], model, { modelQuestions: 2 });
    expect(found).toMatchObject([{ kind: 'given' }, { kind: 'given' }, { kind: 'none', why: 'budget_spent' }]);
    expect(questions).toHaveLength(2);
    expect(await opinions([doubtful], model, { modelQuestions: 0 })).toMatchObject([{ why: 'budget_spent' }]);
  });

  it('are no longer asked about after three failures', async () => {
    const { model, questions } = fakeModel(() => Promise.reject(new Error('away')));
    const found = await opinions(new Array<JsonObject>(12).fill(doubtful), model);
    expect(new Set(found.map((opinion) => opinion?.kind === 'none' && opinion.why))).toEqual(new Set(['model_failed']));
    // Those under way when the third failed have been asked.
    expect(questions.length).toBeLessThanOrEqual(3 + 4);
  });
});

describe('what is connected to the model input', () => {
  it.each([
    ['a model', { invoke: () => undefined }, true],
    ['a list of one', [{ invoke: () => undefined }], true],
    ['nothing', undefined, false],
    ['an empty list', [], false],
    ['something else', { call: 1 }, false],
  ])('%s', async (_name, connected, isModel) => {
    const context = { getInputConnectionData: async () => connected } as unknown as IExecuteFunctions;
    expect((await chatModelOf(context)) !== null).toBe(isModel);
  });
});
