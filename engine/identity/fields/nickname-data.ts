/**
 * Names that stand for one another, a group each: pet names, short forms, spellings, and the name in other languages.
 * @source common knowledge of the languages, written for this table; chosen: a group only where one person is really called both
 */
export const english = `
robert rob bob bobby robbie robby bert rab|william will bill billy willie willy liam wills|richard rick dick ricky richie rich dickie ritchie|
james jim jimmy jamie jem jimmie|john jack johnny jon jackie johnnie jock jonny|jonathan jon jonny johnathan jonathon johnny|
joseph joe joey jo jos|michael mike mick mickey micky mikey micheal mitch mikael|christopher chris kit topher christofer kris kristopher|
charles charlie chuck chas chaz charley chip charly|thomas tom tommy thom tomas|david dave davey davy dai davie|daniel dan danny dani danial|
matthew matt matty mathew mat matthias|anthony tony antony ant anton|andrew andy drew andre dru|edward ed eddie ted teddy ned eddy eduard|
edwin ed eddie ned win|edmund ed eddie ned ted edmond|theodore ted teddy theo|frederick fred freddie freddy rick fredrick frederic fritz|
alexander alex al sandy xander alec sasha lex alexandre zander ali|albert al bert bertie alby|alfred alf alfie fred al|allan al alan allen alun|
benjamin ben benny benji benjy|benedict ben benny|samuel sam sammy|samson sam|nicholas nick nicky nico nic nicolas klaus claus niko|
patrick pat paddy rick padraig pádraig|peter pete petey pedro pierre|philip phil pip phillip filip flip|stephen steve stevie steven stefan steph|
gregory greg gregg gregor|geoffrey geoff jeff jeffrey jeffery|gerald gerry jerry ger|gerard gerry jerry gerrard ger|jeremy jerry jez jem jeremiah|
jerome jerry|kenneth ken kenny kenn|lawrence larry laurie lawrie loren laurence lars lorenz|leonard leo len lenny leon|leopold leo poldi|
leslie les lesley|louis lou louie lewis luis ludwig|martin marty mart|maurice morris mo|maximilian max maxi maxim|maxwell max|
nathaniel nathan nate nat natty|nathan nate nat|oliver ollie olly oli noll|raymond ray raymon|reginald reg reggie|ronald ron ronnie ronny|
russell russ rusty|sidney sid sydney syd|stanley stan|terence terry terrance terrence|timothy tim timmy|tobias toby tobi|victor vic vick viktor|
vincent vince vinny vin vinnie|walter walt wally wat|zachary zach zac zack zachariah|joshua josh joss|jacob jake jakob jack jacques jakub|
joel joe|isaac ike zak izaak|abraham abe bram abram|adam ad addy|arthur art artie arturo|archibald archie arch|augustus gus augie august|
barnaby barney|bernard bernie barney bernhard bernardo|bartholomew bart barty|bradley brad|brandon bran|bruce brucie|calvin cal|cameron cam|
clifford cliff|clinton clint|cornelius neil corny con|curtis curt kurt|cyril cy|dennis den denny denis|dominic dom nic dominick dominik|
donald don donnie donny|douglas doug dougie|duncan dunc|dylan dyl|ebenezer eben|elijah eli|elliot eli elliott eliot|ernest ernie ern ernst|
eugene gene eugen|ezekiel zeke|finlay fin finn finley|francis frank fran frankie francisco franz frances|franklin frank frankie|gabriel gabe gab|
garfield gary|gareth gary gaz garry|george georgie geo jorge georg giorgio|gilbert gil bert|graham gray graeme grahame|gordon gord gordy|guy guido|
harold harry hal|henry harry hank hal henri heinrich enrique|harrison harry|herbert herb bert herbie|herman herm hermann|horace horry|hubert bert hugh|
hugh hughie hugo huey|humphrey humph|ian iain eoin|ignatius iggy nacho|isaiah zay|ivan van vanya|jason jay jase|jay jayden|jesse jess|jordan jordy jord|
julian jules jul|justin just|karl carl carlo|keith kei|kevin kev|kieran ciaran|lachlan lachie lochie lachy|lancelot lance|lucas luke luca luc lukas|
malcolm mal malc|marcus mark marc marco markus|marshall marsh|marvin marv|melvin mel melvyn|milton milt|mitchell mitch|mohammed mo mohamed muhammad mohammad mohamad muhammed md|
montgomery monty|morgan mo|mortimer mort|neil neal niall|nelson nels|nigel nige|norman norm|octavius tavi|orlando lando|oscar ozzie|oswald ozzie oz|
percival percy|preston pres|quentin quin|ralph raf rafe ralf|randolph randy|randall randy|raphael raf rafael raffi|rodney rod roddy|roderick rod roddy rory|
roger rodge rodger|roland rollo rolly rowland|rudolph rudy rudi rudolf|rupert rupe|sebastian seb bastian basti|shane shayne|shaun sean shawn|sheldon shel|
sherman sherm|simon si sy|solomon sol solly|spencer spence|sterling stirling|stewart stu stuart|sylvester sly vester|tanner tan|thaddeus thad tad|tristan tris|
tyler ty|tyrone ty|valentine val|vernon vern|wallace wally wal|warren waz|wesley wes|wilfred wilf fred|winston win winnie|woodrow woody|yusuf youssef yousef joseph yosef|
ahmed ahmad achmed|hussein hussain husain|ibrahim abraham|abdullah abdul abdallah|ali aly|omar umar|osman usman|syed sayed|
elizabeth liz lizzie beth betty betsy eliza bess libby lisa elisabeth elspeth lizzy lilibet|margaret maggie meg peggy marge margie greta rita madge daisy margot mags|
catherine kate katie kathy cathy kat cate kathryn katherine katharine kitty kay katy kath cat kathrine|kathleen kathy kath kate kay cathleen|
mary molly polly mae marie maria may mamie minnie|ann anne anna annie nan nancy nanny|hannah ann hanna nan|patricia pat patty trish tricia patsy trisha pattie|
jennifer jen jenny jenn jennie jenifer|jessica jess jessie|susan sue susie suzy susanna suzanne susannah|barbara barb babs barbie bobbie babette|
deborah deb debbie debra debby|dorothy dot dottie dolly dora dorothea|rebecca becky becca bec bex rebekah beck|sarah sally sara sadie sal|
victoria vicky tori vicki vickie vic|alexandra alex sandra lexi sasha alexa ali lexie sandy allie xandra|alexandria alex lexi|amanda mandy mandi manda|
abigail abby gail abbie abi|adelaide addie heidi ada|agnes aggie nessie|alice ali allie lissa|alison ali allie allison alyson|amelia amy millie mel emily|
emily em emmy millie emilie emmie|emma em emmy|angela angie ange|antonia toni tonia|arabella bella ara|isabella bella izzy isabel isabelle belle isobel|
beatrice bea trixie bee trix|beverley bev beverly|brenda bren|bridget bridie biddy brigid|camilla milla cami millie|candace candy|carol carrie caz carole|
caroline carrie caro lina carolyn carol|charlotte charlie lottie char lotte|chloe clo chlo|christina chris tina chrissie chrissy kristina christine|
christine chris tina chrissie chrissy kirsten kristine kirstin|cassandra cass cassie sandra|cecilia cissy celia cece|claire clare clara|constance connie|
cordelia delia|cynthia cindy cyndi|danielle dani elle|diana di diane|eleanor ellie nell nora ella elle nellie elinor lenore|ellen nell ellie nellie helen|
erica ricky erika|esther essie hettie|eve evie eva|evelyn evie eve|felicity fliss flick|florence flo flossie florrie|frances fran frankie francie fanny|
gabrielle gabby gabi|georgina georgie gina georgia georgiana|geraldine gerry|gertrude gertie trudy trude|gillian gill jill gilly|grace gracie|
gwendolyn gwen wendy|harriet hattie hatty harri|heather het|helen nell ellie nellie lena helena ellen|henrietta etta hettie hattie|imogen immy imo|ingrid inga|
irene rene rena|jacqueline jackie jacqui jacquie|jane janey janie jean|janet jan jane|janice jan|jean jeannie jeanie|joan joanie|joanna jo joanne|
josephine jo josie jojo fifi|joyce joy|judith judy jude judi|julia jules julie|juliet jules julie juliette|kimberly kim kimmy kimberley|kristen kris kirsten|
laura laurie lori laurel lolly|lauren laurie loren|leonora nora|lillian lil lily lilian lilly|linda lin lindy lynda|lorraine lori raine|louise lou lulu|
lucy lu lucia lucie|lydia liddy|lynn lin lynne lyn|madeline maddie mady madeleine maddy madelyn madison|marcia marcy|marianne marian|marilyn mary|
marjorie marge margie marj|martha marty mattie marta|matilda tilly mattie tilda|maureen mo maur|megan meg meggie meghan|melanie mel|melissa mel missy lissa|
michelle shelly mich shell michele|mildred millie|miranda mandy randy|miriam mimi miri|monica mon|muriel mu|natalie nat nattie|natasha tasha nat tash|
nicole nicky nikki nic nichole|nicola nicky nikki nic|olivia liv livvy ollie livia|pamela pam pammy|penelope penny pen|philippa pip pippa|phoebe phoebs|
priscilla cilla pris|prudence prue|rachel rach rachael|roberta bobbie robbie|rosalind ros roz|rosemary rose rosie romy|rose rosie rosa|roxanne roxy|
ruth ruthie|sabrina bri|samantha sam sammy sammie|shirley shirl|sharon shaz|sheila shell|sophia sophie sofia soph sofie|stephanie steph stevie steffi stefanie|
stella estelle|sylvia syl silvia|tabitha tabby|tamara tammy tam|tamsin tammy|teresa tess terry theresa tessa terri tracy|tiffany tiff|tracey trace tracy|
ursula ulla|valerie val|vanessa nessa ness|veronica ronnie vera ronni|virginia ginny ginger|vivian viv vivienne|wilhelmina mina billie willa minnie|
winifred win winnie freda|yvonne vonnie|zoe zo|lachlan lachy|brianna bri breanna|caitlin kate cait caitlyn kaitlyn|courtney court|jasmine jas jaz jazz|kayla kay|
mackenzie mac kenzie|makayla mikayla michaela|paige page|sienna si|tahlia talia|teagan tegan|georgia george`;

