/** Short form, then the other forms: flats, floors, boxes, in base letters. */
const table =
  'apt=apartment,apmnt,aptmnt,aprt,appt,appartement,apto,apartamento,appartamento,app|unit=unt,u|flat=flt|ste=suite|rm=room,zimmer|fl=floor,flr,etage,stock,og|' +
  'lvl=level|bldg=building,gebaude,gebaeude,batiment,bat,edificio|whg=wohnung|dept=department|lot=lt|villa=vlla|interno=int|escalera=esc|piso=pso|blk=block,bloco,bloque';

let forms: ReadonlyMap<string, string> | null = null;

/** A word for a part of a building in its short form; other words as they are. */
export function shortUnitWord(word: string): string {
  forms ??= new Map(
    table.split('|').flatMap((line) => {
      const [short = '', names = ''] = line.split('=');
      return names.split(',').map((name) => [name, short] as const);
    }),
  );
  return forms.get(word) ?? word;
}

const unitWords =
  'flat|flt|unit|unt|apt|apartment|apto|appt|appartement|suite|ste|room|rm|floor|level|lvl|wohnung|whg|etage|stock|top|piso|interno|scala|bloco|block|bloque|villa|shop|lot|stiege|bldg|building';

/** `flat 3 ` before a number and street. */
export const unitFirst = new RegExp(`^(?:(?:${unitWords})\\.? ?[\\w-]{1,6}|# ?\\w{1,6})[ ,]+(?=\\d)`);
/** ` apt 4`, ` #4` behind a street. */
export const unitLast = new RegExp(
  `[ ,]+(?:(?:${unitWords})\\.? ?\\d[\\w-]{0,5}|# ?\\w{1,6}|\\d{1,2}(?:st|nd|rd|th)? (?:floor|etage|piso|stock))$`,
);
/** A part of an address that is only that. */
export const unitAlone = new RegExp(
  `^(?:(?:${unitWords})\\b.{0,30}|# ?\\w{1,6}|\\d{1,3}[.ºª°a-z]{0,3} ?(?:floor|etage|piso|stock|og|stiege))$`,
  'u',
);
/** `PO Box 12`, `Postfach 10 20 30`, `BP 45`. */
export const postBox =
  /(?:^|\s)(?:p\.? ?o\.? ?box|gpo box|post ?box|locked bag|private bag|postfach|postbus|postboks|b\.?p\.?|bo[iî]te postale|apartado(?: de correos)?|apdo\.?|casella postale|c\.p\.|caixa postal) ?(?:nr\.?|no\.?|n\.?º?)? ?((?:\d[\d ]{0,11}\d|\d))(?!\w)/u;
