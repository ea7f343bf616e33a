/** Short form, then the long and other forms, in base letters. */
const table =
  'st=street,strt,stret,sreet|rd=road,raod|ave=avenue,av,avn,aven|blvd=boulevard,boul,bd,bvd,bulevar|dr=drive,drv|ln=lane,lne|ct=court,crt|cres=crescent,cr,crs,cresc|' +
  'cct=circuit,circ,cir|pl=place,plc|cl=close,clo|tce=terrace,ter,terr|pde=parade|hwy=highway,hway|pkwy=parkway,pky|sq=square|gr=grove,grv|gdns=gardens,gdn,garden|' +
  'way=wy|aly=alley|esp=esplanade|mews=mws|ctr=center,centre,cntr|bldg=building|ests=estates|est=estate|hts=heights,hgts|jct=junction|vlg=village|brg=bridge|' +
  'n=north|s=south|e=east|w=west|ne=northeast|nw=northwest|se=southeast|sw=southwest|' +
  'pl=platz|all=allee|r=rue|che=chemin,chem|imp=impasse|rte=route|all=allee,allees|fbg=faubourg|qu=quai|crs=cours|' +
  'c=calle|avda=avenida,avd,av|ctra=carretera|pza=plaza,plza|ps=paseo,pso|' +
  'v=via|vle=viale|pzza=piazza,pza|cso=corso|lgo=largo|vic=vicolo|r=rua|tv=travessa,trav|estr=estrada|pca=praca|rod=rodovia';

let forms: ReadonlyMap<string, string> | null = null;

function read(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of table.split('|')) {
    const [short = '', names = ''] = line.split('=');
    // The first to name a word keeps it.
    for (const name of names.split(',')) if (!map.has(name)) map.set(name, short);
  }
  return map;
}

/**
 * A word of a street in its short form: `street` is `st`, `strasse` and `str` at the end of a German one `str`. `St` at the
 * beginning is a saint.
 * @param word lower case, base letters
 */
export function shortStreetWord(word: string, index: number, count: number): string {
  forms ??= read();
  if (word === 'st' && index === 0 && count > 1) return 'saint';
  if (count === 1) return germanEnding(word);
  return forms.get(word) ?? germanEnding(word);
}

function germanEnding(word: string): string {
  return word.replace(/^(.{2,})(?:strasse|strase)$/, '$1str').replace(/^(.{3,})platz$/, '$1pl');
}
