import type { SeededRandom } from '../bench/seeded-random.ts';

/**
 * The words that made-up customers are made of, from common knowledge, the common ones first; behind them come rare ones put
 * together from syllables, so that a list has a long tail as real ones do.
 */
const women =
  'Mary Jennifer Linda Patricia Elizabeth Susan Barbara Jessica Sarah Karen Lisa Nancy Sandra Maria Ashley Emily Michelle Laura Kimberly Anna Amanda Melissa Deborah Stephanie Rebecca Sharon Cynthia Kathleen Amy Angela Emma Olivia Sophia Katherine Christine Samantha Rachel Carolyn Janet Catherine Heather Diane Julie Victoria Joyce Kelly Christina Joan Evelyn Lauren Judith Megan Andrea Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Janice Jean Alice Abigail Julia Grace Denise Amber Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Rose Alexis Ingrid Carmen Lucia Elena Fatima Aisha Mei Yuki Priya Lakshmi Olga Svetlana Ngozi Amara Leila Noor'.split(
    ' ',
  );
const men =
  'James Michael Robert John David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Steven Donald Andrew Joshua Paul Kenneth Kevin Brian Timothy Ronald Jason George Edward Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Walter Christian Keith Roger Austin Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mohammed Omar Wei Hiroshi Rajesh Arjun Ivan Dmitri Kwame Chidi Hassan Karim Luca Stefan Jürgen Björn André'.split(
    ' ',
  );
const families =
  "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Stone Salazar Fox Warren Mills Meyer Rice Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Müller Schneider Weber Kowalski Novak Ivanov Petrov Yamamoto Tanaka Suzuki Singh Kumar Sharma Khan Ali Hussein O'Brien O'Connor MacLeod McKenzie van Dijk de Vries Rossi Bianchi Dubois Lefebvre Andersson Johansson Hansen Okafor Mensah Osei".split(
    ' ',
  );

const familyStarts =
  'Ald Ash Bar Beck Bel Blan Bor Bran Brock Cal Car Chat Clay Cor Crom Dal Den Dray Dun East Ed Ell Fair Fal Fen Gar Glen Grim Hal Har Hart Haw Hol Huds Kel Kes Lang Lin Lock Lud Mal Mar Mer Mon Nor Oak Pem Pres Quin Rad Ren Rook Sal Sel Shel Stan Strat Thorn Tor Ul Van Wal Whit Win Yar Zim'.split(
    ' ',
  );
const familyMiddles = ['', '', '', 'en', 'er', 'ing', 'a', 'o', 'is', 'el'];
const familyEnds =
  'ton ley field wood man berg stein ford well by worth mann ridge dale more son ski ova etti ault ham croft gate land brook shaw'.split(
    ' ',
  );
const womenEnds = ['ina', 'elle', 'ette', 'ia', 'lyn', 'isa', 'ora', 'anne'];
const menEnds = ['on', 'io', 'ard', 'en', 'is', 'win', 'us', 'olf'];
const streetWords =
  'Main Oak Park Maple Cedar Pine Washington Lake Elm Hill Walnut Spring North Ridge Church Willow Mill Sunset Railroad Jackson Cherry West South Center Highland Johnson Forest River Meadow East Chestnut College Franklin Jefferson Lincoln Madison Birch Valley Dogwood Hickory Spruce Laurel Locust Poplar Magnolia Orchard Prospect Summit Union Victory Garden Grove Harbor Heritage Holly Juniper Kings Liberty Market Monroe Mulberry Pleasant Quarry Rose School Stone Sycamore Taylor Vine Water Windsor Woodland'.split(
    ' ',
  );
const streetTypes = ['Street', 'Avenue', 'Road', 'Drive', 'Lane', 'Court', 'Place', 'Boulevard', 'Circle', 'Way'];
const cityEnds = ['ville', ' Falls', 'burg', ' Springs', 'port', ' City', 'ton', ' Heights'];

/** Short forms that people give instead, each with the name that papers say. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  Elizabeth: ['Liz', 'Beth', 'Betty'],
  Jennifer: ['Jenny', 'Jen'],
  Patricia: ['Pat', 'Patty'],
  Barbara: ['Barb'],
  Susan: ['Sue'],
  Jessica: ['Jess'],
  Kimberly: ['Kim'],
  Katherine: ['Kate', 'Kathy'],
  Catherine: ['Cathy', 'Kate'],
  Rebecca: ['Becky'],
  Deborah: ['Debbie', 'Deb'],
  Stephanie: ['Steph'],
  Samantha: ['Sam'],
  Christine: ['Chris', 'Tina'],
  Victoria: ['Vicky'],
  Margaret: ['Peggy', 'Maggie'],
  Theresa: ['Terry'],
  James: ['Jim', 'Jimmy'],
  Michael: ['Mike', 'Mick'],
  Robert: ['Bob', 'Rob', 'Bobby'],
  John: ['Jack', 'Johnny'],
  David: ['Dave'],
  William: ['Bill', 'Will', 'Billy'],
  Richard: ['Dick', 'Rick'],
  Joseph: ['Joe'],
  Thomas: ['Tom'],
  Christopher: ['Chris'],
  Charles: ['Charlie', 'Chuck'],
  Daniel: ['Dan', 'Danny'],
  Matthew: ['Matt'],
  Anthony: ['Tony'],
  Steven: ['Steve'],
  Andrew: ['Andy', 'Drew'],
  Joshua: ['Josh'],
  Kenneth: ['Ken'],
  Timothy: ['Tim'],
  Ronald: ['Ron'],
  Edward: ['Ed', 'Ted', 'Eddie'],
  Nicholas: ['Nick'],
  Jonathan: ['Jon'],
  Benjamin: ['Ben'],
  Samuel: ['Sam'],
  Gregory: ['Greg'],
  Alexander: ['Alex'],
  Lawrence: ['Larry'],
  Zachary: ['Zach'],
};

export interface NameLists {
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  streets: readonly string[];
  cities: readonly string[];
}

/** All lists, common ones first. */
export function nameLists(): NameLists {
  const rareFamilies = familyMiddles.flatMap((middle) =>
    familyEnds.flatMap((end) => familyStarts.map((start) => `${start}${middle}${end}`)),
  );
  const rareGiven = (ends: readonly string[]) => ends.flatMap((end) => familyStarts.map((start) => `${start}${end}`));
  return {
    women: [...new Set([...women, ...rareGiven(womenEnds)])],
    men: [...new Set([...men, ...rareGiven(menEnds)])],
    families: [...new Set([...families, ...rareFamilies])],
    streets: streetTypes.flatMap((type) =>
      [...streetWords, ...familyStarts.map((start) => `${start}wood`)].map((word) => `${word} ${type}`),
    ),
    cities: cityEnds.flatMap((end) => familyStarts.map((start) => `${start}${end}`)),
  };
}

/** What somebody goes by; null when the name has no short form. */
export function shortFormOf(name: string, random: SeededRandom): string | null {
  const forms = shortForms[name];
  return forms === undefined ? null : (forms[random.below(forms.length)] ?? null);
}

/**
 * Draws ranks as Zipf and Mandelbrot found them in words and names: the chance of rank r is about 1 / (r + shift)^exponent.
 * @returns a rank from 0 up to, and without, `count`
 */
export function zipfRanks(count: number, exponent: number, shift: number): (random: SeededRandom) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += (rank + 1 + shift) ** -exponent;
  return (random) => {
    const wanted = random.next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? sum) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
