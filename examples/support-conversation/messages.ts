/** What customers and the assistant of the example write, by language. `{order}` is the number of the order. */
export interface ScriptedMessages {
  names: readonly string[];
  /** A calm question. */
  asks: readonly string[];
  /** The same question again, since nothing came of it. */
  asksAgain: readonly string[];
  /** Displeasure after repeated attempts. */
  annoyed: readonly string[];
  thanks: readonly string[];
  /** Announces a lawyer, an authority, the press, or leaving. */
  threatens: readonly string[];
  /** Says what makes them vulnerable. */
  vulnerable: readonly string[];
  /** Cannot see how to go on. */
  distressed: readonly string[];
  wantsPerson: readonly string[];
  /** What the assistant answers. */
  automation: readonly string[];
}

export const scriptedMessages: Readonly<Record<string, ScriptedMessages>> = {
  en: {
    names: ['Priya Nolan', 'Marcus Reed', 'Grace Adeyemi'],
    asks: [
      'Hello, could you tell me when order {order} will arrive?',
      'Hi, where can I download the invoice for {order}?',
    ],
    asksAgain: [
      'I asked this before: when will {order} arrive?',
      'You have not answered my question about {order} yet.',
    ],
    annoyed: [
      'This is the third time I am asking about {order}. I am really fed up with these useless answers!',
      'Still nothing about {order}. This is a terrible service and I am very angry.',
    ],
    thanks: ['Perfect, thank you so much!', 'Great, that solved it. Thanks for the quick help.'],
    threatens: [
      'If {order} is not refunded this week, my lawyer will write to you.',
      'I will complain to the ombudsman about {order}.',
    ],
    vulnerable: ['My husband passed away last month and I do not know how to close his contract {order}.'],
    distressed: ['I cannot pay this and I do not want to live any more.'],
    wantsPerson: ['Please let me talk to a human being about {order}.'],
    automation: ['Your order {order} is on its way.', 'You find answers to many questions in our help centre.'],
  },
  de: {
    names: ['Anke Voss', 'Tobias Lehmann', 'Selin Yilmaz'],
    asks: ['Guten Tag, wann kommt meine Bestellung {order} an?', 'Hallo, wo finde ich die Rechnung zu {order}?'],
    asksAgain: ['Ich hatte schon gefragt: Wann kommt {order}?', 'Meine Frage zu {order} ist noch nicht beantwortet.'],
    annoyed: [
      'Jetzt frage ich zum dritten Mal nach {order}. Ich bin wirklich stinksauer über diese nutzlosen Antworten!',
      'Immer noch nichts zu {order}. Das ist ein furchtbarer Service, ich bin sehr verärgert.',
    ],
    thanks: ['Perfekt, vielen Dank!', 'Super, das hat geholfen. Danke für die schnelle Hilfe.'],
    threatens: [
      'Wenn {order} diese Woche nicht erstattet wird, schalte ich meinen Anwalt ein.',
      'Ich werde mich bei der Verbraucherzentrale über {order} beschweren.',
    ],
    vulnerable: ['Mein Mann ist letzten Monat verstorben, und ich weiß nicht, wie ich seinen Vertrag {order} kündige.'],
    distressed: ['Ich kann das nicht bezahlen und will nicht mehr leben.'],
    wantsPerson: ['Bitte lassen Sie mich mit einem Menschen über {order} sprechen.'],
    automation: [
      'Ihre Bestellung {order} ist unterwegs.',
      'Antworten auf viele Fragen finden Sie in unserem Hilfebereich.',
    ],
  },
  fr: {
    names: ['Camille Roux', 'Hugo Lefèvre', 'Nadia Benali'],
    asks: ['Bonjour, quand arrivera ma commande {order} ?', 'Bonjour, où puis-je trouver la facture de {order} ?'],
    asksAgain: [
      'J’ai déjà demandé : quand arrive {order} ?',
      'Vous n’avez toujours pas répondu à ma question sur {order}.',
    ],
    annoyed: [
      'C’est la troisième fois que je demande pour {order}. J’en ai vraiment marre de ces réponses inutiles !',
      'Toujours rien pour {order}. Votre service est lamentable et je suis très en colère.',
    ],
    thanks: ['Parfait, merci beaucoup !', 'Super, le problème est réglé. Merci pour votre aide rapide.'],
    threatens: [
      'Si {order} n’est pas remboursée cette semaine, mon avocat vous écrira.',
      'Je vais déposer une plainte auprès de la DGCCRF au sujet de {order}.',
    ],
    vulnerable: ['Mon mari est décédé le mois dernier et je ne sais pas comment résilier son contrat {order}.'],
    distressed: ['Je ne peux pas payer et je n’ai plus envie de vivre.'],
    wantsPerson: ['Je voudrais parler à une vraie personne au sujet de {order}.'],
    automation: [
      'Votre commande {order} est en route.',
      'Vous trouverez de nombreuses réponses dans notre centre d’aide.',
    ],
  },
  es: {
    names: ['Lucía Ferrer', 'Diego Salas', 'Marta Quiroga'],
    asks: ['Hola, ¿cuándo llegará mi pedido {order}?', 'Buenos días, ¿dónde puedo descargar la factura de {order}?'],
    asksAgain: ['Ya lo pregunté: ¿cuándo llega {order}?', 'Todavía no han respondido a mi pregunta sobre {order}.'],
    annoyed: [
      'Es la tercera vez que pregunto por {order}. ¡Estoy harta de estas respuestas inútiles!',
      'Sigo sin noticias de {order}. Es un servicio pésimo y estoy muy enfadado.',
    ],
    thanks: ['Perfecto, ¡muchas gracias!', 'Genial, ya está resuelto. Gracias por la ayuda tan rápida.'],
    threatens: [
      'Si no me devuelven el dinero de {order} esta semana, mi abogado les escribirá.',
      'Voy a reclamar ante consumo por {order}.',
    ],
    vulnerable: ['Mi marido falleció el mes pasado y no sé cómo dar de baja su contrato {order}.'],
    distressed: ['No puedo pagar esto y ya no quiero vivir.'],
    wantsPerson: ['Quiero hablar con una persona de verdad sobre {order}.'],
    automation: ['Su pedido {order} está en camino.', 'En nuestro centro de ayuda encontrará muchas respuestas.'],
  },
  it: {
    names: ['Giulia Conti', 'Paolo Marchetti', 'Elisa Greco'],
    asks: ['Buongiorno, quando arriverà il mio ordine {order}?', 'Salve, dove posso scaricare la fattura di {order}?'],
    asksAgain: ['L’ho già chiesto: quando arriva {order}?', 'Non avete ancora risposto alla mia domanda su {order}.'],
    annoyed: [
      'È la terza volta che chiedo di {order}. Sono davvero stufa di queste risposte inutili!',
      'Ancora niente su {order}. Un servizio pessimo, sono molto arrabbiato.',
    ],
    thanks: ['Perfetto, grazie mille!', 'Ottimo, problema risolto. Grazie per l’aiuto veloce.'],
    threatens: [
      'Se {order} non viene rimborsato entro questa settimana, vi scriverà il mio avvocato.',
      'Farò un reclamo all’autorità garante per {order}.',
    ],
    vulnerable: ['Mio marito è mancato il mese scorso e non so come chiudere il suo contratto {order}.'],
    distressed: ['Non riesco a pagare e non voglio più vivere.'],
    wantsPerson: ['Vorrei parlare con una persona vera di {order}.'],
    automation: ['Il suo ordine {order} è in viaggio.', 'Nel nostro centro assistenza trova molte risposte.'],
  },
  pt: {
    names: ['Inês Duarte', 'Rui Tavares', 'Beatriz Moura'],
    asks: ['Olá, quando chega a minha encomenda {order}?', 'Bom dia, onde posso descarregar a fatura de {order}?'],
    asksAgain: ['Já perguntei: quando chega {order}?', 'Ainda não responderam à minha pergunta sobre {order}.'],
    annoyed: [
      'É a terceira vez que pergunto por {order}. Estou mesmo farta destas respostas inúteis!',
      'Continuo sem notícias de {order}. O serviço é péssimo e estou muito zangado.',
    ],
    thanks: ['Perfeito, muito obrigada!', 'Ótimo, ficou resolvido. Obrigado pela ajuda rápida.'],
    threatens: [
      'Se {order} não for reembolsada esta semana, o meu advogado vai escrever-vos.',
      'Vou apresentar queixa à DECO por causa de {order}.',
    ],
    vulnerable: ['O meu marido faleceu no mês passado e não sei como cancelar o contrato {order} dele.'],
    distressed: ['Não consigo pagar isto e já não quero viver.'],
    wantsPerson: ['Quero falar com uma pessoa a sério sobre {order}.'],
    automation: ['A sua encomenda {order} está a caminho.', 'No nosso centro de ajuda encontra muitas respostas.'],
  },
};