export const german = `
johannes hans johann hannes jan hansi jo|hansjoerg hansjorg|hanspeter hans|friedrich fritz friedel fiete fred|heinrich heinz heiner heini hein henrik hinnerk|
wilhelm willi willy helmut wim|ludwig lutz lui wiggerl|josef sepp jupp joseph beppi seppi jo|franz franzi francis frank|georg schorsch jorg joerg jurgen juergen gorg|
karl kalle charly carl|alfons fonsi|alois lois loisl aloys|andreas andi andy anderl dre|anton toni tony|bernhard bernd berni hardy bernard|berthold bert|
christian chris christl krischan|christoph chris stoffel christof|daniel dani|dieter didi|dietrich dieter dirk|eberhard ebi hardy|eckhard ecki|eduard edi ed|emil milo|
erich eric erik|ernst ernie|eugen geni|ferdinand ferdi nando|florian flo flori|gerhard gerd gert hardy|gottfried friedel gotz|gregor greg|guenther gunther gunter guenter gunti|
guenter gunter|herbert herb|hermann manni|hieronymus ronny|hubert hubsi|ignaz naz|jakob jockel kobi|joachim achim jochen jo|jochen joachim|kaspar kasper caspar|
klaus nikolaus niklas claus nico nicklas|konrad kurt conny conrad|korbinian korbi|kurt curt|leonhard leo hartl|lorenz lenz|lukas luki luca|magnus mangold|manfred manni fred|
markus mark marc marcus|martin maddin|matthias matze hias mathias matthaeus matti|maximilian max maxl maxi|michael michi michel mike micha michl|moritz moriz|
norbert bert|oskar oscar|otto ottl|paul pauli|peter pit petr|philipp phil lipp philip|rainer reiner|reinhard reini hardy|reinhold reini|richard richi|robert robi|
roland roli|rudolf rudi rolf rudolph|ruediger rudiger rudi|sebastian basti wastl bastian seb|siegfried sigi siggi|sigmund sigi|simon simmerl|stefan steff stephan steffen|
theodor theo teo|thomas tom thommy|tobias tobi|ulrich uli ulli|valentin vale|viktor vic|volker vock|walther walter walti|werner wern|wolfgang wolf wolfi|wolfram wolf|
anna anni anne annika annerl|annemarie annamarie annamaria|anneliese anne liesl|angelika geli angie|antonia toni|barbara babsi bärbel barbel baerbel|beate bea|
birgit biggi brigitte|brigitte gitti gitte biggi brigitta|charlotte lotte lotti charly|christa christl|christiane chris jana|christina tina chris|claudia claudi|
cornelia conny nele|dorothea dorle dora doro thea|edeltraud traudl edeltraut|elfriede friedel elfi|elisabeth elli lisa liesl sissi else elsbeth lisbeth ilse elsa bettina lieschen elise|
emilie milli emmi|erika eri|eva evi|franziska franzi fanny|friederike rike friedel fritzi|gabriele gabi gaby gabriela|gertrud trudi gerti traudl gertrude|gisela gisi|
gudrun gudi|hannelore hanne lore|hedwig hedi hedy|heidemarie heidi|adelheid heidi heide|helene leni lene helena|helga helgi|henriette jette henny|hildegard hilde|
ingeborg inge|ingrid inge|irmgard irmi|isabella isi bella|johanna hanna hanni jo|josefine josi fine josephine|jutta jutti|karin kari carin|karoline karo lina caroline|
katharina kathi kati katja trine kathrin katrin käthe kathe kaethe|kristina kristin kirsten|leonore lore|lieselotte lilo liselotte|luise lulu louise|magdalena leni lena magda|
margarete grete gretel margit marga gretchen rita margarethe margret margareta greta|maria mitzi ria mia mariele marie|marianne nanni|marlene leni marlen|martina tina|
mathilde tilde hilde|mechthild mecki|melanie mel melli|michaela michi|monika moni|nicole nici|petra peti|philomena mena|regina gina regine|renate nati|rosemarie rosi romy|
rosina rosi|sabine bine|sandra sandi|sieglinde linde|sigrid siggi|silke sille|sophie fifi sofie|stephanie steffi stefanie|susanne susi sanne susanna|theresia resi therese|
ulrike uli rike ulla|ursula uschi ulla ursel|veronika vroni|viktoria vicky|waltraud traudl waltraut|wilhelmine minna mine`;

