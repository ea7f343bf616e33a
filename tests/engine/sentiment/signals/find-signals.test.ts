import { describe, expect, it } from 'vitest';
import {
  acuteUrgency,
  type ThreatKind,
  type VulnerabilityKind,
} from '../../../../engine/sentiment/model/text-score.ts';
import type { FullLanguage } from '../../../../engine/sentiment/model/language.ts';
import { signalsOf } from './phrases-of.ts';

describe('despair is heard, direct and hinted', () => {
  it.each<[FullLanguage, string]>([
    ['en', 'I want to kill myself.'],
    ['en', "I don't see the point any more, they'd all be better off without me"],
    ['en', 'my daughter has taken all her tablets'],
    ['en', 'i dont want to live anymore'],
    ['de', 'Ich will nicht mehr leben.'],
    ['de', 'Ohne mich wären alle besser dran, ich sehe keinen Ausweg mehr.'],
    ['de', 'Meine Schwester hat einen Abschiedsbrief geschrieben'],
    ['de', 'ich moechte einfach nie mehr aufwachen'],
    ['fr', "J'ai envie de mourir."],
    ['fr', "Ma fille dit qu'elle va se tuer ce soir"],
    ['fr', 'tout le monde serait mieux sans moi, jai plus envie de vivre'],
    ['es', 'No quiero seguir viviendo.'],
    ['es', 'mi hijo dice que se va a matar, ayuda'],
    ['es', 'Estarían mejor sin mí'],
    ['it', 'Non voglio più vivere.'],
    ['it', 'Mia madre ha lasciato un biglietto di addio'],
    ['it', "vorrei farla finita, non vedo via d'uscita"],
    ['pt', 'Não quero mais viver.'],
    ['pt', 'o meu irmão quer se matar, ajudem'],
    ['pt', 'Eles ficavam melhor sem mim'],
  ])('%s: %s', (language, text) => {
    expect(signalsOf(language, text).signals.distress).toBeGreaterThan(0.8);
  });
});

describe('a figure of speech is no danger', () => {
  it.each<[FullLanguage, string]>([
    ['en', 'This queue is killing me.'],
    ['en', 'The dead battery is back, which one fits?'],
    ['en', "I'm dying to try it!"],
    ['en', 'I nearly died laughing.'],
    ['de', 'Ich sterbe vor Neugier.'],
    ['de', 'Der Akku ist tot.'],
    ['de', 'Wie kann ich den Prozess killen?'],
    ['fr', 'On était morts de rire.'],
    ['fr', 'La batterie est morte.'],
    ['fr', "Je meurs d'envie de l'essayer."],
    ['es', 'Me muero de ganas de probarlo.'],
    ['es', 'El mando está muerto.'],
    ['es', 'Se corta la llamada todo el rato.'],
    ['it', 'Muoio dalla curiosità.'],
    ['it', 'La batteria è morta.'],
    ['pt', 'Estou morrendo de vontade de provar.'],
    ['pt', 'A bateria morreu.'],
  ])('%s: %s', (language, text) => {
    const { signals, threats } = signalsOf(language, text);
    expect(signals.distress).toBeLessThan(0.35);
    expect(signals.urgency).toBeLessThan(acuteUrgency);
    expect(threats).toEqual([]);
  });
});

describe('a person is needed now', () => {
  it.each<[FullLanguage, string]>([
    ['en', 'It smells of gas in the hall.'],
    ['en', 'My insulin pump has stopped working.'],
    ['en', 'The bailiffs come tomorrow morning.'],
    ['en', 'Somebody is using my card right now.'],
    ['de', 'Es riecht nach Gas im Flur.'],
    ['de', 'Das Sauerstoffgerät meiner Mutter ist ausgefallen.'],
    ['de', 'Morgen wird der Strom abgestellt und wir haben ein Baby.'],
    ['fr', "Ça sent le gaz dans l'entrée."],
    ['fr', 'La pompe à insuline est en panne.'],
    ['es', 'Huele a gas en el pasillo.'],
    ['es', 'Mañana nos cortan la luz.'],
    ['it', 'Sento odore di gas.'],
    ['it', 'Domani ci staccano la luce.'],
    ['pt', 'Cheira a gás no corredor.'],
    ['pt', 'Amanhã cortam a luz.'],
  ])('%s: %s', (language, text) => {
    expect(signalsOf(language, text).signals.urgency).toBeGreaterThanOrEqual(acuteUrgency);
  });

  it.each<[FullLanguage, string]>([
    ['en', 'It does not smell of gas.'],
    ['de', 'Es riecht nicht nach Gas.'],
    ['fr', 'Ça ne sent pas le gaz.'],
    ['es', 'No huele a gas.'],
    ['it', 'Non sento odore di gas.'],
    ['pt', 'Não cheira a gás.'],
  ])('not where the danger is denied: %s: %s', (language, text) => {
    expect(signalsOf(language, text).signals.urgency).toBeLessThan(acuteUrgency);
  });
});

it.each<[FullLanguage, string, ThreatKind]>([
  ['en', 'My solicitor will write to you.', 'legal'],
  ['en', 'I would rather not go to the ombudsman, but', 'regulator'],
  ['de', 'Ich gehe zur Verbraucherzentrale.', 'regulator'],
  ['de', 'Das erzähle ich der Presse.', 'press'],
  ['fr', 'Mon avocat vous contactera.', 'legal'],
  ['fr', 'Je laisserai un avis salé sur internet.', 'press'],
  ['es', 'Pondré una denuncia.', 'legal'],
  ['es', 'Me cambio a la competencia.', 'leave'],
  ['it', 'Mi rivolgo al mio avvocato.', 'legal'],
  ['it', 'Vi ammazzo tutti.', 'violence'],
  ['pt', 'Vou ao Procon.', 'regulator'],
  ['pt', 'Falo com o meu advogado.', 'legal'],
])('%s: “%s” is a threat: %s', (language, text, kind) => {
  expect(signalsOf(language, text).threats).toContain(kind);
});

