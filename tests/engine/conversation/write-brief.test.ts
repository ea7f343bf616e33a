import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  briefAsMarkdown,
  briefSections,
  customerFields,
  fullLanguages,
  situations,
  writeBrief,
  type HandoffBrief,
  type HandoffInput,
  type ScoredMessage,
} from '../../../engine/index.ts';
import { playbooks } from '../../../rules/index.ts';
import { definite } from '../../definite.ts';
import { sampleHandoff } from './sample-handoff.ts';
import { fromCompany, fromCustomer, sampleEmotions, sampleSignals } from './sample-score.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../rules/schema/handoff-brief.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as object);

const brief = writeBrief(sampleHandoff());

function briefOf(messages: ScoredMessage[], changes: Partial<HandoffInput> = {}): HandoffBrief {
  return writeBrief(sampleHandoff({ decisions: [], failed: [], promises: [], customer: {}, ...changes }, messages));
}

/** Every text of a brief that is neither label nor advice. */
function quotesOf(one: HandoffBrief): string[] {
  const { wants, timeline, failed, feelings, promises } = one;
  return [
    ...wants.map(({ text }) => text),
    ...timeline.map(({ text }) => text),
    ...failed.filter(({ message }) => message !== undefined).map(({ what }) => what),
    ...feelings.quotes.map(({ text }) => text),
    ...promises.filter(({ message }) => message !== undefined).map(({ text }) => text),
  ];
}

