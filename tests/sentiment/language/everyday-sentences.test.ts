import { describe, expect, it } from 'vitest';
import { loadTextModel, scoreText } from '../../../engine/index.ts';
import { textModelDocument } from '../../../rules/text-model.ts';

const model = loadTextModel(textModelDocument);

/** What customers write every day; learned from tweets, the model has to know it all the same. */
const sentences = {
  en: [
    'Perfect, thank you so much!',
    'You have not answered my question about B-91994 yet.',
    'great service',
    'love it',
    'Please cancel my subscription.',
    'Where is my order?',
    'I have been waiting for two weeks now.',
    'The invoice is wrong again.',
    'Can somebody call me back tomorrow morning?',
    'My router stopped working last night.',
    'Thanks, that helped.',
    'I would like to change my address.',
  ],
  de: [
    'Wo bleibt meine Bestellung?',
    'Danke, das hat geholfen.',
    'Bitte kündigen Sie meinen Vertrag.',
    'Die Rechnung stimmt schon wieder nicht.',
    'Seit zwei Wochen warte ich auf eine Antwort.',
    'Kann mich morgen jemand zurückrufen?',
    'Mein Router geht seit gestern Abend nicht mehr.',
    'Alles bestens, vielen Dank!',
    'Ich möchte meine Adresse ändern.',
    'toller Service',
  ],
  fr: [
    'Où est ma commande ?',
    'Merci, cela m’a aidé.',
    'Veuillez résilier mon abonnement.',
    'La facture est encore fausse.',
    'J’attends une réponse depuis deux semaines.',
    'Quelqu’un peut-il me rappeler demain matin ?',
    'Ma box ne marche plus depuis hier soir.',
    'Je voudrais changer mon adresse.',
    'Parfait, merci beaucoup !',
    'service lamentable',
  ],
  es: [
    '¿Dónde está mi pedido?',
    'Gracias, me ha servido.',
    'Quiero dar de baja mi contrato.',
    'La factura está mal otra vez.',
    'Llevo dos semanas esperando una respuesta.',
    '¿Alguien puede llamarme mañana por la mañana?',
    'El router no funciona desde anoche.',
    'Quisiera cambiar mi dirección.',
    'Perfecto, muchas gracias',
    'un servicio pésimo',
  ],
  it: [
    'Dove si trova il mio ordine?',
    'Grazie, mi è stato utile.',
    'Vorrei disdire il mio abbonamento.',
    'La fattura è di nuovo sbagliata.',
    'Aspetto una risposta da due settimane.',
    'Qualcuno può richiamarmi domani mattina?',
    'Il modem non funziona più da ieri sera.',
    'Vorrei cambiare il mio indirizzo.',
    'Perfetto, grazie mille!',
    'servizio pessimo',
  ],
  pt: [
    'Onde está a minha encomenda?',
    'Obrigado, isso ajudou.',
    'Quero cancelar o meu contrato.',
    'A fatura está errada outra vez.',
    'Estou há duas semanas à espera de uma resposta.',
    'Alguém me pode ligar amanhã de manhã?',
    'O router não funciona desde ontem à noite.',
    'Gostaria de mudar a minha morada.',
    'Perfeito, muito obrigada!',
    'O atendimento foi péssimo.',
  ],
} as const;

describe.each(Object.entries(sentences))('everyday sentences in %s', (language, texts) => {
  it('are never taken for Hindi, and for another language at most once in ten', () => {
    const found = texts.map((text) => scoreText(model, text).language);
    expect(found).not.toContain('hi');
    expect(found.filter((one) => one !== language).length).toBeLessThanOrEqual(1);
  });
});

describe('the mood of everyday sentences', () => {
  it.each([
    'Perfect, thank you so much!',
    'Alles bestens, vielen Dank!',
    'Parfait, merci beaucoup !',
    'Perfetto, grazie mille!',
  ])('%s is glad', (text) => {
    const { label, score } = scoreText(model, text);
    expect([label, score > 0.4]).toEqual(['positive', true]);
  });

  it.each([
    'The invoice is wrong again.',
    'service lamentable',
    'un servicio pésimo',
    'servizio pessimo',
    'O atendimento foi péssimo.',
  ])('%s is not', (text) => {
    expect(scoreText(model, text).score).toBeLessThan(-0.2);
  });
});
