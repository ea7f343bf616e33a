function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Before a name, in the languages of the tables beside this one; without dots. chosen: titles in forms and mail merges. */
export const titles = words(
  'mr mrs ms mx messrs miss master madam sir dame lord lady rev reverend hon dr drs prof professor doctor capt captain lt col sgt maj ' +
    'herr frau herrn fraulein dipl ing dipling mag lic med habil hc univ phil jur rer nat pol oec phys ' +
    'm mme mlle mm mmes monsieur madame mademoiselle maitre docteur pr ' +
    'senor senora senorita sr sra srta srto don dona doctora profesor profesora licenciado ' +
    'signor signore signora signorina sig sigra dott dottore dottssa dottoressa ingegnere avv avvocato geom rag arch onorevole ' +
    'senhor senhora dra doutor doutora engenheiro exmo exma ilmo mevr mevrouw dhr heer meneer jhr hr fr fru herra pan pani gospodin',
);
/** Titles that are names, letters or initials as well: a title only before two further words, or when written with a dot. */
export const ambiguousTitles = words(
  'm don dona lord lady dame sir master pan lt maj mag lic med pr fr arch rag hon sr hr nat phil pol',
);

/** After a name. */
export const nameSuffixes = words(
  'jr sr jnr snr junior senior ii iii iv vi vii phd md dds dvm esq esquire mba msc bsc llm llb mph rn cpa dphil meng frcs obe mbe cbe kbe ba ma ' +
    'dipling filho neto sobrinho',
);
/** Suffixes that are names as well: only after a comma, with a dot, or with two words before them. */
export const ambiguousSuffixes = words('ma ba vi junior senior neto filho sobrinho md sr');

/** Parts of a family name that are left out, joined or written small, so that two of one family differ only by them. */
export const nameParticles = words(
  'von van vom zu zum zur der den de del della dello degli dei di da do das dos du la le les lo los las el al ul bin ibn bint ben ter ten te tot ' +
    'op onder het y e i av af mac mc o st san santa d l t s und af',
);
/** Particles that begin the family name within a full name. */
export const familyBegins = words(
  'von van vom zu zum zur de del della dello degli dei di da do das dos du la le el al bin ibn bint ter ten tot af av',
);

/** Between a name and the name at birth. */
export const bornAs = words('nee ne geb geborene born nata nato nacida nascida');
/** Between two people in one cell. */
export const coupleWords = words('and und et och en');
