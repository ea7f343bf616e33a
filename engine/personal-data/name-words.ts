/**
 * Words around names, base letters, in English, German, French, Spanish, Italian, Portuguese.
 * @source common wording of letters; chosen: what a person writes before a name, and hardly before anything else
 */

/** The name of the writer or of whom it is about comes next, even in small letters. */
export const selfWords =
  "my (?:full |first |last )?name(?: is|'s|:)|name(?: is)?:|(?:this is|it's|it is) (?=[^ ]{1,30}(?: [^ ]{1,30}){0,2} (?:speaking|here|calling|from))|i am called|account holder(?: is|:)|cardholder(?: is|:)|(?:first |last |family |given |full )?name ?:|surname ?:|addressee:|recipient:|customer:|contact:|" +
  'mein (?:voller )?name(?: ist|:| lautet)|name(?: ist)?:|ich heisse|ich heise|kontoinhaber(?:in)?(?: ist|:)|empfanger(?:in)?:|ansprechpartner(?:in)?:|kund(?:e|in):|(?:vor|nach|familien)name ?:|' +
  "je m'appelle|je me nomme|mon nom(?: est|:| :)|(?:pre)?nom(?:s| et prenom| de famille)? ?:|titulaire(?: du compte| de la carte)? ?:|destinataire ?:|" +
  'me llamo|mi nombre(?: es|:)|(?:nombre|apellidos?)(?: y apellidos?| completo)? ?:|le habla|titular(?: de la (?:cuenta|tarjeta))?:|destinatario:|' +
  "mi chiamo|il mio nome(?: e'?|:)|(?:cog)?nome(?: e (?:cog)?nome)? ?:|qui parla|intestatari[oa](?: del conto| della carta)?:|" +
  '(?:o )?meu nome(?: e|:)|меня зовут|мое имя|mijn naam is|ik heet|jag heter|mit navn er|nazywam sie|chamo-me|me chamo|aqui fala|(?:nome|apelido|sobrenome)(?: completo)? ?:|titular(?: da conta| do cartao)?:|destinatario:';

/** A name with a capital may come next: so may other things. */
export const likelyWords =
  "i'?m|i am|this is|it's|here is|hier ist|hier spricht|ich bin|je suis|c'est|ici|soy|sono|sou|aqui e(?: [ao])?|caller:|anrufer(?:in)?:|appelant ?:|in the name of|auf den namen(?: von)?|intestat[oa] a|a nombre de|titular|a nome de|" +
  'on behalf of(?: my \\w{3,12},?)?|im (?:auftrag|namen) (?:von|meiner|meines)(?: \\w{3,12},?)?|au nom de(?: (?:ma|mon) \\w{3,12},?)?|en nombre de(?: mi \\w{3,12},?)?|a nome di(?: mi[ao] \\w{3,12},?)?|em nome (?:de|da|do)(?: minha| meu)?(?: \\w{3,12},?)?|' +
  '(?:my|your|our|his|her|the) (?:late )?(?:husband|wife|son|daughter|mother|father|mum|mom|dad|brother|sister|partner|neighbou?r|colleague|agent|advisor|adviser|manager|boss|friend|employee|technician|driver|doctor|lawyer|representative),?|' +
  '(?:mein|meine|meiner|meinem|meinen|ihr|ihre|ihrem|ihren|ihrer|euer|eure|der|die|dem) (?:mann|frau|sohn|tochter|mutter|vater|bruder|schwester|partner(?:in)?|nachbar(?:n|in)?|kolleg(?:e|en|in)|mitarbeiter(?:in)?|berater(?:in)?|techniker(?:in)?|fahrer(?:in)?|anwalt|arzt|freund(?:in)?),?|' +
  "(?:mon|ma|votre|vos|notre|le|la|l) ?'?(?:mari|femme|epouse|epoux|fils|fille|mere|pere|frere|soeur|voisine?|collegue|conseillere?|agent|technicien|livreur|amie?|avocat|medecin),?|" +
  '(?:mi|su|tu|nuestro|nuestra|el|la) (?:marido|mujer|esposa|esposo|hijo|hija|madre|padre|hermano|hermana|vecin[oa]|companer[oa]|coleg[oa]|agente|tecnico|repartidor|amig[oa]|abogad[oa]|medico),?|' +
  '(?:mio|mia|suo|sua|vostro|vostra|il|la) (?:marito|moglie|figlio|figlia|madre|padre|fratello|sorella|vicino|vicina|collega|agente|tecnico|corriere|amico|amica|avvocato|medico),?|' +
  '(?:meu|minha|seu|sua|vosso|vossa|o|a) (?:marido|mulher|esposa|esposo|filho|filha|mae|pai|irmao|irma|vizinh[oa]|coleg[oa]|agente|tecnico|estafeta|amig[oa]|advogad[oa]|medico),?|' +
  'spoke (?:to|with)|speak (?:to|with)|talked (?:to|with)|contact|ask for|attn\\.?:?|c/o|z\\. ?hd\\.?(?: v(?:on|\\.))?|gesprochen mit|sprach mit|parle (?:a|avec)|hable con|hablado con|parlato con|falei com|attention of|a l.attention de|' +
  '(?:send|deliver|ship|post|mail)(?:ed)?(?: it| them| this)? to|liefer(?:n|t|e|ung)? (?:sie )?(?:es |sie )?an|(?:schick|send)(?:en|e|t) (?:sie )?(?:es |sie )?an|livre[rz]? a|envo(?:yer|yez) a|envi(?:en|e|ar|em)(?:lo|la)? (?:a|para)|entregar (?:a|para)|spedi(?:te|re|to)? a|inviat?e? a|consegna(?:re|te)? a';

