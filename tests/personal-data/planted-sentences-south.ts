/** Sentences of customers with slots for what identifies them: Spanish, Italian, Portuguese. One sentence per line. */

export const spanish = `
Me llamo {name} y quisiera cambiar mi entrega.
me llamo {name}, hice el pedido la semana pasada
Mi nombre es {name}, llamé ayer.
Soy {name} y soy cliente desde hace años.
Le habla {name}.
Su compañera, la Sra. {family}, me lo prometió.
El paquete lo tiene mi vecino, el señor {family}.
Don {name} sigue esperando su llamada.
Envíenlo a {name}, {address}.
Titular de la cuenta: {name}
En nombre de mi madre, {name}, quiero cancelar el contrato.
Puede escribirme a {email} por la tarde.
Mi correo electrónico es {email}
Respondan a {email}, gracias.
Correo: {email}, teléfono: {phone}
Llámenme al {phone}, por favor.
Mi número de móvil es el {phone}.
Tel. {phone}
Me he mudado a {address}.
Mi nueva dirección es {address}.
Dirección de entrega:\\n{address}
Vivo en {address} ahora.
Han cobrado mi tarjeta {card} dos veces.
número de tarjeta {card}, válida un año más
La tarjeta de crédito es {card}.
Devuélvanlo al IBAN {iban}.
Mi cuenta: {iban}
Cuenta bancaria {iban}, gracias
Mi DNI es {nationalId}.
DNI/NIE: {nationalId}
El pedido número {order} no ha llegado.
Mi pedido nº {order} llega tarde.
Número de cliente: {customer}
Mi número de cliente es el {customer}, compruébenlo.
Cancelen el contrato n.º {customer}.
El número de seguimiento es {order}.
Nací el {born}.
Fecha de nacimiento: {born}
nacido el {born}
Mi contraseña es {password} y no funciona.
Contraseña: {password}
El PIN es {pin}.
Recibí el código {pin} pero la página no lo acepta.
Uso esta clave de API: {key}
{key} es el token que me dieron.
Mi dirección IP es {ip}.
El router muestra {mac} y nada más.
Las peticiones vienen de {ip} cada noche.
He pulsado {url} y no pasa nada.
El enlace es {url}
La matrícula de mi coche es {plate}.
El vehículo con matrícula {plate} se facturó mal.
`;

export const italian = `
Mi chiamo {name} e vorrei cambiare la consegna.
mi chiamo {name}, ho ordinato la settimana scorsa
Il mio nome è {name}, ho chiamato ieri.
Sono {name} e sono cliente da anni.
Qui parla {name}.
La sua collega, la signora {family}, me lo aveva promesso.
Il pacco è dal mio vicino, il sig. {family}.
Il dott. {family} aspetta ancora la vostra chiamata.
Spedite a {name}, {address}.
Intestatario del conto: {name}
A nome di mia madre, {name}, disdico il contratto.
Potete scrivermi a {email} la sera.
La mia e-mail è {email}
Rispondete a {email}, grazie.
Email: {email}, telefono: {phone}
Richiamatemi al {phone}, per favore.
Il mio numero di cellulare è {phone}.
Tel. {phone}
Mi sono trasferito in {address}.
Il mio nuovo indirizzo è {address}.
Indirizzo di consegna:\\n{address}
Abito in {address} adesso.
Avete addebitato due volte la mia carta {card}.
numero di carta {card}, valida ancora un anno
La carta di credito è {card}.
Rimborsate sull'IBAN {iban}.
Il mio conto: {iban}
Coordinate bancarie {iban}, grazie
Il mio codice fiscale è {nationalId}.
C.F.: {nationalId}
L'ordine numero {order} non è arrivato.
Il mio ordine n. {order} è in ritardo.
Codice cliente: {customer}
Il mio numero cliente è {customer}, controllate.
Disdico il contratto n. {customer}.
Il numero di tracking è {order}.
Sono nato il {born}.
Data di nascita: {born}
nata il {born}
La mia password è {password} e non funziona.
Password: {password}
Il PIN è {pin}.
Ho ricevuto il codice {pin} ma il sito non lo accetta.
Uso questa chiave API: {key}
{key} è il token che mi hanno dato.
Il mio indirizzo IP è {ip}.
Il router mostra {mac} e poi niente.
Le richieste arrivano da {ip} ogni notte.
Ho cliccato su {url} e non succede niente.
Il link è {url}
La targa della mia auto è {plate}.
Il veicolo targato {plate} è stato addebitato male.
`;

export const portuguese = `
Meu nome é {name} e gostaria de mudar a entrega.
meu nome é {name}, fiz o pedido semana passada
Chamo-me {name}, liguei ontem.
Sou {name} e sou cliente há anos.
Aqui fala {name}.
A sua colega, a Sra. {family}, prometeu-me isso.
A encomenda está com o meu vizinho, o senhor {family}.
O Dr. {family} ainda espera a vossa chamada.
Enviem para {name}, {address}.
Titular da conta: {name}
Em nome da minha mãe, {name}, cancelo o contrato.
Podem escrever-me para {email} à noite.
O meu e-mail é {email}
Respondam para {email}, obrigado.
E-mail: {email}, telefone: {phone}
Liguem-me para o {phone}, por favor.
O meu número de telemóvel é {phone}.
Tel.: {phone}
Mudei-me para {address}.
A minha nova morada é {address}.
Endereço de entrega:\\n{address}
Moro na {address} agora.
Cobraram o meu cartão {card} duas vezes.
número do cartão {card}, válido mais um ano
O cartão de crédito é {card}.
Devolvam para o IBAN {iban}.
A minha conta: {iban}
Dados bancários {iban}, obrigada
O meu CPF ou NIF é {nationalId}.
NIF/CPF: {nationalId}
O pedido número {order} não chegou.
A minha encomenda n.º {order} está atrasada.
Número de cliente: {customer}
O meu número de cliente é {customer}, verifiquem.
Cancelem o contrato nº {customer}.
O código de rastreio é {order}.
Nasci em {born}.
Data de nascimento: {born}
nascido em {born}
A minha senha é {password} e não funciona.
Palavra-passe: {password}
O PIN é {pin}.
Recebi o código {pin} mas o site não aceita.
Uso esta chave de API: {key}
{key} é o token que me deram.
O meu endereço IP é {ip}.
O router mostra {mac} e mais nada.
Os pedidos vêm de {ip} todas as noites.
Cliquei em {url} e não acontece nada.
O link é {url}
A matrícula do meu carro é {plate}.
O veículo com a placa {plate} foi mal cobrado.
`;