describe('a brief', () => {
  it('says in the header what it is about, how soon, and why', () => {
    expect(brief).toMatchObject({ outcome: 'urgent', respondWithinHours: 0.5, queue: 'vulnerable_customers' });
    expect(brief.why).toEqual([
      'The customer is vulnerable and something has to happen soon. Whoever is ill, bereaved or without money cannot bear what others can.',
    ]);
    expect(brief.situations.map(({ situation }) => situation)).toEqual([
      'vulnerability',
      'regulator',
      'repeated-failure',
      'anger',
      'asks-for-person',
    ]);
  });

  it('holds what the schema says, in every language, whole and cut', () => {
    for (const language of fullLanguages) {
      for (const maxCharacters of [1_000, 3_000, 100_000]) {
        const { settings } = sampleHandoff();
        const one = writeBrief(sampleHandoff({ settings: { ...settings, language, maxCharacters } }));
        expect(validate(JSON.parse(JSON.stringify(one))), JSON.stringify(validate.errors)).toBe(true);
      }
    }
  });

  it('names fields, sections and situations as the schema does', () => {
    const { properties, definitions } = schema as {
      properties: {
        situations: { items: { properties: { situation: { enum: string[] } } } };
        cut: { items: { properties: { section: { enum: string[] } } } };
      };
      definitions: { field: { properties: { field: { enum: string[] } } } };
    };
    expect(properties.situations.items.properties.situation.enum).toEqual([...situations]);
    expect(properties.cut.items.properties.section.enum).toEqual([...briefSections]);
    expect(definitions.field.properties.field.enum).toEqual([...customerFields]);
  });

  it('quotes: every word of a person stands in a message', () => {
    const said = sampleHandoff()
      .judgement.messages.map(({ message }) => message.text)
      .join('\n');
    for (const quote of quotesOf(brief)) expect(said).toContain(quote);
  });

  it('of somebody of whom nothing is known invents nothing', () => {
    const empty = briefOf([fromCustomer('Hm.')]);
    expect(empty.who.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    expect(empty).toMatchObject({ wants: [], automation: [], failed: [], promises: [], doNotAsk: [], cut: [] });
    expect(empty.situations).toEqual([{ situation: 'other', title: 'Ordinary matter' }]);
    expect(briefAsMarkdown(empty)).toContain('_Not said in so many words._');
  });

  it('of a conversation without any message is a brief as well', () => {
    expect(briefOf([])).toMatchObject({ timeline: [], feelings: { now: null, since: null }, customerLanguage: null });
  });
});

describe('what the customer wants', () => {
  it('is told in their sentences, newest first, and what they first asked', () => {
    expect(brief.wants.map(({ text }) => text)).toEqual([
      'Please let a person call me on +44 20 7946 0018.',
      'I lost my job in October and I need that money for the rent.',
      'Could you tell me when I get my money?',
    ]);
  });

  it.each([
    ['Guten Tag. Ich möchte meinen Vertrag kündigen. Es regnet.', 'Ich möchte meinen Vertrag kündigen.'],
    ['Bonjour. Je souhaite être remboursée. Il pleut.', 'Je souhaite être remboursée.'],
    ['Hola. Necesito la factura de octubre. Llueve.', 'Necesito la factura de octubre.'],
    ['Buongiorno. Vorrei il duplicato della bolletta. Piove.', 'Vorrei il duplicato della bolletta.'],
    ['Boa tarde. Gostaria de mudar a morada. Chove.', 'Gostaria de mudar a morada.'],
    ['Hi. When does the parcel come? It rains.', 'When does the parcel come?'],
  ])('is found in %j', (text, want) => {
    expect(briefOf([fromCustomer(text)]).wants.map((one) => one.text)).toEqual([want]);
  });

  it('is not what was wanted before the last matter was settled', () => {
    const messages = [
      fromCustomer('I want a new lamp.'),
      fromCustomer('It came, thanks.', { settled: true }),
      fromCustomer('I want an invoice for it.'),
    ];
    expect(briefOf(messages).wants.map(({ text }) => text)).toEqual(['I want an invoice for it.']);
  });

  it('is not read out of an e-mail that was quoted', () => {
    const text = 'Yes.\n> I want the moon.';
    const leftOut = [{ what: 'quoted' as const, start: 5, end: text.length }];
    expect(briefOf([fromCustomer(text, { leftOut })]).wants).toEqual([]);
  });
});

describe('what was promised', () => {
  it('is told with who, when, until when, and whether that is over', () => {
    expect(brief.promises).toEqual([
      { text: 'Voucher of 10 EUR for the wait', by: 'Phone desk', at: '2026-11-21', overdue: null },
      expect.objectContaining({
        by: 'automation',
        dueText: 'within 3 days',
        due: '2026-11-19',
        overdue: true,
        message: 2,
      }),
      expect.objectContaining({ by: 'agent', dueText: 'by Monday', due: '2026-11-23', overdue: true, message: 5 }),
    ]);
  });

  const at = '2026-11-25T10:00:00+01:00';
  it.each([
    ['Wir melden uns bis Freitag bei Ihnen.', 'bis Freitag', '2026-11-27'],
    ['Sie erhalten die Gutschrift innerhalb von 14 Tagen.', 'innerhalb von 14 Tagen', '2026-12-09'],
    ['Nous vous rappellerons demain.', 'demain', '2026-11-26'],
    ['Vous recevrez le colis le vendredi.', 'le vendredi', '2026-11-27'],
    ['Le llamaremos antes del lunes.', 'antes del lunes', '2026-11-30'],
    ['La richiameremo entro 2 settimane.', 'entro 2 settimane', '2026-12-09'],
    ['Vai receber o estorno em cinco dias úteis.', 'em cinco dias úteis', undefined],
    ['You will receive it on 2026-12-01.', 'on 2026-12-01', '2026-12-01'],
    ['I will call you within two hours.', 'within two hours', '2026-11-25T11:00:00Z'],
    ['We will get back to you.', undefined, undefined],
  ])('%j is a promise', (text, dueText, due) => {
    const [promise] = briefOf([fromCompany(text, { at })]).promises;
    expect(promise).toMatchObject({ text });
    expect(promise?.dueText).toBe(dueText);
    expect(promise?.due).toBe(due);
  });

  it.each([
    'We will not refund this.',
    'Will you be at home? We will see?',
    'Wir werden das nicht erstatten.',
    'Thank you for your patience.',
    'Não vamos enviar outro.',
    'No le llamaremos hoy.',
    'Non la richiameremo.',
    'Nous n’allons pas vous rappeler.',
  ])('%j is none', (text) => {
    expect(briefOf([fromCompany(text, { at })]).promises).toEqual([]);
  });

  it('is not what the customer announces', () => {
    expect(briefOf([fromCustomer('I will call you tomorrow.')]).promises).toEqual([]);
  });
});

describe('what failed', () => {
  it.each([
    'Still nothing from you.',
    'Das funktioniert nicht.',
    'Toujours pas de remboursement.',
    'Es la tercera vez que escribo.',
    'Ancora niente.',
    'Ninguém responde.',
  ])('is what the customer says: %s', (text) => {
    expect(briefOf([fromCustomer(`Hello. ${text} Bye.`)]).failed).toEqual([{ what: text, message: 1 }]);
  });

  it('is told after what is known, and not where it is settled since', () => {
    const known = [{ what: 'Refund', why: 'Refused by the bank' }];
    const messages = [
      fromCustomer('It does not work.'),
      fromCustomer('It did not work, but now it does.', { settled: true }),
    ];
    expect(briefOf(messages, { failed: known }).failed).toEqual([...known, { what: 'It does not work.', message: 1 }]);
  });
});

describe('how the customer feels', () => {
  it('is told with the message since which the mood is low, and the sentence that shows it', () => {
    expect(brief.feelings).toMatchObject({
      emotions: ['anger', 'frustration'],
      since: { message: 6, text: 'I am furious.' },
    });
  });

  it('is low since the first message after which it never recovered', () => {
    const low = (text: string) => fromCustomer(text, -0.5);
    const messages = [low('one'), fromCustomer('two', 0.5), low('three'), fromCustomer('four', -0.1), low('five')];
    expect(briefOf(messages).feelings.since).toMatchObject({ message: 3 });
    expect(briefOf([...messages, fromCustomer('six', 0.6)]).feelings.since).toBeNull();
  });
});

describe('what not to ask again', () => {
  const given = (text: string) => briefOf([fromCustomer(text)]).doNotAsk.map(({ what, value }) => [what, value]);

  it.each([
    ['My order number 88213-A is late', ['order', '88213-A']],
    ['Bestellung Nr. 4711 fehlt', ['order', '4711']],
    ['la facture n° F-2026-17 est fausse', ['invoice', 'F-2026-17']],
    ['mi pedido 99812 no llega', ['order', '99812']],
    ['il contratto numero 55120', ['contract', '55120']],
    ['a encomenda 70001 não chegou', ['order', '70001']],
  ])('holds what stands in %j', (text, fact) => {
    expect(given(text)).toContainEqual(fact);
  });

  it('names each value once, with the message that said it first', () => {
    const facts = briefOf([fromCustomer('order 88213'), fromCustomer('I said order 88213!')]).doNotAsk;
    expect(facts).toEqual([{ what: 'order', label: 'Order', value: '88213', message: 1 }]);
  });

  it('shows the end of a card and nothing of a password', () => {
    const facts = given('My card is 4111 1111 1111 1111 and my password is Tr0ub4dor&3');
    expect(facts).toContainEqual(['card', '•••• 1111']);
    expect(JSON.stringify(facts)).not.toContain('Tr0ub4dor');
  });
});

describe('what to do', () => {
  const first = (score: Partial<Parameters<typeof fromCustomer>[1] & object>) => {
    const one = briefOf([fromCustomer('x', score)]);
    return { situation: one.situations[0]?.situation, next: one.next[0]?.text };
  };

  it.each([
    [{ signals: sampleSignals({ distress: 0.9 }) }, 'distress'],
    [{ signals: sampleSignals({ urgency: 0.9 }) }, 'danger'],
    [{ threats: ['violence' as const] }, 'violence'],
    [{ signals: sampleSignals({ vulnerability: 0.9 }) }, 'vulnerability'],
    [{ threats: ['legal' as const] }, 'legal'],
    [{ threats: ['press' as const, 'leave' as const] }, 'press'],
    [{ emotions: sampleEmotions({ frustration: 0.9 }) }, 'anger'],
    [{ threats: ['leave' as const] }, 'leaving'],
    [{ emotions: sampleEmotions({ confusion: 0.9 }) }, 'confusion'],
    [{ asksForPerson: true }, 'asks-for-person'],
    [{ language: 'de' as const }, 'language'],
  ])('follows the playbook for %j', (score, situation) => {
    const entry = definite(playbooks['agent-handoff']).situations.find((one) => one.situation === situation);
    expect(first(score)).toEqual({ situation, next: definite(entry).steps[0]?.en });
  });

  it('is written for the person, and said to the customer in their language', () => {
    const { settings } = sampleHandoff();
    const one = briefOf([fromCustomer('Ich bin wütend', { language: 'de', emotions: sampleEmotions({ anger: 1 }) })], {
      settings: { ...settings, language: 'fr' },
    });
    const anger = definite(settings.playbook.situations.find(({ situation }) => situation === 'anger'));
    expect(one.next.map(({ text }) => text)).toContain(anger.steps[0]?.fr);
    expect(one.say.map(({ text }) => text)).toContain(anger.say[0]?.de);
  });

  it('is nothing where the playbook says nothing', () => {
    const { settings } = sampleHandoff();
    const one = briefOf([fromCustomer('x')], { settings: { playbook: { ...settings.playbook, situations: [] } } });
    expect(one).toMatchObject({ next: [], say: [], avoid: [], situations: [{ situation: 'other', title: 'other' }] });
  });
});

describe('the length limit', () => {
  const { settings } = sampleHandoff();
  const cutTo = (maxCharacters: number, messages?: ScoredMessage[]) =>
    writeBrief(sampleHandoff({ settings: { ...settings, maxCharacters } }, messages));

  it.each([1_500, 2_500, 4_000])('of %i characters is kept, by whole entries, and what was cut is counted', (most) => {
    const cut = cutTo(most);
    expect(briefAsMarkdown(cut).length).toBeLessThanOrEqual(most);
    const timeline = cut.cut.find(({ section }) => section === 'timeline')?.entries ?? 0;
    expect(cut.timeline.length + timeline).toBe(brief.timeline.length);
    for (const entry of cut.timeline) expect(brief.timeline).toContainEqual(entry);
    expect(briefAsMarkdown(cut)).toContain(`${timeline} × What happened`);
  });

  it('takes the old story before what is wanted and what to do', () => {
    const cut = cutTo(2_000);
    expect(cut.wants).toEqual(brief.wants);
    expect(cut.next.filter(({ situation }) => situation === 'vulnerability').length).toBe(3);
    expect(cut.timeline.map(({ message }) => message)).not.toContain(1);
  });

  it('does not call unknown what was cut', () => {
    const cut = cutTo(1_000);
    expect(cut.promises).toEqual([]);
    expect(briefAsMarkdown(cut)).not.toContain('Nothing known');
  });

  it('holds for ten thousand messages', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? fromCustomer(`Message ${index}, please help me.`) : fromCompany('We will look.'),
    );
    expect(briefAsMarkdown(cutTo(8_000, many)).length).toBeLessThanOrEqual(8_000);
  });
});
