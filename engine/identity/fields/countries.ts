/** ISO code, three-letter code, then names in base letters; the languages of the countries, English, German, French, Spanish. */
const table =
  'ad=and,andorra|ae=are,united arab emirates,uae,emirates|af=afg,afghanistan|al=alb,albania,albanien|am=arm,armenia|ao=ago,angola|ar=arg,argentina,argentinien|' +
  'at=aut,austria,osterreich,oesterreich,autriche|au=aus,australia,australien,australie|az=aze,azerbaijan|ba=bih,bosnia and herzegovina,bosnia,bosnien|' +
  'bd=bgd,bangladesh|be=bel,belgium,belgie,belgien,belgique,belgica|bg=bgr,bulgaria,bulgarien|bh=bhr,bahrain|bo=bol,bolivia|br=bra,brazil,brasil,brasilien,bresil|' +
  'by=blr,belarus|ca=can,canada,kanada|ch=che,switzerland,schweiz,suisse,svizzera,suiza|cl=chl,chile|cn=chn,china,prc,peoples republic of china|' +
  'co=col,colombia,kolumbien|cr=cri,costa rica|cu=cub,cuba|cy=cyp,cyprus,zypern|cz=cze,czech republic,czechia,tschechien,ceska republika,cesko|' +
  'de=deu,germany,deutschland,allemagne,alemania,germania,alemanha,ger,brd,federal republic of germany|dk=dnk,denmark,danmark,danemark|do=dom,dominican republic|' +
  'dz=dza,algeria,algerie|ec=ecu,ecuador|ee=est,estonia,eesti,estland|eg=egy,egypt,agypten|es=esp,spain,espana,spanien,espagne,spagna,espanha|et=eth,ethiopia|' +
  'fi=fin,finland,suomi,finnland|fr=fra,france,frankreich,francia,franca|gb=gbr,united kingdom,uk,great britain,england,scotland,wales,northern ireland,britain,u k,' +
  'vereinigtes konigreich,grossbritannien,royaume uni,reino unido,regno unito|ge=geo,georgien,republic of georgia|gh=gha,ghana|gr=grc,greece,griechenland,hellas|' +
  'gt=gtm,guatemala|hk=hkg,hong kong|hn=hnd,honduras|hr=hrv,croatia,hrvatska,kroatien|hu=hun,hungary,magyarorszag,ungarn|id=idn,indonesia|' +
  'ie=irl,ireland,irland,eire,republic of ireland|il=isr,israel|in=ind,india,indien|iq=irq,iraq|ir=irn,iran|is=isl,iceland,island|' +
  'it=ita,italy,italia,italien,italie|jm=jam,jamaica|jo=jor,jordan|jp=jpn,japan,nippon,japon|ke=ken,kenya|kr=kor,south korea,korea,republic of korea|' +
  'kw=kwt,kuwait|kz=kaz,kazakhstan|lb=lbn,lebanon,liban|li=lie,liechtenstein|lk=lka,sri lanka|lt=ltu,lithuania,lietuva,litauen|lu=lux,luxembourg,luxemburg|' +
  'lv=lva,latvia,latvija,lettland|ma=mar,morocco,maroc,marokko|mc=mco,monaco|md=mda,moldova|me=mne,montenegro|mk=mkd,north macedonia,macedonia|mt=mlt,malta|' +
  'mx=mex,mexico,mexiko,mexique|my=mys,malaysia|ng=nga,nigeria|ni=nic,nicaragua|nl=nld,netherlands,nederland,niederlande,holland,the netherlands,pays bas,paises bajos|' +
  'no=nor,norway,norge,norwegen|np=npl,nepal|nz=nzl,new zealand,aotearoa,neuseeland|om=omn,oman|pa=pan,panama|pe=per,peru|ph=phl,philippines|pk=pak,pakistan|' +
  'pl=pol,poland,polska,polen|pt=prt,portugal|py=pry,paraguay|qa=qat,qatar|ro=rou,romania,rumanien|rs=srb,serbia,srbija,serbien|ru=rus,russia,russian federation,' +
  'rossiia,russland|sa=sau,saudi arabia|se=swe,sweden,sverige,schweden,suede|sg=sgp,singapore,singapur|si=svn,slovenia,slovenija,slowenien|' +
  'sk=svk,slovakia,slovensko,slowakei|sn=sen,senegal|sv=slv,el salvador|th=tha,thailand|tn=tun,tunisia,tunisie|tr=tur,turkey,turkiye,turkei|tw=twn,taiwan|' +
  'tz=tza,tanzania|ua=ukr,ukraine,ukraina|ug=uga,uganda|us=usa,united states,united states of america,u s a,u s,america,vereinigte staaten,etats unis,' +
  'estados unidos,stati uniti,ee uu,eeuu|uy=ury,uruguay|uz=uzb,uzbekistan|ve=ven,venezuela|vn=vnm,vietnam,viet nam|za=zaf,south africa,sudafrika|zw=zwe,zimbabwe';

let codes: ReadonlyMap<string, string> | null = null;

function read(): ReadonlyMap<string, string> {
  return new Map(
    table.split('|').flatMap((line) => {
      const [code = '', names = ''] = line.split('=');
      return [code, ...names.split(',')].map((name) => [name, code] as const);
    }),
  );
}

/**
 * The ISO 3166-1 code of a country's name or three-letter code.
 * @param name in words: lower case, base letters
 * @returns two lower-case letters; null: not known
 * @example countryCode('osterreich') // 'at'
 * @source ISO 3166-1
 */
export function countryCode(name: string): string | null {
  codes ??= read();
  return codes.get(name) ?? null;
}
