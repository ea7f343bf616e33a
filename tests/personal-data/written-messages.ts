import type { PersonalDataClass } from '../../engine/index.ts';
import type { Language } from './planting.ts';
import type { PlantedMessage } from './planted-messages.ts';

/**
 * Messages written one by one, apart from the generated ones, in the manners of chats, forms, forwarded mails, transcripts.
 * `{{class|value}}` marks what identifies. One message per entry.
 */
const written: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'hiya its {{name|Becky}} again, still no parcel 😡 order {{customer-number|4483920017}} pls chase',
    'Agent: Thanks for calling, who am I speaking with?\nCaller: {{name|Dwayne Okafor}}.\nAgent: And your postcode?\nCaller: {{address|SE15 4QF}}.',
    'Full name: {{name|Tamsin Hargreaves-Boyle}}\nDOB: {{birth-date|14/02/1979}}\nMobile: {{phone|07700 900461}}\nEmail: {{email|tamsin.hb@btinternet.com}}',
    'Please forward my post to {{address|Flat 4B, 19 Upper Tollington Park, London N4 3EJ}} from Monday.',
    'I paid with the card {{card|5555 5555 5555 4444}} (not the {{card|4111111111111111}} one).',
    'ok so my login is {{email|k.lindgren91@gmail.com}} and the pw is {{credential|Fluffy!cat22}} can you check what is wrong',
    'We would like our deposit back into {{account|GB82 WEST 1234 5698 7654 32}}, thank you. {{name|Mohammed Iqbal}}',
    'Ring my daughter {{name|Siobhan}} on {{phone|+44 7700 900 982}} if I do not pick up.',
    'My late husband, {{name|Gerald Whitcombe}}, held policy number {{customer-number|HX/2291-883}} with you.',
    'On 3 Mar 2026, at 09:14, {{name|Priya Nair}} <{{email|priya@example.net}}> wrote:\n> Hi {{name|Tom}},\n> the invoice {{customer-number|INV-2026-00417}} is still open.\n',
    'Ship to: {{name|Carlos Mendoza}}, {{address|2210 W Roosevelt Rd Apt 3, Chicago, IL 60608}}',
    'Booking ref {{customer-number|QX7P2M}} for Mr and Mrs {{name|Abernathy}}, can we move it?',
    'The code you texted me is {{credential|883 201}} but it expired',
    'Someone at {{network|203.0.113.77}} logged in as me. My username was {{customer-number|dave_r1987}}.',
    'Yours faithfully,\n\n{{name|P. J. Carruthers}} (Mrs)',
  ],
  de: [
    'moin, hier {{name|Nadine}}, wo bleibt die Bestellung {{customer-number|80231774}}??',
    'Name: {{name|Grabowski, Henriette}}\nGeburtsdatum: {{birth-date|07.11.1952}}\nAnschrift: {{address|Am Alten Markt 12, 18055 Rostock}}\nTelefon: {{phone|0381 4923871}}',
    'Sehr geehrte Damen und Herren,\nhiermit kündige ich zum nächstmöglichen Termin. Kd-Nr. {{customer-number|10044817}}.\nMit freundlichen Grüßen\ni.A. {{name|Torsten Wieczorek}}',
    'Die Lastschrift von {{account|DE02 1203 0000 0000 2020 51}} bitte stoppen, BIC BYLADEM1001.',
    'Meine Nachbarin Frau {{name|Özlem Kaya}} hat das Paket angenommen, {{address|Ludwigstr. 33}} im 2. OG.',
    'Ich erreiche niemanden. Rückruf bitte an {{phone|0176-48213377}}, am besten nach 17 Uhr.',
    'Mein Mann {{name|Karl-Heinz}} ist dement, ich ({{name|Edeltraud Pfister}}) habe eine Vollmacht.',
    'bitte an {{email|h.pfister ät t-online.de}} schicken, danke',
    'Login geht nicht: Benutzername {{customer-number|mueller_77}}, Passwort {{credential|Sonne#2024}}',
    'Steuernummer brauchen Sie auch? Die IdNr. ist {{national-id|86095742719}}.',
    'Lieferung bitte an die Packstation 145, Postnummer {{customer-number|91827364}}.',
    'Der Wagen ({{plate|HRO-TK 418}}) steht seit Dienstag in Ihrer Werkstatt. Gruß {{name|Wieczorek}}',
  ],
  fr: [
    'slt c {{name|Kevin}}, ma commande {{customer-number|FR-2291847}} tjrs pas reçue',
    'Nom : {{name|Berthelot}}\nPrénom : {{name|Marie-Thérèse}}\nNé(e) le : {{birth-date|23/09/1948}}\nTél : {{phone|04 91 33 20 18}}',
    "Bonjour, c'est Madame {{name|Vasseur}}, du {{address|14 impasse des Mimosas, 13008 Marseille}}.",
    'Veuillez virer la somme sur mon compte {{account|FR76 3000 6000 0112 3456 7890 189}}. Cdlt, {{name|A. Benhaddou}}',
    'Mon fils {{name|Théo Marchetti}} (né le {{birth-date|2 février 2011}}) a utilisé ma carte {{card|4970 1012 3456 7890}}.',
    'Vous pouvez écrire à {{email|lea.marchetti [at] orange.fr}} ou sms au {{phone|0781223344}}',
    'mon identifiant : {{customer-number|lmarchetti13}}\nmon mdp : {{credential|Soleil13!}}',
    'Dossier sinistre n° {{customer-number|2026-44871-B}}, véhicule {{plate|GH-482-KL}}.',
    'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.\n{{name|Jean-Baptiste Quéré}}',
    'Le technicien M. {{name|Diallo}} devait passer au {{address|3, bd Voltaire 75011 PARIS}} ce matin.',
  ],
  es: [
    'buenas soy {{name|vanesa}}, mi pedido {{customer-number|7781204}} no llega',
    'Nombre y apellidos: {{name|Iker Goikoetxea Aranburu}}\nDNI: {{national-id|72345678-P}}\nTfno: {{phone|943 11 22 33}}',
    'Soy la hija de doña {{name|Encarnación Robles}}, ella vive en {{address|Avda. de la Paz 17, 2º C, 41013 Sevilla}}.',
    'El número de cuenta es {{account|ES91 2100 0418 4502 0005 1332}}, a nombre de {{name|Fermín Ochoa}}.',
    'Me atendió {{name|Yolanda}} y me dijo que llamara al {{phone|600 123 456}}.',
    'mi usuario es {{email|fermin_ochoa@hotmail.es}} y la clave {{credential|Betis1907*}}',
    'Mi madre nació el {{birth-date|12-10-1944}} y está muy enferma.',
    'La matrícula es {{plate|4821 KLM}} y la póliza {{customer-number|P-0092831}}.',
    'Atentamente,\n{{name|Mª Dolores Castaño}}\nTel. {{phone|+34 655 98 76 54}}',
    'México: {{address|Calle 5 de Mayo 120, Col. Centro, 06000 Ciudad de México}}, CURP {{national-id|GOMC850101HDFLRR09}}',
  ],
  it: [
    'ciao sono {{name|giada}} ordine {{customer-number|IT889201}} mai arrivato!!',
    'Cognome e nome: {{name|Bevilacqua Ottavio}}\nNato a Bari il {{birth-date|30/06/1961}}\nC.F. {{national-id|BVLTTV61H30A662S}}',
    'Abito a {{address|Largo Augusto 7, 20122 Milano}}, citofono {{name|Bevilacqua}}.',
    'Bonifico su {{account|IT60 X054 2811 1010 0000 0123 456}} intestato a {{name|Ottavio Bevilacqua}}',
    'Chiamatemi al {{phone|02 8646 1234}} oppure {{phone|349/5511223}}.',
    'la mia mail: {{email|o.bevilacqua chiocciola libero punto it}}',
    'Il corriere, un certo {{name|Salvatore}}, ha lasciato tutto dalla signora {{name|Pautasso}}.',
    'Utente {{customer-number|obev61}}, password {{credential|Juve.1897}} ma non entra',
    'Distinti saluti\nAvv. {{name|Ludovica Santoro}}',
  ],
  pt: [
    'oi aqui é a {{name|Thaynara}}, pedido {{customer-number|5520931}} atrasado de novo',
    'Nome completo: {{name|Joaquim Teixeira de Melo}}\nCPF: {{national-id|123.456.789-09}}\nCelular: {{phone|(81) 99876-5432}}',
    'Moro na {{address|Rua dos Douradores, 48, 3º Dto., 1100-206 Lisboa}} e o meu NIF é o {{national-id|245367189}}.',
    'IBAN {{account|PT50 0002 0123 1234 5678 9015 4}}, titular {{name|Filomena Abrantes}}.',
    'A minha mãe, {{name|Conceição Abrantes}}, nasceu a {{birth-date|5 de abril de 1938}}.',
    'me chama no zap {{phone|+55 11 98765-4321}} ou {{email|thay.souza@uol.com.br}}',
    'o meu utilizador é {{customer-number|fabrantes}} e a password {{credential|Benfica_1904}}',
    'O carro {{plate|AA-45-ZX}} está na oficina da {{address|Av. Almirante Reis 112, Lisboa}}.',
    'Com os melhores cumprimentos,\nEng.º {{name|Duarte Vilhena}}',
  ],
}; // prettier-ignore

/** The written messages, each with the places of what identifies. */
export function writtenMessages(): PlantedMessage[] {
  return Object.entries(written).flatMap(([language, texts]) => texts.map((text) => unmarked(language as Language, text)));
} // prettier-ignore

function unmarked(language: Language, marked: string): PlantedMessage {
  const message: PlantedMessage = { text: '', language, planted: [] };
  let done = 0;
  for (const match of marked.matchAll(/\{\{([a-z-]+)\|([^}]+)\}\}/g)) {
    const [whole, kind = '', value = ''] = match;
    message.text += marked.slice(done, match.index);
    const start = message.text.length;
    message.text += value;
    message.planted.push({ class: kind as PersonalDataClass, start, end: message.text.length, isObfuscated: false });
    done = match.index + whole.length;
  }
  message.text += marked.slice(done);
  return message;
}
