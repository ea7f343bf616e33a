import type { Language } from './planting.ts';

/**
 * Sentences of customers that identify nobody, with the numbers and capitals that could be mistaken. `#` is a digit of any
 * kind but a leading zero. One sentence per line.
 */
export const harmless: Readonly<Record<Language, string>> = {
  en: `
The washing machine WM-### stopped after ## minutes at ## °C.
I paid £##.## for it, and now it costs £##.
Your shop in Oxford Street is open from 9:00 to 18:30, the website says.
Delivery was promised for 12 March, then for Friday, 14/03/2026.
Article number #####-## is out of stock, it says.
I am on version #.##.# of the app, on Android 14.
My password does not work any more and the reset e-mail never came.
I forgot my PIN and the customer service could not help me.
The battery lasts 3 to 4 hours, not the 12 hours of the advert.
I would like to speak to a person, not to a chat bot!
I waited 45 minutes in the queue, twice; this is killing me.
May I return it within 30 days? The terms, section 7.2, say so.
The charger gives 230 V at 50 Hz and ### mA.
Thank you so much, you saved my holiday in New York.
That was 1,299.00 USD in total, of which 19 % is tax.
The new Galaxy S24 Ultra has 256 GB and is 6.8 inches wide.
Will the contract renew in January? I want to cancel before.
Black Friday was chaos, and nobody at Head Office answers.
My order has not arrived and my account is locked.
The screen is 1920 x 1080 and flickers every 10 seconds.`,
  de: `
Die Waschmaschine WM-### blieb nach ## Minuten bei ## °C stehen.
Ich habe ##,## € bezahlt, jetzt kostet sie ## Euro.
Ihr Laden am Bahnhof hat von 9:00 bis 18:30 Uhr auf, steht auf der Seite.
Die Lieferung war für den 12. März zugesagt, dann für Freitag, 14.03.2026.
Artikelnummer #####-## ist angeblich nicht auf Lager.
Ich habe Version #.##.# der App auf Android 14.
Mein Passwort geht nicht mehr, und die Mail kommt nie an.
Ich habe meine PIN vergessen, der Kundenservice konnte nicht helfen.
Der Akku hält 3 bis 4 Stunden, nicht 12 Stunden wie in der Werbung.
Ich will mit einem Menschen sprechen, nicht mit einem Roboter!
Ich habe 45 Minuten in der Warteschleife verbracht, zweimal.
Kann ich das innerhalb von 30 Tagen zurückgeben? So steht es in § 7 Absatz 2 der AGB.
Das Netzteil liefert 230 V bei 50 Hz und ### mA.
Vielen Dank, Sie haben meinen Urlaub in Südtirol gerettet.
Das waren insgesamt 1.299,00 €, davon 19 % Mehrwertsteuer.
Das neue Galaxy S24 Ultra hat 256 GB und 6,8 Zoll.
Verlängert sich der Vertrag im Januar? Ich möchte vorher kündigen.
Der Service in der Filiale war gut, nur die Hotline ist eine Zumutung.
Meine Bestellung ist nicht da, und mein Konto ist gesperrt.
Der Bildschirm hat 1920 x 1080 Punkte und flackert alle 10 Sekunden.`,
  fr: `
La machine à laver WM-### s'est arrêtée après ## minutes à ## °C.
J'ai payé ##,## € et maintenant elle coûte ## euros.
Votre magasin de la gare est ouvert de 9h00 à 18h30, dit le site.
La livraison était promise pour le 12 mars, puis pour vendredi 14/03/2026.
L'article numéro #####-## n'est plus en stock.
J'ai la version #.##.# de l'application sur Android 14.
Mon mot de passe ne marche plus et l'e-mail n'arrive jamais.
J'ai oublié mon code PIN et le service client n'a rien pu faire.
La batterie tient 3 à 4 heures, pas les 12 heures de la publicité.
Je veux parler à une personne, pas à un robot !
J'ai attendu 45 minutes en ligne, deux fois.
Puis-je le rendre sous 30 jours ? L'article 7.2 des conditions le dit.
Le chargeur fournit 230 V à 50 Hz et ### mA.
Merci beaucoup, vous avez sauvé mes vacances en Bretagne.
Cela fait 1 299,00 € au total, dont 20 % de TVA.
Le nouveau Galaxy S24 Ultra a 256 Go et 6,8 pouces.
Le contrat est-il reconduit en janvier ? Je veux résilier avant.
Le service en magasin est bon, mais la hotline est une honte.
Ma commande n'est pas arrivée et mon compte est bloqué.
L'écran fait 1920 x 1080 et clignote toutes les 10 secondes.`,
  es: `
La lavadora WM-### se paró a los ## minutos a ## °C.
Pagué ##,## € y ahora cuesta ## euros.
Su tienda de la estación abre de 9:00 a 18:30, dice la web.
La entrega era para el 12 de marzo, luego para el viernes 14/03/2026.
El artículo número #####-## está agotado.
Tengo la versión #.##.# de la aplicación en Android 14.
Mi contraseña ya no funciona y el correo nunca llega.
He olvidado mi PIN y el servicio de atención al cliente no pudo ayudarme.
La batería dura 3 o 4 horas, no las 12 horas del anuncio.
¡Quiero hablar con una persona, no con un robot!
Esperé 45 minutos al teléfono, dos veces.
¿Puedo devolverlo en 30 días? Lo dice el punto 7.2 de las condiciones.
El cargador da 230 V a 50 Hz y ### mA.
Muchas gracias, han salvado mis vacaciones en Canarias.
Fueron 1.299,00 € en total, con un 21 % de IVA.
El nuevo Galaxy S24 Ultra tiene 256 GB y 6,8 pulgadas.
¿Se renueva el contrato en enero? Quiero cancelar antes.
La atención en la tienda es buena, pero la línea es una vergüenza.
Mi pedido no ha llegado y mi cuenta está bloqueada.
La pantalla es de 1920 x 1080 y parpadea cada 10 segundos.`,
  it: `
La lavatrice WM-### si è fermata dopo ## minuti a ## °C.
Ho pagato ##,## € e adesso costa ## euro.
Il vostro negozio alla stazione apre dalle 9:00 alle 18:30, dice il sito.
La consegna era promessa per il 12 marzo, poi per venerdì 14/03/2026.
L'articolo numero #####-## è esaurito.
Ho la versione #.##.# dell'app su Android 14.
La mia password non funziona più e l'e-mail non arriva mai.
Ho dimenticato il PIN e il servizio clienti non ha potuto aiutarmi.
La batteria dura 3 o 4 ore, non le 12 ore della pubblicità.
Voglio parlare con una persona, non con un robot!
Ho aspettato 45 minuti in linea, due volte.
Posso restituirlo entro 30 giorni? Lo dice il punto 7.2 delle condizioni.
Il caricatore dà 230 V a 50 Hz e ### mA.
Grazie mille, avete salvato le mie vacanze in Sardegna.
Sono 1.299,00 € in totale, con il 22 % di IVA.
Il nuovo Galaxy S24 Ultra ha 256 GB e 6,8 pollici.
Il contratto si rinnova a gennaio? Vorrei disdire prima.
Il servizio in negozio è buono, ma il call center è una vergogna.
Il mio ordine non è arrivato e il mio account è bloccato.
Lo schermo è 1920 x 1080 e sfarfalla ogni 10 secondi.`,
  pt: `
A máquina de lavar WM-### parou depois de ## minutos a ## °C.
Paguei ##,## € e agora custa ## euros.
A vossa loja da estação abre das 9:00 às 18:30, diz o site.
A entrega era para 12 de março, depois para sexta-feira, 14/03/2026.
O artigo número #####-## está esgotado.
Tenho a versão #.##.# da aplicação no Android 14.
A minha senha já não funciona e o e-mail nunca chega.
Esqueci-me do PIN e o serviço de apoio ao cliente não ajudou.
A bateria dura 3 ou 4 horas, não as 12 horas do anúncio.
Quero falar com uma pessoa, não com um robô!
Esperei 45 minutos na linha, duas vezes.
Posso devolver em 30 dias? O ponto 7.2 das condições diz que sim.
O carregador dá 230 V a 50 Hz e ### mA.
Muito obrigado, salvaram as minhas férias no Algarve.
Foram R$ 1.299,00 no total, com 23 % de IVA.
O novo Galaxy S24 Ultra tem 256 GB e 6,8 polegadas.
O contrato renova-se em janeiro? Quero cancelar antes.
O atendimento na loja é bom, mas a linha é uma vergonha.
O meu pedido não chegou e a minha conta está bloqueada.
O ecrã tem 1920 x 1080 e pisca de 10 em 10 segundos.`,
};

