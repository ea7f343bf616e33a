import type { IdentityField } from '../model/identity-record.ts';

/**
 * Names of columns by field, in base letters without spaces and marks; the best first. English, German, French, Spanish,
 * Italian, Portuguese, Dutch, and the fields of common systems (Salesforce, HubSpot, SAP, Shopify, FEBRL).
 */
export const columnWords: Readonly<Record<IdentityField, string>> = {
  given_name:
    'givenname firstname given forename fname first christianname vorname vname rufname prenom nombre nombres nome primeironome primernombre nomedibattesimo voornaam ' +
    'contactfirstname customerfirstname billingfirstname namefirst namev',
  middle_name:
    'middlename middlenames middle middleinitial mname mi secondname zweitername deuxiemeprenom segundonombre nomedomeio secondonome tussenvoegsel',
  family_name:
    'familyname surname lastname last lname family sname nachname familienname zuname name2last nomdefamille nomfamille nom apellido apellidos primerapellido cognome ' +
    'sobrenome apelido ultimonome achternaam contactlastname customerlastname billinglastname namelast',
  full_name:
    'fullname name customername contactname personname displayname clientname completename vollername vollstaendigername vollstandigername kundenname kunde nomcomplet ' +
    'nomprenom nomclient nombrecompleto nombreyapellidos nombrecliente nomecompleto nominativo nomecognome nomecliente volledigenaam naam holder cardholder accountname recipient',
  company:
    'company companyname organisation organization organisationname organizationname employer business businessname firm firmname legalname accountcompany firma firmenname ' +
    'unternehmen gesellschaft societe entreprise raisonsociale empresa razonsocial azienda ragionesociale societa denominacaosocial razaosocial bedrijf bedrijfsnaam',
  birth_date:
    'birthdate dateofbirth dob birthday born birthdt bdate birth geburtsdatum gebdatum geburtstag gebdat datedenaissance datenaissance naissance ddn fechadenacimiento ' +
    'fechanacimiento fnacimiento nacimiento datadinascita datanascita nascita datadenascimento datanascimento nascimento geboortedatum gbdat',
  email:
    'email emailaddress mail mailaddress primaryemail emailprimary contactemail customeremail workemail personalemail privateemail emailadresse mailadresse epost courriel ' +
    'adressemail adresseemail mel correo correoelectronico direcciondecorreo postaelettronica indirizzoemail enderecodeemail smtpaddr',
  phone:
    'phone phonenumber telephone tel telephonenumber mobile mobilephone mobilenumber cell cellphone contactnumber phoneprimary homephone workphone landline telefon ' +
    'telefonnummer telefonnr telnr handy handynummer mobil mobiltelefon rufnummer telephoneportable portable numerodetelephone telefono movil celular telefonomovil ' +
    'cellulare telefone telemovel telefoon telefoonnummer telf1 msisdn',
  address:
    'address fulladdress postaladdress mailingaddress homeaddress billingaddress shippingaddress deliveryaddress addr adresse anschrift postanschrift adressepostale direccion ' +
    'domicilio direccioncompleta indirizzo indirizzocompleto endereco morada adres',
  house_number:
    'housenumber streetnumber houseno streetno housenum streetnum stno hsno buildingnumber hausnummer hausnr hnr numerorue numeroderue numvoie numerovoie numerocalle ' +
    'numerocivico civico numeroporta huisnummer housenum1',
  street:
    'street streetname address1 addressline1 addr1 street1 streetaddress addressstreet road line1 strasse str strassenname strassehausnummer rue voie adresse1 calle via ' +
    'direccion1 indirizzo1 rua logradouro straat straatnaam stras',
  address_extra:
    'addressextra address2 addressline2 addr2 street2 line2 unit flat apartment apt suite building adresszusatz zusatz complement complementadresse complementdadresse adresse2 ' +
    'piso complemento interno direccion2 toevoeging address3',
  city:
    'city town suburb locality place cityname village municipality addresscity billingcity mailingcity stadt ort wohnort ortsname gemeinde ville commune localite ciudad ' +
    'localidad poblacion municipio citta comune localita cidade localidade municipiocidade plaats woonplaats stad ort01',
  region:
    'region state stateprovince province county statecode addressstate billingstate mailingstate bundesland kanton departement provincia estado regione regiao distrito provincie regio',
  postcode:
    'postcode postalcode zip zipcode zippostalcode addresszip postalzip billingzip mailingpostalcode plz postleitzahl codepostal cp codigopostal cap codiceavviamentopostale cep ' +
    'codigodepostal postnummer pstlz',
  country:
    'country countrycode countryname nation addresscountry billingcountry mailingcountry land staat landcode pays pais paese nazione landnaam land1',
  national_id:
    'nationalid socsecid ssn socialsecuritynumber socialsecurity socialsecurityno nationalidentifier nationalinsurancenumber nino nhsnumber nhsno taxid taxnumber tin vatid vatnumber vat ' +
    'personalnumber passportnumber idnumber governmentid steuerid steueridnr idnr steueridentifikationsnummer steuernummer ustid ustidnr sozialversicherungsnummer svnr ahvnummer ' +
    'personalausweisnummer numerosecuritesociale numerodesecuritesociale nir insee siren siret dni nif nie cif curp rfc cedula rut codicefiscale partitaiva cpf cnpj nifportugal bsn ' +
    'personnummer cpr hetu pesel lei',
  customer_number:
    'customernumber customerno customerid custno custid clientid clientnumber clientno accountnumber accountno accountid membernumber memberid membershipnumber loyaltyid loyaltynumber ' +
    'cardnumber kundennummer kundennr kdnr kundenid mitgliedsnummer kontonummer numeroclient numclient idclient numerodecliente numerocliente idcliente codigocliente codicecliente ' +
    'codigodocliente klantnummer kunnr patientid patientnumber mrn policynumber contractnumber',
};
