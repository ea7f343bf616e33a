import { describe, expect, it } from 'vitest';
import { loadTextModel } from '../../engine/index.ts';
import { supportConversations } from '../../examples/support-conversation/customers.ts';
import { scriptedMessages, type ScriptedMessages } from '../../examples/support-conversation/messages.ts';
import { playbooks, rulePacks } from '../../rules/index.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { exampleContract, openExample } from './example-contract.ts';

const ports = {
  packs: rulePacks,
  textModel: loadTextModel(textModelDocument),
  playbook: playbooks['agent-handoff'],
};
const example = openExample('support-conversation', supportConversations, ports);
const { customers, answers } = example;

/** The texts of a conversation as the script has them, and what became of it. */
const conversations = customers.map((customer, index) => {
  const { messages, order } = customer as { messages: { text: string }[]; order: { number: string } };
  const texts = messages.map(({ text }) => text.replaceAll(order.number, '{order}'));
  return { texts, language: languageOf(texts), answer: answers[index] ?? {} };
});

function languageOf(texts: readonly string[]): string {
  const found = Object.entries(scriptedMessages).find(([, { asks, annoyed, vulnerable }]) =>
    [...asks, ...annoyed, ...vulnerable].some((text) => texts.includes(text)),
  );
  if (found === undefined) throw new Error(`no language has ${texts.join(' / ')}`);
  return found[0];
}

const outcomesWith = (kind: keyof ScriptedMessages) =>
  conversations
    .filter(({ texts, language }) => scriptedMessages[language]?.[kind].some((text) => texts.includes(text)))
    .map(({ language, answer }) => ({ language, outcome: answer['outcome'] }));

exampleContract(example);

describe('the support conversation', () => {
  it('has conversations in all six languages', () => {
    expect(new Set(conversations.map(({ language }) => language))).toEqual(new Set(Object.keys(scriptedMessages)));
  });

  it('brings everybody in distress to a person now', () => {
    const outcomes = outcomesWith('distressed');
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.filter(({ outcome }) => outcome !== 'person_now')).toEqual([]);
  });

  it.each(['threatens', 'vulnerable', 'wantsPerson'] as const)('leaves nobody who %s with the assistant', (kind) => {
    const outcomes = outcomesWith(kind);
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'automation')).toEqual([]);
  });

  it('lets the assistant go on where all is well', () => {
    const calm = conversations.filter(({ texts, language }) => {
      const { asks, thanks, automation } = scriptedMessages[language] as ScriptedMessages;
      return texts.every((text) => [...asks, ...thanks, ...automation].includes(text));
    });
    expect(calm.length).toBeGreaterThan(50);
    expect(calm.filter(({ answer }) => answer['outcome'] !== 'automation')).toEqual([]);
  });

  it('hands over a brief that names the customer, the order and what they said', () => {
    for (const [index, answer] of answers.entries()) {
      if (answer['outcome'] === 'automation') continue;
      const { customer, order, messages } = customers[index] as {
        customer: { name: string };
        order: { number: string };
        messages: { text: string }[];
      };
      const brief = String(answer['brief']);
      expect(brief).toContain(customer.name);
      if (messages.some(({ text }) => text.includes(order.number))) expect(brief).toContain(order.number);
      expect(answer['because']).toEqual(expect.any(String));
    }
  });
});