/** Titles; a name with a capital comes next. */
export const titleWords =
  'mr|mrs|ms|miss|mx|messrs|sir|madam|dr|prof|professor|doctor|rev|capt|herrn?|frau|fraulein|frl|m|mm|mme|mlle|monsieur|madame|mademoiselle|maitre|docteur|' +
  'sr|sra|srta|senor|senora|senorita|don|dona|doctora|doutor|doutora|dra|sig|sig\\.? ?ra|sig\\.na|signor|signore|signora|signorina|dott|dott\\.? ?ssa|dottore|dottoressa|ing|avv|senhor|senhora|menina|eng';

/** The one addressed comes next, and then a comma or the end of the line. */
export const greetingWords =
  'dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|sehr geehrter?|lieber?|liebes|hallo|guten (?:tag|morgen|abend)|moin|servus|gruss gott|hoi|' +
  'bonjour|bonsoir|salut|cher|chere|coucou|estimad[oa]|querid[oa]|hola|buen(?:os|as) (?:dias|tardes|noches)|muy senor mio|' +
  'gentile|gent\\.m[oa]|gentilissim[oa]|egregi[oa]|car[oa]|ciao|buon(?:giorno|asera)|salve|prezad[oa]|ola|oi|exm[oa]\\.?|bom dia|boa (?:tarde|noite)';

/** The writer's name comes next, on this line or the next. */
export const closingWords =
  '(?:with )?(?:best|kind|warm|many|kindest|warmest|sincere)(?: and \\w{4,7})? (?:regards|wishes|thanks)|regards|best|yours(?: sincerely| faithfully| truly)?|sincerely(?: yours)?|cheers|(?:many )?thanks(?: again| in advance| a lot| so much)?|thank you(?: very much| so much| in advance)?|love|' +
  '(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|schonen) grus?sen|(?:mit )?freundlichem grus?s?|(?:beste|viele|liebe|herzliche|freundliche|schone)r? grus?s?e?|grus?s?e?|mfg|lg|vg|bg|hochachtungsvoll|(?:vielen |herzlichen |besten )?dank(?: im voraus)?|danke(?: schon)?|ihre?|' +
  '(?:bien )?cordialement|cdlt|cdt|rgds|thx|tks|mvg|bien a (?:vous|toi)|(?:sinceres |cordiales |meilleures )?salutations(?: distinguees)?|respectueusement|amicalement|bonne (?:journee|soiree)|merci(?: beaucoup| d.avance| par avance)?|bises|' +
  '(?:un |cordial(?:es)? |muchos )?saludos?(?: cordial(?:es)?)?|atentamente|atte|cordialmente|un (?:fuerte )?abrazo|(?:muchas )?gracias(?: de antemano| por todo)?|' +
  '(?:cordiali |distinti |cari |tanti |un )?salut[io](?: cordiali)?|cordialmente|grazie(?: mille| in anticipo)?|in fede|' +
  'с уважением|met vriendelijke groet(?:en)?|groetjes|med vanlig halsning|z powazaniem|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|att|abracos?|(?:muito )?obrigad[oa](?: desde ja)?|sinceramente|respeitosamente';

/** Beside a title or a greeting and no name: whom nobody knows by name, the company, the time of day. */
const roles = new Set(
  (
    'customer customers service services support team teams all everyone everybody sir sirs madam madams folks guys friends amazon company care sales staff manager department office helpdesk desk there again both colleague colleagues help man world god lord ' +
    'kundenservice kundendienst damen herren herr frau dame zusammen leute alle allerseits kollegen kollege kollegin kunde kundin kunden mitarbeiter firma abteilung support-team serviceteam service-team liebes hallo guten tag morgen abend ' +
    'madame monsieur messieurs mesdames equipe client clients clientele tous toutes conseiller conseillere responsable direction ' +
    'equipo senor senores senora senoras amigos cliente clientes atencion todos todas departamento servicio responsable buenos buenas dias tardes noches ' +
    'servizio clienti cliente squadra signori signore signora tutti tutte assistenza direzione spettabile ditta mille anticipo ' +
    'equipa senhor senhores senhora senhoras caros prezados todos cliente atendimento apoio servico suporte boa tarde bom dia noite desde antemao ' +
    'mr mrs ms miss dr prof avv ing eng rag geom arch sr sra srta senor senora don dona sig signor signora signorina dott mme mlle mm herrn fraulein exmo exma ip mac imei pin tan iban ' +
    'order regards thanks best kind hotline service-hotline iphone android samsung google paypal apple app internet email e-mail pin passwort password iban telefon phone tel mail fax adresse address adresse direccion indirizzo morada endereco sent gesendet envoye enviado inviato von meinem my ps hello hey hi hola ola oi ciao salut bonjour bonsoir hallo moin servus salve dear danke merci gracias grazie obrigado obrigada cordialement cheers mfg lg vg att atte atentamente atenciosamente cumprimentos saluti saludos regards love viele beste gruesse ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march july september october november december christmas easter montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember weihnachten ostern ' +
    'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juin juillet aout octobre decembre ' +
    'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedi martedi mercoledi giovedi venerdi sabato domenica janeiro fevereiro maio junho julho setembro outubro novembro dezembro segunda terca quarta quinta sexta'
  ).split(' '),
);

/** @param word base letters */
export function isRole(word: string): boolean {
  return roles.has(word);
}

/** Within a name, in small letters. */
const particles = new Set('von van vom zu zur der den de del della dello degli dei di da do das dos du la le les los las el al bin ibn ben ter ten te af av d'.split(' ')); // prettier-ignore

/** @param word base letters */
export function isParticle(word: string): boolean {
  return particles.has(word);
}