export const french = `
alexandre alex sacha|alexandra alex sandra|antoine toine tonio|augustin gus|benjamin ben|benoit ben beno|bernadette nadette|bertrand bert|catherine cathy kate catou|
charles charlie charlot|christian chris|christophe chris tof christof|daniel dani dan|dominique dom domi|edouard doudou ed|elisabeth babette zabeth lise elise|
emmanuel manu|emmanuelle manu|etienne steph stephane|eugenie nini|fabrice fab|fabien fab|francois fanfan francis franck|francoise fanchon soizic|frederic fred|
frederique fred|gabriel gaby|genevieve ginette|geoffroy geoff|georges jojo|gerard gege|gilbert gil|guillaume guigui will|henri riton|isabelle isa zabou|
jacqueline jacquie|jacques jacquot jacky|jean jeannot yann|jeanne jeannette jeannine|jerome jeje|joseph jo|josephine josette fifine|julien juju|laurent lolo|
louis loulou|louise louisette loulou|madeleine mado|marguerite margot|marie manon mimi|martine titine|mathieu mat matthieu math|maxime max|michel mimi|
nathalie nat nath|nicolas nico|olivier oliv|pascal pascalou|patrice pat|philippe phil|pierre pierrot|raphael raph|robert bob|sebastien seb bastien|sophie soso|
stephane steph|stephanie steph fanny|suzanne suzette suzy|sylvain syl|theophile theo|therese theresa|thibault thib thibaut thibaud|thierry titi|veronique vero|
victor totor|vincent vince|virginie nini|xavier xav|yvette yvonne`;

