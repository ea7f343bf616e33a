/** Sentences of customers with slots for what identifies them: English, German, French. One sentence per line. */

export const english = `
My name is {name} and I would like to change my delivery.
my name is {name}, i ordered last week
This is {name} speaking, I called yesterday.
I'm {name} and I have been a customer for years.
I spoke to your colleague {name} on Monday.
Please send it to {name}, {address}.
The parcel was left with my neighbour Mrs {family}.
Mr. {family} from your team promised a refund.
Dr {name} will confirm this in writing.
Account holder: {name}
On behalf of my mother, {name}, I am writing to cancel the contract.
You can reach me at {email} after six.
My e-mail address is {email}
Please reply to {email}, thanks.
email: {email} / phone: {phone}
Call me back on {phone} please.
My mobile number is {phone}.
Tel. {phone}
You can text me: {phone}
I have moved to {address}.
My new address is {address}.
Delivery address:\\n{address}
We live at {address} now.
You charged my card {card} twice.
card number {card}, expires next year
The credit card is {card}.
Please refund to IBAN {iban}.
my account is {iban}
Bank details: {iban}, thanks
My National Insurance or social security number is {nationalId}.
SSN/NINO: {nationalId}
Order number {order} has not arrived.
My order #{order} is late.
Customer number: {customer}
My customer ID is {customer}, please look it up.
Contract no. {customer} should be cancelled.
The tracking number is {order}.
I was born on {born}.
Date of birth: {born}
DOB {born}
My password is {password} and it does not work.
Password: {password}
The PIN is {pin}.
I got the code {pin} but the page says it is invalid.
I use this API key: {key}
{key} is the token I was given.
My IP address is {ip}.
The router says {mac} and then nothing.
Requests come from {ip} every night.
I clicked {url} and nothing happened.
The link is {url}
My car's registration is {plate}.
Number plate {plate} was photographed wrongly.
`;

export const german = `
Mein Name ist {name} und ich möchte meine Lieferung ändern.
mein name ist {name}, ich habe letzte woche bestellt
Hier ist {name}, ich hatte gestern angerufen.
Ich heiße {name} und bin seit Jahren Kunde.
Ich bin {name} und warte noch immer.
Ihr Kollege Herr {family} hat mir das zugesagt.
Das Paket liegt bei meiner Nachbarin Frau {family}.
Bitte liefern Sie an {name}, {address}.
Kontoinhaber: {name}
Im Auftrag meiner Mutter {name} kündige ich den Vertrag.
Frau Dr. {family} bestätigt das gern.
Sie erreichen mich unter {email} oder abends.
Meine E-Mail-Adresse lautet {email}
Bitte antworten Sie an {email}, danke.
E-Mail: {email}, Telefon: {phone}
Rufen Sie mich bitte unter {phone} zurück.
Meine Handynummer ist {phone}.
Tel.: {phone}
Mobil {phone}
Ich bin umgezogen: {address}.
Meine neue Adresse ist {address}.
Lieferadresse:\\n{address}
Ich wohne jetzt in der {address}.
Sie haben meine Karte {card} zweimal belastet.
Kreditkartennummer {card}, gültig bis nächstes Jahr
Die Kreditkarte ist {card}.
Bitte überweisen Sie auf {iban}.
IBAN: {iban}
Mein Konto: {iban}, danke
Meine Steuer-ID lautet {nationalId}.
Steueridentifikationsnummer: {nationalId}
Die Bestellnummer {order} ist nicht angekommen.
Meine Bestellung Nr. {order} fehlt.
Kundennummer: {customer}
Meine Kundennr. ist {customer}, bitte prüfen.
Vertragsnummer {customer} bitte kündigen.
Die Sendungsnummer ist {order}.
Ich bin am {born} geboren.
Geburtsdatum: {born}
geb. am {born}
Mein Passwort ist {password} und es geht nicht.
Passwort: {password}
Die PIN lautet {pin}.
Ich bekam die TAN {pin}, aber die Seite nimmt sie nicht.
Ich benutze diesen API-Schlüssel: {key}
{key} ist das Token, das ich bekam.
Meine IP-Adresse ist {ip}.
Der Router zeigt {mac} und dann nichts.
Die Anfragen kommen jede Nacht von {ip}.
Ich habe {url} geöffnet, nichts geschah.
Der Link: {url}
Mein Kennzeichen ist {plate}.
Das Auto mit dem Kennzeichen {plate} wurde falsch abgerechnet.
`;

export const french = `
Je m'appelle {name} et je voudrais modifier ma livraison.
je m'appelle {name}, j'ai commandé la semaine dernière
Mon nom est {name}, j'ai appelé hier.
Je suis {name} et je suis client depuis des années.
C'est {name} à l'appareil.
Votre collègue Mme {family} me l'avait promis.
Le colis est chez mon voisin, M. {family}.
Monsieur {family} attend toujours votre appel.
Merci de livrer à {name}, {address}.
Titulaire du compte : {name}
Au nom de ma mère, {name}, je résilie le contrat.
Vous pouvez me joindre à {email} le soir.
Mon adresse e-mail est {email}
Merci de répondre à {email}, cordialement.
Courriel : {email}, téléphone : {phone}
Rappelez-moi au {phone} s'il vous plaît.
Mon numéro de portable est le {phone}.
Tél. : {phone}
J'ai déménagé au {address}.
Ma nouvelle adresse est {address}.
Adresse de livraison :\\n{address}
J'habite {address} maintenant.
Vous avez débité ma carte {card} deux fois.
numéro de carte {card}, valable encore un an
La carte bancaire est la {card}.
Merci de rembourser sur l'IBAN {iban}.
Mon compte : {iban}
RIB/IBAN : {iban}, merci
Mon numéro de sécurité sociale est {nationalId}.
N° de sécurité sociale : {nationalId}
La commande numéro {order} n'est pas arrivée.
Ma commande n° {order} est en retard.
Numéro client : {customer}
Mon numéro de client est le {customer}, merci de vérifier.
Je résilie le contrat n° {customer}.
Le numéro de suivi est {order}.
Je suis né le {born}.
Date de naissance : {born}
née le {born}
Mon mot de passe est {password} et il ne marche pas.
Mot de passe : {password}
Le code PIN est {pin}.
J'ai reçu le code {pin} mais le site le refuse.
J'utilise cette clé API : {key}
{key} est le jeton que j'ai reçu.
Mon adresse IP est {ip}.
Le routeur affiche {mac} et puis rien.
Les requêtes viennent de {ip} chaque nuit.
J'ai cliqué sur {url} et rien ne se passe.
Le lien est {url}
Ma plaque d'immatriculation est {plate}.
Le véhicule immatriculé {plate} a été mal facturé.
`;
