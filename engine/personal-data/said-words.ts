/**
 * Words that say what comes after them, in base letters, in English, German, French, Spanish, Italian, Portuguese.
 * @source common wording of forms and letters; chosen: only words that name the thing, not ones that merely come with it
 */
export const phoneWords =
  '(?:tele)?phone(?: number)?|tel|tele?f|mobile(?: number)?|cell(?:phone)?(?: number)?|landline|fax|whats ?app|sms|call (?:me )?(?:back )?(?:on|at|under)|(?:call|ring|text) me(?: back)?(?: on| at)?|reach me (?:on|at|under)|' +
  '(?:ruf(?:en|t|e)?|erreich\\w{0,4}) [a-z ]{0,24}unter|erreichbar unter|telefon(?:nummer)?|telefonnr|handy(?:nummer)?|handynr|mobil(?:nummer)?|mobilnr|mobiltelefon|festnetz|rufnummer|rueckrufnummer|ruckruf(?:nummer)?|' +
  'telephone|portable|joindre au|(?:r?appele[rz]|telephonez)(?:-moi)?(?: au)?|numero de (?:telephone|portable|tel)|fixe|' +
  'telefono(?: movil)?|tfno|tfn|telf|tlfno|zap|movil|llame?n?(?:me|nos)?(?: al)|llamadme al|celular|numero de (?:telefono|movil|celular)|fijo|' +
  '(?:ri)?chiamat?e?(?:mi|ci)(?: al)?|cellulare|numero di (?:telefono|cellulare)|' +
  'telefone|telemovel|tlf|tlm|тел|телефон|моб|फोन|هاتف|電話|电话|手机|lig(?:ue|uem|ar)(?:-?me|-?nos)?(?: para)?(?: o)?|numero de (?:telefone|telemovel|tlf|tlm|тел|телефон|моб|फोन|هاتف|電話|电话|手机|celular)|contacto|contato';

export const accountWords =
  '(?:bank )?account(?: number| no| nr)|acct|sort[ -]?code|routing(?: number)?|iban|kontonummer|kontonr|konto-?(?:nr|no|nummer)|blz|bankleitzahl|numero de compte|rib|compte n[o0]?|numero de cuenta|cuenta (?:bancaria|corriente)|clabe|cbu|' +
  'conto corrente(?: n\\w{0,6})?|numero di conto|coordinate bancarie|conta (?:bancaria|corrente|poupanca)?|agencia|nib|chave pix|pix|bank details|bankverbindung|dados bancarios|datos bancarios';

export const cardWords =
  '(?:my|meine|ma|mi|la mia|o meu|minha) (?:card|karte|carte|tarjeta|carta|cartao)|(?:credit |debit |bank )?card(?: number| no| nr)|(?:credit|debit|bank) card|kredit-?karten?(?:-?(?:nummer|nr))?|ec-?karte|kartennummer|numero de (?:la )?carte|carte (?:bancaire|de credit|bleue)|numero de (?:la )?tarjeta|tarjeta(?: de (?:credito|debito))?|' +
  'numero (?:di|della) carta|carta (?:di credito|di debito)|numero do cartao|cartao(?: de (?:credito|debito))?';

export const nationalIdWords =
  "national insurance(?: number| no)?|ni(?: number| no)|nino|ssn|social security(?: number| no)?|tax (?:id|number|payer id)|tin|itin|nhs(?: number| no)?|passport(?: number| no)?|(?:national )?id (?:card )?(?:number|no)|identity card(?: number)?|driv(?:er'?s|ing) licen[cs]e(?: number| no)?|" +
  'steuer-?(?:id|identifikationsnummer|identnummer|nummer|nr)|steuerliche identifikationsnummer|(?:renten|sozial)versicherungs-?(?:nummer|nr)|svnr|personalausweis(?:-?(?:nummer|nr))?|ausweis-?(?:nummer|nr)|reisepass(?:-?(?:nummer|nr))?|fuhrerschein(?:-?(?:nummer|nr))?|krankenversicherten-?(?:nummer|nr)|ahv(?:-?(?:nummer|nr))?|' +
  "(?:numero |no |n° ?)?(?:de )?securite sociale|(?:numero (?:de )?)?secu|nir|numero fiscal|carte (?:nationale )?d'identite|cni|passeport|permis de conduire|" +
  'dni|nie|nif|nss|numero de la seguridad social|seguridad social|pasaporte|cedula|curp|rfc|carnet de (?:identidad|conducir)|' +
  "codice fiscale|c\\.? ?f\\.?|cod\\. ?fisc\\.?|carta d'identita|passaporto|patente(?: di guida)?|tessera sanitaria|" +
  'cpf|rg|niss|numero de (?:contribuinte|utente)|contribuinte|cartao de cidadao|bilhete de identidade|passaporte|carta de conducao|cnh|pesel|bsn|personnummer|insurance number';

/** What stands before a number that a business gave: the thing, then a word for number; or both in one word. */
export const customerThings =
  'order|purchase order|customer|client|account|contract|policy|invoice|booking|reservation|reference|ref|case|ticket|claim|member(?:ship)?|loyalty|tracking|shipment|parcel|consignment|delivery|return|rma|subscriber|subscription|meter|user|transaction|payment|confirmation|' +
  'bestellung|auftrag|kunden?|vertrag|police|rechnung|buchung|reservierung|referenz|vorgang|fall|mitglied|sendung|paket|lieferung|retoure|zahler|benutzer|' +
  'commande|client|contrat|facture|reservation|reference|dossier|police|adherent|suivi|colis|livraison|abonne|abonnement|' +
  'pedido|cliente|contrato|poliza|factura|reserva|referencia|expediente|socio|seguimiento|envio|incidencia|abonado|' +
  'ordine|cliente|contratto|polizza|fattura|prenotazione|riferimento|pratica|tessera|tracking|spedizione|utente|' +
  'encomenda|apolice|fatura|processo|rastreio|rastreamento|protocolo|assinante|matricula de aluno|utilizador';
