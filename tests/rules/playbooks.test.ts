import { describe, expect, it, test } from 'vitest';
import { describeIssue, fullLanguages, situations } from '../../engine/index.ts';
import { parsePlaybook, playbooks } from '../../rules/index.ts';
import { definite } from '../definite.ts';

describe.each(Object.entries(playbooks))('the playbook %s', (id, playbook) => {
  test('has the shape of a playbook, and its id', () => {
    const parsed = parsePlaybook(structuredClone(playbook));
    expect(parsed.ok ? [] : parsed.issues.map(describeIssue)).toEqual([]);
    expect(playbook.id).toBe(id);
    expect(playbook.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('says something to every situation, once', () => {
    expect(playbook.situations.map(({ situation }) => situation).sort()).toEqual([...situations].sort());
    for (const { steps, say, avoid } of playbook.situations) {
      expect([steps, say, avoid].every((part) => part.length > 0)).toBe(true);
    }
  });

  test('says it in six languages, each in words of its own', () => {
    for (const { title, steps, say, avoid } of playbook.situations) {
      for (const wording of [...steps, ...say, ...avoid]) {
        const texts = fullLanguages.map((language) => wording[language]);
        expect(new Set(texts).size, texts[0]).toBe(fullLanguages.length);
        for (const text of texts) expect(text, text).toMatch(/^\p{Lu}[^]*[.?…:]$/u);
      }
      for (const language of fullLanguages) expect(title[language]).toMatch(/^\p{Lu}/u);
    }
  });

  test('names a source for each situation, and uses every source', () => {
    const used = new Set(playbook.situations.map(({ source }) => source));
    expect([...used].sort()).toEqual(playbook.sources.map((source) => source.id).sort());
  });

  test('takes nothing for granted without an owner and a day in 2027 to look again', () => {
    expect(playbook.assumptions.length).toBeGreaterThanOrEqual(3);
    for (const { owner, reviewBy } of playbook.assumptions) {
      expect(owner).toMatch(/\w/);
      expect(reviewBy).toMatch(/^2027-\d\d-\d\d$/);
    }
  });

  test('neither admits nor promises a result to the customer', () => {
    const said = playbook.situations.flatMap(({ say }) => say.map(({ en }) => en.toLowerCase()));
    for (const text of said) expect(text).not.toMatch(/refund|compensat|guarantee|our fault|we promise/);
  });
});

describe('parsePlaybook', () => {
  const playbook = definite(playbooks['agent-handoff']);
  const [first] = playbook.situations;

  it.each([
    ['no situation', { ...playbook, situations: [] }, ['situations']],
    [
      'a situation that is none',
      { ...playbook, situations: [{ ...first, situation: 'boredom' }] },
      ['situations', 0, 'situation'],
    ],
    [
      'a language that is missing',
      { ...playbook, situations: [{ ...first, title: { en: 'x' } }] },
      ['situations', 0, 'title'],
    ],
    ['no owner', { ...playbook, owner: '' }, ['owner']],
    ['a later version of the document', { ...playbook, schemaVersion: 2 }, ['schemaVersion']],
  ])('refuses %s, and says where', (_, document, path) => {
    const parsed = parsePlaybook(document);
    expect(parsed).toMatchObject({ ok: false });
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContainEqual(path);
  });
});
