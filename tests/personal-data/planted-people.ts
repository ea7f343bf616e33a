import type { Dice, Language } from './planting.ts';

/** Common names and, last in each list, some that no list of names may be expected to have. */
const people: Readonly<Record<Language, { given: string; family: string }>> = {
  en: {
    given: 'Oliver Amelia George Isla Jack Ava Harry Mia Noah Emily Charlie Sophie Thomas Grace Susan Margaret Kevin Linda Deborah Craig Aoife Siobhan Priya Kwame Tamsyn Xanthe',
    family: "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker White Thompson Baker Hughes O'Brien McAllister Featherstone Okonkwo Nguyen Smith-Rowe Van-Houten",
  },
  de: {
    given: 'Anna Lukas Sabine Jürgen Petra Stefan Ursula Heinz Julia Felix Katharina Uwe Monika Dieter Lena Jonas Ayşe Mehmet Hannelore Björn Wiebke Swantje Anna-Lena Karl-Heinz',
    family: 'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Krüger Yılmaz Großmann Lüdenscheidt von Trotha Meyer-Landrut Przybylski Özdemir',
  },
  fr: {
    given: 'Camille Julien Marie Nicolas Chloé Thomas Isabelle Pierre Léa Antoine Nathalie Hugo Françoise Jean-Luc Aurélie Sylvie Gérard Anaïs Mamadou Fatima Maëlys Enzo',
    family: "Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Lefèvre Garnier Faure N'Diaye D'Alembert Benali de La Tour Hautecloque Quéméneur Le Goff",
  },
  es: {
    given: 'María Antonio Carmen José Lucía Manuel Isabel Javier Laura Francisco Ana Alejandro Marta Miguel Rocío Íñigo Guadalupe Ximena Beñat Nerea José María',
    family: 'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Ruiz Núñez Ibáñez Echevarría Zubizarreta de la Fuente García Márquez',
  },
  it: {
    given: 'Marco Giulia Francesco Chiara Alessandro Martina Giuseppe Francesca Luca Elena Giovanni Paola Matteo Silvia Roberto Daniela Ginevra Gianluca Ottavia Nicolò',
    family: "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Conti De Luca D'Angelo Dell'Acqua Brambilla Scognamiglio Quattrocchi",
  },
  pt: {
    given: 'João Maria Ana Pedro Beatriz Tiago Inês Rui Mariana Carlos Sofia Luís Fernanda Paulo Juliana Rafael Thaís Gonçalo Leonor Iracema Wellington Matilde',
    family: 'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Carvalho Conceição dos Santos da Silva Quaresma Figueiredo',
  },
}; // prettier-ignore

const small = new Set(['von', 'de', 'la', 'le', 'dos', 'da', 'der']);

/** Names written as one although they have spaces stay whole. */
function listed(names: string): string[] {
  const words = names.split(' ');
  const whole: string[] = [];
  for (let index = 0; index < words.length; index++) {
    let word = words[index] as string;
    while (small.has((words[index] as string).toLowerCase()) && index + 1 < words.length) word += ` ${words[++index]}`;
    whole.push(word);
  }
  return whole;
}

export interface PlantedPerson {
  given: string;
  family: string;
}

export function personOf(language: Language, dice: Dice): PlantedPerson {
  return { given: dice.pick(listed(people[language].given)), family: dice.pick(listed(people[language].family)) };
}

const towns: Readonly<Record<Language, readonly string[]>> = {
  en: ['London', 'Leeds', 'Bristol', 'Stoke-on-Trent', 'Milton Keynes', "King's Lynn", 'York', 'Springfield', 'Portland'],
  de: ['Berlin', 'Hamburg', 'Köln', 'Bad Homburg', 'Frankfurt am Main', 'Rothenburg ob der Tauber', 'Halle (Saale)', 'München'],
  fr: ['Paris', 'Lyon', 'Saint-Étienne', 'Le Havre', 'Aix-en-Provence', "L'Haÿ-les-Roses", 'Lille', 'La Rochelle'],
  es: ['Madrid', 'Barcelona', 'Sevilla', 'San Sebastián', 'Las Palmas de Gran Canaria', 'Málaga', "L'Hospitalet de Llobregat"],
  it: ['Milano', 'Roma', 'Torino', 'Reggio Calabria', "L'Aquila", 'Napoli', 'San Giovanni Rotondo', 'Forlì'],
  pt: ['Lisboa', 'Porto', 'Vila Nova de Gaia', 'São Paulo', 'Braga', 'Rio de Janeiro', 'Coimbra', 'Santa Maria da Feira'],
}; // prettier-ignore

/** Street and number, mostly with a town, as people of the language write them. */
export function addressOf(language: Language, dice: Dice): string {
  const [street, place] = [streetOf(language, dice), townLineOf(language, dice)];
  const break_ = dice.pick([', ', ', ', '\n', ' - ', ' ']);
  return dice.chance(0.1) ? boxOf(language, dice, place) : dice.chance(0.15) ? street : `${street}${break_}${place}`;
}