export const spanish = `
alberto beto berto|alejandro alex jandro ale alejo|alejandra ale jandra|alfonso fonso poncho alonso|alfredo fredo|ana anita|andres andresito|antonio tono toni antono|
antonia tona|asuncion asun choni|beatriz bea betty|carlos carlitos litos|carmen mari menchu carmela|carolina caro|catalina cata|concepcion concha conchita chon|
consuelo chelo|cristina cris tina|cristobal cris toba|daniel dani|dolores lola loli lolita|eduardo edu lalo|elena nena|encarnacion encarna encarni|
enrique quique kike|ernesto neto|esperanza espe|eugenia geni|federico fede|felipe pipe feli|fernando fer nando ferdinando hernando|francisco paco pancho fran curro kiko frasco patxi cisco|
francisca paca paqui fran|gabriel gabi gabo|gerardo lalo|gonzalo gonza|graciela chela|gregorio goyo|guadalupe lupe lupita|guillermo guille memo|gustavo gus tavo|
hector tito|ignacio nacho inaki|inmaculada inma|isabel isa chabela|jaime jimmy|javier javi xavier|jesus chus chucho suso|jesusa chusa|joaquin quino ximo|jorge coque|
jose pepe chepe josele|josefa pepa fina|josefina fina|juan juanito ivan|juana juanita|julio julito|laura lauri|leonardo leo|leticia leti|lorenzo loren|lourdes lulu|
lucia luci|luis lucho luisito|luisa lucha|magdalena magda|manuel manolo manu lolo|manuela manoli manola|margarita marga rita|maria mari maruja|mariadelcarmen maricarmen|
mercedes merche meche|miguel mike migue|monserrat montse montserrat|natividad nati|nicolas nico colas|olga olguita|pablo pablito|patricia patri pati|pedro perico|
pilar pili|rafael rafa|ramon moncho|raul rulo|ricardo ricky|roberto beto rober|rodrigo rodri|rosario charo|salvador salva chava|santiago santi yago tiago|sebastian sebas|
sergio checo|soledad sole|susana susi|teresa tere|trinidad trini|valentina vale|vicente chente|victoria vicky viky|yolanda yoli`;