it.each<[FullLanguage, string, VulnerabilityKind]>([
  ['en', 'My husband died last week.', 'bereavement'],
  ['en', 'I lost my job.', 'hardship'],
  ['de', 'Mein Mann ist gestorben.', 'bereavement'],
  ['de', 'Ich habe Krebs.', 'illness'],
  ['fr', "J'ai 88 ans.", 'age'],
  ['fr', 'Je suis au chômage.', 'hardship'],
  ['es', 'Mi padre falleció ayer.', 'bereavement'],
  ['es', 'No hablo bien español.', 'language'],
  ['it', 'È mancato mio padre.', 'bereavement'],
  ['it', 'Sono disoccupata.', 'hardship'],
  ['pt', 'A minha mãe faleceu.', 'bereavement'],
  ['pt', 'Não falo português.', 'language'],
])('%s: “%s” is a vulnerability: %s', (language, text, kind) => {
  expect(signalsOf(language, text).vulnerabilities).toContain(kind);
});

describe('what is felt', () => {
  it('a failure for the third time frustrates, in whatever words', () => {
    expect(signalsOf('en', 'The parcel never arrived, for the third time.').emotions.frustration).toBeGreaterThan(0.5);
    expect(signalsOf('en', 'The parcel has not arrived, where is it?').emotions.frustration).toBeLessThan(0.5);
  });

  it('a denied emotion is none, and one that is denied twice is one', () => {
    expect(signalsOf('en', 'I am not angry.').emotions.anger).toBe(0);
    expect(signalsOf('de', 'Ich bin nicht traurig.').emotions.sadness).toBe(0);
    expect(signalsOf('en', 'I am never not sad.').emotions.sadness).toBeGreaterThan(0.5);
  });

  it('a booster strengthens and a damper weakens', () => {
    const plain = signalsOf('en', 'I am disappointed.').emotions.disappointment;
    expect(signalsOf('en', 'I am very disappointed.').emotions.disappointment).toBeGreaterThan(plain);
    expect(signalsOf('en', 'I am a little disappointed.').emotions.disappointment).toBeLessThan(plain);
  });

  it('praise of a failure is irony: it lowers the score, and says so', () => {
    const { correction, words, emotions } = signalsOf('de', 'Bravo, schon wieder das falsche Gerät.');
    expect(correction).toBeLessThan(-0.4);
    expect(words).toContainEqual(expect.objectContaining({ on: 'score', changedBy: ['ironic'] }));
    expect(emotions.gratitude).toBe(0);
  });

  it('praise and thanks alone are meant', () => {
    const { correction, emotions } = signalsOf('en', 'Excellent service, thank you!');
    expect(correction).toBe(0);
    expect(emotions.gratitude).toBeGreaterThan(0.5);
    expect(emotions.anger).toBe(0);
  });

  it.each<[FullLanguage, string]>([
    ['en', 'With all due respect, I fail to see why the repair is not done.'],
    ['de', 'Ich bin doch sehr verwundert, dass nichts geliefert wurde.'],
    ['fr', "Je suis pour le moins surpris, rien n'est arrivé."],
  ])('politeness hides anger: %s: %s', (language, text) => {
    expect(signalsOf(language, text).emotions.frustration).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a matter that is over', () => {
  it.each<[FullLanguage, string]>([
    ['en', 'What a disgrace, but it finally works now.'],
    ['de', 'So ein Saftladen, aber hat sich erledigt.'],
    ['fr', "Quelle honte, mais c'est réglé."],
    ['es', 'Qué vergüenza, pero ya está solucionado.'],
    ['it', 'Che vergogna, ma è tutto risolto.'],
    ['pt', 'Que vergonha, mas já está resolvido.'],
  ])('calms: %s: %s', (language, text) => {
    const { settled, emotions } = signalsOf(language, text);
    expect(settled).toBe(true);
    expect(Math.max(emotions.anger, emotions.frustration)).toBeLessThan(0.5);
  });

  it('is not over where it is denied, or where a step is announced', () => {
    expect(signalsOf('en', 'It is not solved.').settled).toBe(false);
    expect(signalsOf('en', 'It is fixed now. My lawyer will contact you all the same.').settled).toBe(false);
  });

  it('does not calm despair', () => {
    expect(signalsOf('en', 'All sorted now. I want to kill myself.').signals.distress).toBeGreaterThan(0.8);
  });
});

it('asking for a person is heard, and a bot is not a person', () => {
  expect(signalsOf('en', 'Let me talk to a human.').asksForPerson).toBe(true);
  expect(signalsOf('de', 'Ich möchte mit einem Menschen sprechen.').asksForPerson).toBe(true);
  expect(signalsOf('en', 'Talk to the bot, it is quick.').asksForPerson).toBe(false);
});

it('words are named with their place in the text', () => {
  const text = 'Dear team, my solicitor will write.';
  const named = signalsOf('en', text).words.filter(({ on }) => on === 'threat');
  expect(named.map(({ start, end }) => text.slice(start, end))).toEqual(['solicitor']);
});

it('an empty text announces nothing', () => {
  const { signals, emotions, words } = signalsOf('en', '');
  expect([...Object.values(signals), ...Object.values(emotions)].every((value) => value === 0)).toBe(true);
  expect(words).toEqual([]);
});