export const numberWords =
  'number|no|nr|num|id|code|ref|reference|nummer|nro|numero|n[o°]?|kennung|kenn-?nr|codigo|codice|cod|n\\.? ?[o°]';
export const customerWords =
  '(?:bestell|auftrags?|kunden|vertrags?|rechnungs?|buchungs?|reservierungs?|referenz|vorgangs?|fall|mitglieds?|sendungs?|paket|sendungsverfolgungs|tracking|versicherungs?(?:schein)?|policen?|zahler|benutzer|ticket|schaden|retouren|vorgangs)-? ?(?:nummer|nr|id|code|kennung)|aktenzeichen|kd-?nr|kd\\.-?nr|' +
  'order ?id|customer ?id|booking reference|pnr|awb|imsi|(?!(?:artikel|modell|haus|typen|serien|versions|seiten|zimmer|los|chargen|telefon|handy|mobil|ruf|konto|karten|kreditkarten|steuer|ausweis|fax)nummer)[a-z]{3,20}nummer';

export const birthWords =
  'born(?: on| in)?|date of birth|birth ?date|d\\.?o\\.?b\\.?|birthday(?: is)?(?: on)?|geboren(?: am)?|geb(?:\\.|urtsdatum|urtstag)?(?: am)?|geburtsdatum|' +
  'nee?(?: le)?|date de naissance|naissance|anniversaire|nacid[oa](?: el)?|naci(?: el)?|fecha de nacimiento|f\\. ?nac|cumpleanos|' +
  'nat[oa](?: il)?|data di nascita|nascita|compleanno|nascid[oa](?: em| a)?|nasc(?:i|eu)(?: em| a| no dia)?|nacio(?: el)?|nacque(?: il)?|data de nascimento|nascimento|d\\. ?n\\.?|aniversario';

export const passwordWords =
  'pass ?word|passcode|pass ?phrase|pwd|pw|passwd|log-?in(?: data)?|(?:api|access|secret|private|licen[cs]e) ?-?key|api ?-?token|access ?-?token|client ?-?secret|secret|token|' +
  'passwort|kennwort|zugangsdaten|losung|api-?schlussel|zugangsschlussel|geheimnis|mot de passe|mdp|cle (?:api|d.acces|secrete)|jeton|contrasena|clave(?: de (?:api|acceso))?|' +
  'parola d.ordine|chiave (?:api|segreta)|senha|palavra-?passe|chave (?:de api|secreta)';
/** The name that somebody signs in with. */
export const userWords =
  'user ?name|user ?id|screen ?name|log-?in ?name|benutzername|nutzername|benutzerkennung|identifiant|nom d.utilisateur|pseudo|usuario|nombre de usuario|utente|nome utente|utilizador|nome de (?:utilizador|usuario)|nick(?:name)?';
/** Numbers that let somebody in. */
export const pinWords =
  'pin(?:-?code| number)?|tan|m?tan|i-?tan|cvv2?|cvc2?|csc|card verification (?:code|number)|otp|one[- ]time (?:code|password|pin)|(?:security|verification|confirmation|access|login|log-in|sms|auth\\w{0,12}|activation|unlock|door|6-digit|the|a) code|puk|' +
  'geheimzahl|prufziffer|prufnummer|(?:sicherheits|bestatigungs|verifizierungs|zugangs|sms-?|freischalt|aktivierungs|einmal|tur)-?code|code (?:pin|sms|secret|de (?:securite|verification|confirmation|validation|connexion))|le code|ce code|' +
  'codigo (?:pin|sms|de (?:seguridad|verificacion|confirmacion|acceso|seguranca|verificacao|confirmacao|acesso))|el codigo|o codigo|codice (?:pin|sms|di (?:sicurezza|verifica|conferma|accesso))|il codice|cryptogramme';

export const plateWords =
  "(?:number|licen[cs]e|car'?s?)[ -]?(?:number )?plates?|plates?|registration(?: number| no)?|(?:auto)?kennzeichen|nummernschild|plaque(?: d.immatriculation)?|immatricule[es]?|immatriculation|matricula|(?:numero de )?placa|targa|targat[oa]|vehicle reg";

/** What has a plate. */
export const vehicleWords =
  'car|van|vehicle|motorbike|auto|wagen|fahrzeug|pkw|motorrad|voiture|vehicule|moto|coche|vehiculo|macchina|veicolo|carro|viatura|veiculo';

export const deviceWords =
  'imei|mac(?: address|-adresse)?|serial (?:number|no)|seriennummer|device id|ip(?:-| )?(?:address|adresse)?';

/** Between such a word and the value. */
export const connectors =
  "mi|mia|mio|meu|minha|mon|ma|meines|meinem|coche|auto|carro|car|voiture|vehicle|vehicule|vehiculo|veicolo|macchina|veiculo|wagen|autos|fahrzeugs?|number|no|nr|num|numbers|id|is|are|was|reads|called|lautet|ist|sind|war|heisst|est|etait|sont|es|era|son|e'?|sono|foi|sao|eh|le|la|les|el|il|lo|o|a|die|der|das|mein|meine|my|your|auf|sur|al|au|do|de|del|della|di|du|on|at|under|unter|para|numero|nummer|n|with|mit|avec|con|com|name|code|pin|fur|for|or|oder|ou|und|and|to|card|address|me|us|you|texted|sent|got|received|gave|i";