export const italian = `
alessandro ale sandro alex|alessandra ale sandra|alfredo fredo|andrea andy|angelo angelino|angela angelina|antonio tonio nino toni tonino|
antonella nella|antonietta etta|bartolomeo meo|beatrice bea bice|carlo carletto|caterina rina cate|concetta tina cettina|cristina cri|daniele dani|domenico mimmo nico mico|
domenica mimma|edoardo edo|elisabetta betta elisa betty lisa|emanuele manu lele|federico fede chicco|federica fede|ferdinando nando|filippo pippo|francesco franco ciccio cesco checco|
francesca franca fra cesca|gabriele lele gabri|gaetano tano|gennaro gennarino|giacomo giacomino mino|gianluca luca gian|gianfranco franco gian|gianmarco gian|gianpaolo giampaolo gian|
giorgio giorgino|giovanni gianni nanni vanni giannino gian|giovanna gianna vanna|giuseppe peppe beppe pino peppino geppetto bepi|giuseppina pina pinuccia giusy|guglielmo memo|
ignazio gnazio|leonardo leo nardo|lorenzo renzo lollo|luigi gigi gino luigino|luigia gina|marcello lello|margherita rita marghe|maria mariuccia|
massimiliano massimo max|massimo max|matteo teo matte|maurizio mauri|michele michi lino|michela michi|nicola nico|paolo paolino|pasquale lino pasqualino|piero pietro pierino|
raffaele lello raffa|raffaella raffa lella|riccardo ricky|roberto roby berto|roberta roby|rosalia lia|salvatore totò toto turi salvo|santo santino|sebastiano bastiano nuccio|
simone simo|stefano ste|stefania ste|teresa resi|tommaso tommy maso|umberto berto|valentina vale|valerio vale|vincenzo enzo cenzo|vincenza enza|vittoria vicky|vittorio vito`;