/** How a message begins and ends without naming anybody, and with a name. */
export const frames: Readonly<Record<Language, Record<'opening' | 'greeting' | 'closing' | 'signature', readonly string[]>>> = {
  en: {
    opening: ['Hello,', 'Hi there,', 'Dear Customer Service,', 'Dear Sir or Madam,', 'Good morning team,', ''],
    greeting: ['Dear Mr {family},', 'Dear Mrs. {family},', 'Hi {given},', 'Hello {name},', 'Dear {given},', 'Dear Ms {family}'],
    closing: ['Best regards', 'Thanks in advance!', 'Kind regards,', 'Cheers', ''],
    signature: ['Best regards,\n{name}', 'Kind regards\n{given}', 'Yours sincerely,\n\n{name}', 'Thanks, {given}', 'Cheers,\n{given} {family}', 'Regards,\n{name}\nSent from my iPhone'],
  },
  de: {
    opening: ['Hallo,', 'Guten Tag,', 'Sehr geehrte Damen und Herren,', 'Liebes Team,', 'Moin zusammen,', ''],
    greeting: ['Sehr geehrter Herr {family},', 'Sehr geehrte Frau {family},', 'Hallo {given},', 'Liebe {given},', 'Guten Tag Frau {family},', 'Lieber Herr Dr. {family},'],
    closing: ['Mit freundlichen Grüßen', 'Vielen Dank im Voraus!', 'Viele Grüße', 'Danke', ''],
    signature: ['Mit freundlichen Grüßen\n{name}', 'Viele Grüße,\n{given}', 'MfG {name}', 'Beste Grüße\n\n{name}', 'LG {given}', 'Gruß\n{name}\nVon meinem iPhone gesendet'],
  },
  fr: {
    opening: ['Bonjour,', 'Madame, Monsieur,', "Bonjour à toute l'équipe,", 'Cher service client,', ''],
    greeting: ['Bonjour Madame {family},', 'Cher Monsieur {family},', 'Bonjour {given},', 'Chère {given},', 'Bonsoir M. {family},'],
    closing: ['Cordialement', 'Merci d’avance !', 'Bien à vous', ''],
    signature: ['Cordialement,\n{name}', 'Bien à vous\n{given}', 'Bien cordialement,\n\n{name}', 'Merci, {given}', 'Salutations distinguées,\n{name}'],
  },
  es: {
    opening: ['Hola,', 'Buenos días:', 'Estimados señores:', 'Hola equipo,', ''],
    greeting: ['Estimado Sr. {family}:', 'Estimada señora {family}:', 'Hola {given},', 'Querida {given}:', 'Buenas tardes, {given}:'],
    closing: ['Un saludo', '¡Gracias de antemano!', 'Atentamente', ''],
    signature: ['Un saludo,\n{name}', 'Atentamente,\n{name}', 'Saludos cordiales,\n\n{name}', 'Gracias, {given}', 'Un abrazo\n{given}'],
  },
  it: {
    opening: ['Buongiorno,', 'Salve,', 'Gentile servizio clienti,', 'Ciao a tutti,', ''],
    greeting: ['Gentile Sig. {family},', 'Gentile signora {family},', 'Ciao {given},', 'Caro {given},', 'Egregio Dott. {family},'],
    closing: ['Cordiali saluti', 'Grazie in anticipo!', 'Distinti saluti', ''],
    signature: ['Cordiali saluti,\n{name}', 'Distinti saluti\n\n{name}', 'Saluti, {given}', 'Grazie,\n{name}', 'Un saluto\n{given}'],
  },
  pt: {
    opening: ['Olá,', 'Bom dia,', 'Exmos. Senhores,', 'Prezados,', ''],
    greeting: ['Prezado Sr. {family},', 'Cara Sra. {family},', 'Olá {given},', 'Oi {given},', 'Exma. Senhora {family},'],
    closing: ['Cumprimentos', 'Obrigado desde já!', 'Atenciosamente', ''],
    signature: ['Cumprimentos,\n{name}', 'Atenciosamente,\n{name}', 'Com os melhores cumprimentos,\n\n{name}', 'Obrigada, {given}', 'Abraço,\n{given}'],
  },
}; // prettier-ignore