function townLineOf(language: Language, dice: Dice): string {
  const town = dice.pick(towns[language]);
  const upper = () => dice.letters(1, 'ABCDEFGHJKLMNPRSTUVW');
  switch (language) {
    case 'en': {
      const american = dice.pick(['CA', 'NY', 'TX', 'IL']);
      if (dice.chance(0.4)) return `${town}, ${american} ${dice.digits(5)}${dice.chance(0.2) ? `-${dice.digits(4)}` : ''}`;
      return `${town}${dice.pick([', ', ' '])}${upper()}${upper()}${dice.between(1, 28)} ${dice.between(1, 9)}${dice.letters(2, 'ABDEFGHJLNPQ')}`;
    }
    case 'de':
      return `${dice.pick(['', '', '', 'D-'])}${dice.digits(5)} ${town}`;
    case 'fr':
      return `${dice.digits(5)} ${dice.chance(0.2) ? town.toUpperCase() : town}${dice.chance(0.1) ? ' CEDEX' : ''}`;
    case 'es':
      return `${dice.digits(5, '06789')} ${town}`;
    case 'it':
      return `${dice.digits(5)} ${town}${dice.chance(0.3) ? ` (${dice.pick(['MI', 'RM', 'NA', 'TO'])})` : ''}`;
    case 'pt':
      return dice.chance(0.5) ? `${dice.digits(4)}-${dice.digits(3)} ${town}` : `${town} - ${dice.pick(['SP', 'RJ', 'MG'])}, ${dice.digits(5)}-${dice.digits(3)}`;
  }
} // prettier-ignore

function streetOf(language: Language, dice: Dice): string {
  const number = String(dice.between(1, 240));
  const pick = dice.pick;
  switch (language) {
    case 'en': {
      const name = `${pick(['Baker', 'High', 'Church', 'Victoria', 'Elm', 'St. James', "Queen's", 'Old Mill', 'North Bridge'])} ${pick(['Street', 'Road', 'Lane', 'Avenue', 'St', 'Rd.', 'Close', 'Drive', 'Ave'])}`;
      return pick([`${number} ${name}`, `${number}${pick(['', 'a', 'B'])} ${name}`, `Flat ${dice.between(1, 20)}, ${number} ${name}`, `${number} ${name}, Apt ${dice.between(1, 99)}`]);
    }
    case 'de': {
      const name = pick(['Hauptstraße', 'Goethestr.', 'Bahnhofstrasse', 'Lindenweg', 'Lange Straße', 'Marktplatz', 'Schillerallee', 'Karl-Marx-Allee', 'Am Stadtpark', 'Unter den Linden', 'Rosengasse', 'Neuer Wall', 'Kurfürstendamm', 'Ludwig-Erhard-Straße', 'Im Winkel', 'Mühlenstieg']);
      return `${name} ${number}${pick(['', '', 'a', ' b', `-${Number(number) + 2}`])}`;
    }
    case 'fr': {
      const name = `${pick(['rue', 'avenue', 'boulevard', 'place', 'impasse', 'chemin', 'allée', 'bd', 'quai'])} ${pick(['de la République', 'Victor Hugo', 'des Lilas', 'du Général de Gaulle', "de l'Église", 'Jean-Jaurès', 'Saint-Michel', 'du 8 mai 1945'])}`;
      return `${number}${pick(['', '', ' bis', ' ter', ','])} ${name}`;
    }
    case 'es': {
      const name = `${pick(['Calle', 'C/', 'Avda.', 'Avenida', 'Plaza', 'Paseo', 'calle', 'Carrera'])} ${pick(['Mayor', 'de Alcalá', 'Gran Vía', 'del Carmen', 'San Juan', 'de la Constitución', 'Miguel de Cervantes', 'los Olivos'])}`;
      return `${name}${pick([' ', ', ', ' nº ', ', n.º '])}${number}${pick(['', '', ', 3º B', ', 2º izda.', ', piso 4'])}`;
    }
    case 'it': {
      const name = `${pick(['Via', 'Viale', 'Piazza', 'Corso', 'via', 'Largo', 'Vicolo', 'P.zza'])} ${pick(['Garibaldi', 'Roma', 'Giuseppe Verdi', 'dei Mille', 'XX Settembre', "dell'Indipendenza", 'San Marco', 'della Repubblica'])}`;
      return `${name}${pick([' ', ', ', ' n. ', ' n° '])}${number}${pick(['', '', '/A', ' bis'])}`;
    }
    case 'pt': {
      const name = `${pick(['Rua', 'Av.', 'Avenida', 'Travessa', 'Praça', 'Largo', 'rua', 'R.', 'Alameda'])} ${pick(['Augusta', 'da Liberdade', 'das Flores', 'Dom Pedro II', '25 de Abril', 'do Comércio', 'Paulista', 'Santa Catarina'])}`;
      return `${name}${pick([' ', ', ', ', nº ', ' n.º '])}${number}${pick(['', '', ', 3º Esq.', ', apto 12', ', 2.º Dto.'])}`;
    }
  }
} // prettier-ignore

const boxes: Readonly<Record<Language, readonly string[]>> = {
  en: ['P.O. Box', 'PO Box'],
  de: ['Postfach'],
  fr: ['BP', 'Boîte postale'],
  es: ['Apartado de Correos', 'Apdo.'],
  it: ['Casella Postale', 'C.P.'],
  pt: ['Apartado', 'Caixa Postal'],
};

function boxOf(language: Language, dice: Dice, place: string): string {
  return `${dice.pick(boxes[language])} ${dice.digits(dice.between(3, 5))}, ${place}`;
}