export const portuguese = `
alexandre xande ale|ana aninha|antonio toninho tonho toze|augusto guto|beatriz bia|bernardo be|bruno bru|camila mila|carlos caca carlinhos|carlota lota|catarina cata|
cristina cris tina|daniel dani|eduardo dudu edu|fabiana fabi|fabricio fabi|felipe fe lipe filipe|fernanda nanda fe|fernando nando|flavio flavinho|francisco chico xico paco|
francisca chica xica|gabriel gabi biel|gabriela gabi|gilberto beto giba|guilherme gui guiga|gustavo guga gu|helena lena leninha|henrique rique kiko|humberto beto|
ines nes|isabel bela isa bel|joana jo|joao joaozinho jango|joaquim quim|jorge jorginho|jose ze zeca zezinho|juliana ju|larissa lari|leonardo leo|leticia le|
luciana lu|luis luisinho lula|luiz luis lula|luiza lu luisa|manuel maneco manel mane|manoel manuel|marcelo celo|marcos marquinhos|margarida guida|maria mariazinha|
mariana mari nana|mateus matheus teteu|miguel miguelito|natalia nati|patricia paty|paulo paulinho|pedro pedrinho|rafael rafa|rafaela rafa|raimundo mundinho|ricardo cado rick|
roberto beto robertinho|rodrigo digo|sebastiao tiao bastiao|sergio serginho|susana su|teresa tete|thiago tiago|tiago ti|vanessa nessa|vitoria vivi|vinicius vini`;

/** The name of one person in several languages. */
export const acrossLanguages = `
john johann juan jean giovanni joao jan johannes ivan jens|charles karl carlos carlo carl karel|henry heinrich henri enrique enrico henrique henrik|
william wilhelm guillaume guillermo guglielmo guilherme willem|george georg georges jorge giorgio yuri jerzy|peter pierre pedro pietro petr piotr pjotr|
paul pablo paolo paulo pavel pawel|michael michel miguel michele mikhail michal mikhael|joseph josef jose giuseppe jozef|james jacques jaime giacomo tiago jakob|
stephen stefan etienne esteban stefano estevao stepan|francis franz francois francisco francesco frantisek|lawrence lorenz laurent lorenzo lourenco|
nicholas nikolaus nicolas nicola nikolai mikolaj|louis ludwig luis luigi luiz|philip philipp philippe felipe filippo filipe|andrew andreas andre andres andrea andrei andrzej|
anthony anton antoine antonio|matthew matthias mathieu mateo matteo mateus|luke lukas luc lucas luca|mark markus marc marcos marco|frederick friedrich frederic federico frederico|
edward eduard edouard eduardo edoardo|alexander alexandre alejandro alessandro aleksandr aleksander oleksandr alexandros|gregory gregor gregoire gregorio grigori|
raphael rafael raffaele|thomas tomas tommaso tome|vincent vicente vincenzo|christopher christoph christophe cristobal cristoforo krzysztof|
mary maria marie mariya|elizabeth elisabeth isabel elisabetta elizaveta|catherine katharina catalina caterina catarina ekaterina katarzyna katerina|
margaret margarete marguerite margarita margherita margarida|helen helene elena helena olena|ann anna anne ana|joan johanna jeanne juana giovanna joana|
alexandra alejandra alessandra aleksandra oleksandra|sophia sophie sofia zofia sofiya|julia julie giulia yulia iuliia|theresa therese teresa|eve eva|lucy lucie lucia luzia|
josephine josefine josefa giuseppina|frances franziska francoise francisca francesca|barbara varvara|natalie natalia nathalie natalya|martha marta marthe|susan susanne suzanne susana susanna|
eugene eugen evgeny yevgeny evgenii|dmitry dmitri dmitrii dmytro|sergei sergey serhii sergii|alexei aleksei alexey oleksii|vladimir volodymyr wladimir|yuri yury iurii jurij|
nataliya natalia nataliia|tatiana tatyana tanya tania|anastasia nastya anastasiia|maria masha|dmitri dima mitya|vladimir vova volodya|alexander aleksandr aleksander alexandr oleksandr sasha shura sascha|alexandra sasha|
mikhail misha|nikolai kolya|ivan vanya|ekaterina katya|elena lena|olga olya|svetlana sveta|yelena elena|boris borya|konstantin kostya`;
