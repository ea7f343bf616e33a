/** States and provinces by country: code, then names in base letters. */
const tables: Readonly<Record<string, string>> = {
  US:
    'al=alabama|ak=alaska|az=arizona|ar=arkansas|ca=california,calif|co=colorado|ct=connecticut|de=delaware|fl=florida|ga=georgia|hi=hawaii|id=idaho|' +
    'il=illinois|in=indiana|ia=iowa|ks=kansas|ky=kentucky|la=louisiana|me=maine|md=maryland|ma=massachusetts,mass|mi=michigan|mn=minnesota|ms=mississippi|' +
    'mo=missouri|mt=montana|ne=nebraska|nv=nevada|nh=new hampshire|nj=new jersey|nm=new mexico|ny=new york|nc=north carolina|nd=north dakota|oh=ohio|' +
    'ok=oklahoma|or=oregon|pa=pennsylvania,penn|ri=rhode island|sc=south carolina|sd=south dakota|tn=tennessee|tx=texas|ut=utah|vt=vermont|va=virginia|' +
    'wa=washington|wv=west virginia|wi=wisconsin|wy=wyoming|dc=district of columbia,d c,washington dc|pr=puerto rico|gu=guam',
  CA:
    'ab=alberta|bc=british columbia,colombie britannique|mb=manitoba|nb=new brunswick,nouveau brunswick|nl=newfoundland and labrador,newfoundland|' +
    'ns=nova scotia,nouvelle ecosse|nt=northwest territories|nu=nunavut|on=ontario|pe=prince edward island|qc=quebec|sk=saskatchewan|yt=yukon',
  AU:
    'nsw=new south wales,n s w|vic=victoria|qld=queensland|sa=south australia|wa=western australia|tas=tasmania|nt=northern territory|' +
    'act=australian capital territory,a c t',
  DE:
    'bw=baden wurttemberg,baden wuerttemberg|by=bayern,bavaria|be=berlin|bb=brandenburg|hb=bremen|hh=hamburg|he=hessen,hesse|' +
    'mv=mecklenburg vorpommern|ni=niedersachsen,lower saxony|nw=nordrhein westfalen,north rhine westphalia,nrw|rp=rheinland pfalz,rhineland palatinate|' +
    'sl=saarland|sn=sachsen,saxony|st=sachsen anhalt,saxony anhalt|sh=schleswig holstein|th=thuringen,thueringen,thuringia',
};

type Codes = ReadonlyMap<string, string>;
let byCountry: ReadonlyMap<string, Codes> | null = null;

function read(): ReadonlyMap<string, Codes> {
  const entries = Object.entries(tables).map(([country, table]) => {
    const codes = table.split('|').flatMap((line) => {
      const [code = '', names = ''] = line.split('=');
      return [code, ...names.split(',')].map((name) => [name, code] as const);
    });
    return [country, new Map(codes)] as const;
  });
  return new Map(entries);
}

/**
 * The code of a state or province of the United States, Canada, Australia or Germany.
 * @param name in words: lower case, base letters
 * @param country two capital letters; without it a name counts only when it belongs to one country
 * @returns null: not known, or of several countries
 * @example regionCode('new south wales') // 'nsw'
 * @source ISO 3166-2:US, CA, AU, DE
 */
export function regionCode(name: string, country?: string): string | null {
  byCountry ??= read();
  const own = country === undefined ? undefined : byCountry.get(country);
  if (own !== undefined) return own.get(name) ?? null;
  const codes = new Set([...byCountry.values()].flatMap((known) => known.get(name) ?? []));
  return codes.size === 1 ? ([...codes][0] as string) : null;
}
