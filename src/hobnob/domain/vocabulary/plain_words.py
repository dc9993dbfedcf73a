"""Words that everybody uses and nobody is interested in, language by language.

Small words, verbs and adjectives for anything, time, greetings, numbers, talk about posting itself.
As they are written and in their base form: "went" is looked for as it stands, then as "go".
"""

from hobnob.domain.vocabulary.phrases import words_of

_ENGLISH = """
a about above absolute absolutely account across actually ad add after afternoon again against ago
agree agreed ah aha ain alas all allow almost alone along already alright also although always am
amazing amid among amp an and annoying another answer any anybody anymore anyone anything anytime
anyway anywhere apart apologies app apparently appear appreciate april are aren around arrive
article as aside ask at august away awesome awful aww baby back bad bag basically be beautiful
because become been before begin being believe below best better between beyond big bit black bless
blog blue bored boring both box boy brand break breakfast breaking bright brilliant bring broken
brother btw build busy but buy by call can cannot care careful carry catch certain chair change
cheap check cheer cheers child children choose city clear clever close coffee cold com come comment
complete confused congrats congratulation consider continue cool corner could couldn count country
couple course cover crazy create cry curious cut cute d dad daily dark daughter day deal dear decade
december decide deep definitely delight delighted describe desk desperate did didn die different
dinner discover discuss dm do doe does doesn doing don done door down draw dream drive drop due
during each early easy eat edition eight either else email empty end enjoy enormous enough entire
equal especially etc even evening event ever every everybody everyone everything everywhere
evidently exactly excellent except excited exciting expect expensive explain extra face fact fail
fair fall false family famous fancy fantastic far fascinating fast father favorite favour favourite
february feel feeling few fight figure fill final finally find fine finish first fit five fix floor
folk folks follow follower for force forever forget form forward four free fresh friday friend from
front full fun funny further fyi gain general gentle genuine genuinely get girl give glad go goes
going gonna good gorgeous got gotta grandma grandpa grateful great green group grow guess guide guy
guys ha had hadn haha half hand handy hang happen happily happy hard has hasn hate have haven having
he head hear heart heavy hello help her here hers herself hey hi hide high him himself his hit hold
home honest honestly hope hot hour house how however http https huge human hundred hurt husband i
idea if imagine imho imo important impossible impressive improve in include increase incredible
indeed inside inspire instant instead interested interesting into introduce involve is isn issue it
its itself january join joke joy july jump june just keep kid kill kind kitchen knew know large last
late lately later latest laugh lazy lead learn least leave left less let letter lie life lift light
like likely line link list listen literally little live ll local lol lonely long longer look lose
lot lots loud love lovely low lucky lunch m mad main make man manage many march mark matter may
maybe me mean meet mention message mid might mild million mind mine minute miss mistake mom moment
monday money month more morning most mostly mother move much multiple mum must my myself mystery
name nasty near nearly neat necessary need neighbor neighbour neither nervous never new news next
nice night nine no nobody none noon nor normal not note nothing notice november now nowhere number o
obvious obviously october odd odds of off offer often oh ok okay old omg on once one ones online
only onto open opinion or order other others otherwise our ours ourselves out outside over own page
paper parent part particular partner pass past pay people perfect perhaps person photo pic pick
picture piece place plan play please pleased pleasure plenty plus podcast point popular possible
possibly post posts prefer prepare present press pretty previous price private probably problem
promise proper properly proud prove provide public pull pure push put question quick quickly quiet
quietly quite ra random rare rarely rather re reach read reader reading ready real realise realize
really reason receive recent recently recommend red reduce relate remain remember remind remove
reply report repost require respect rest result return retweet rich ridiculous right ring rise room
round rt rude run s sad safe said same saturday save saw say says search season second secret see
seem seen sell send sense september serious seriously serve set seven several shall shame shape
share sharp she short should shouldn show shy side sign silence silly similar simple simply since
single sister sit six size skip sleep slow slowly small smart smell smile so soft solve some
somebody somehow someone something sometimes somewhere son soon sorry sort sound speak special spend
spot stand start state stay step still stop store story strange street strong struggle stuck study
stuff stupid such sudden suddenly suggest sunday super support suppose sure surely surprise
surprised sweet t table take talk tbh tell ten tend terrible test than thank thanks that the their
theirs them themselves then there therefore these they thick thin thing things think third this
those though thought thousand thread three thrilled through throughout throw thursday thus til till
time tiny tip tired to today together tomorrow tonight too top total totally touch tough toward
towards town tried true truly trust try tuesday turn tweet twice two type ugly under understand
unfortunate unfortunately unimpressed unless until up update upon us use used useful usual usually
various ve version very via video view visit voice vote wait walk wall wanna want warm was wasn
waste watch way we wear wednesday week weekend weird welcome well were weren what whatever when
whenever where wherever whether which while whisper white who whole whom whose why wide wife wild
will win window wise wish with within without woman won wonder wonderful wondering word words work
world worry worse worst worth would wouldn wow write writing wrong www yay yeah year years yellow
yep yes yesterday yet you young your yours yourself yourselves
"""
_GERMAN = """
ab abend aber ach alle allem allen aller allerdings alles als also alt am an andere anderem anderen
anderer anderes anfangen auch auf aus außer bald bei beide beim beitrag bekommen besonders besser
best bestimmt bild bin bis bisschen bist bitte bleiben brauchen bringen d da dabei dachte dadurch
dafür dagegen daher damals damit danach daneben dank danke dann daran darauf daraus darf darin darum
darüber das dass davon dazu dein deine deinem deinen deiner dem den denen denken denn der deren des
deshalb dessen dich die diese diesem diesen dieser dieses dir direkt doch dort drei du durch dürfen
eben echt egal eigentlich ein eine einem einen einer eines einfach einige einmal ende endlich
entweder er erst erste ersten es essen etwa etwas euch euer eure euro falsch fast fertig finden
folge folgen foto frage fragen frau frei freitag freuen freund freundin für ganz ganze gar geben
gefallen gegen gehen geht gehören genau genauso genug gerade gern gerne gespannt gestern gewesen
gibt glauben gleich groß großartig gruß grüße gut gute guten guter ha hab habe haben halb hallo halt
hat hatte haus hause heißen her herr herrlich herz heute hier hin hinter hoch hoffen hoffentlich
hätte hören ich idee ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in inzwischen irgendwie ist
ja jahr jahre jede jedem jeden jeder jedes jemals jemand jetzt jung kann kaum kein keine keinem
keinen keiner kennen kind kinder klar klein kommen kurz können könnte lang lange lassen laufen laut
leben leicht leider lernen lesen letzte leute lieb liebe lieben lieber liegen links los machen macht
mal man manche manchmal mann mehr mein meine meinem meinen meiner meinung mensch menschen merken
mich minute mir mit mittwoch moin moment monat montag morgen muss musste mutter möchte mögen möglich
müssen nach nachdem nacht natürlich neben nehmen nein nennen nett neu neue neuen neuer neues neulich
nicht nichts nie niemand noch nun nur ob oben oder offen oft ohne paar passen passieren problem
punkt recht reden richtig ruhig sache sagen sagt samstag schade schaffen schauen schlecht schnell
schon schreiben schwer schön sehen sehr sei sein seine seinem seinen seiner seit seite selbst sich
sicher sie sieben sind sitzen so sofort sogar solche sollen sollte sondern sonntag sonst sowas
spannend sprechen spät später stadt stehen stellen still stimmen stunde suchen super tag tage
tatsächlich teil teilen toll treffen trotzdem tun tweet um unbedingt und uns unser unsere unserem
unseren unserer unter vater vergessen vermutlich verstehen versuchen video viel viele vielen
vielleicht vier voll vom von vor vorbei vorher wann war waren warten warum was weg wegen weil weit
weiter weiß welche welcher welches welt wem wen wenig wenn wer werde werden wert wetter wichtig wie
wieder will wir wird wirklich wissen wo woche wochenende wohl wollen wort wunderbar wunderschön wäre
wünschen würde zeigen zeit ziehen ziemlich zu zum zur zurück zusammen zwar zwei zwischen über
überhaupt übrigens
"""
_DUTCH = """
aan al alle alleen alles als altijd ander andere anders avond beetje begin beginnen begrijpen beide
bericht beter bij bijna bijvoorbeeld binnen blij blijven boven brengen buiten d dag dagen dan dank
dankjewel dankzij dat de delen denken der des deze die dinsdag dit dochter doen donderdag dood door
draaien drie dus echt een eens eerst eerste eigen eigenlijk eind eindelijk elk elke en enkel er erg
ergens even fijn foto gaan gaat gaf geen geleden geloven gelukkig genoeg geven geweest geweldig
geweldige gewoon gezien gisteren goed goede graag groot grote haar had halen half hallo hand hard
hart heb hebben hebt heeft heel heen heerlijk hele helemaal helpen hem hen het hetzelfde hier hij
hoe hoewel hoi hopelijk hopen horen houden huis hun hè ieder iedere iedereen iemand iets ik in
inderdaad is ja jaar jammer je jij jong jou jouw jullie kan kans keer kennen kijken kind kinderen
klaar klein kleine klinken kom komen kon kopen kort krijgen kunnen laat laatst laatste land lang
langs laten leggen lekker leren leuk leuke leuker leven lezen lief liever liggen lijken lopen maal
maand maandag maar maken man me mee meer meest meestal mekaar men mens mensen met meteen mij mijn
minder minuut misschien moeder moeilijk moest moet moeten mogen moment mooi mooie morgen na naar
naast nacht natuurlijk nee nemen net niemand niet niets nieuw nieuwe nieuws niks nodig nog nooit nou
nu of om omdat omheen onder ons onze ook op opeens open opnieuw oud oude over overal paar pas per
plaats plek prachtig prachtige precies proberen punt samen school schrijven sinds slecht snappen
snel soms soort staan staat stad steeds steken stellen stuk te tegen ten terug terwijl thuis tijd
tijdens toch toe toen toevallig tof tot trouwens tussen twee uit uur vaak vader vallen van vanavond
vandaag vanmiddag vanmorgen vast veel ver verder vergeten verhaal vertellen video vier vind vinden
voel voelen vol volgen volgende volgens vond voor vooral voorbij vorig vorige vraag vragen vriend
vriendin vrij vrijdag vrouw waar waarom waarschijnlijk wachten wanneer want waren was wat we week
weekend weer weg weinig wel welk welke wereld werk werken weten wie wij wil willen woensdag woord
word worden wordt zaak zag zaterdag ze zeer zeggen zei zelf zelfs zes zetten zeven zich zien zij
zijn zin zitten zo zoals zoeken zomaar zon zondag zonder zoon zou zouden zullen
"""
_FRENCH = """
a ai aider ailleurs aimer ainsi air ajouter aller alors ami amie an année ans apprendre après
arriver assez attendre au aucun aucune aujourd aussi autant autre autres aux avant avec avez avoir
avons bah beau beaucoup bel belle besoin bien bientôt bon bonheur bonjour bonne bonsoir bout bravo
bref c car ce ceci cela celle celles celui cent cependant certain certaine ces cet cette ceux chaque
cher chercher chez choisir chose choses ci cinq clair coeur combien comme commencer comment
comprendre compte content coup cours cœur d dans de dedans dehors demain demander depuis dernier
dernière des deux devant devenir devoir dimanche dire dommage donc donner dont dormir du dur début
décider déjà elle elles en encore end enfant enfants enfin ensemble ensuite entendre entre envie
essayer est et eu eux exactement exemple face faire fait faites famille faut façon femme fermer
fille fils fin finir fois font fort foto gens grand grande gros grâce guère génial heure heureuse
heureux hier histoire homme hui hâte hé ici idée il ils important j jamais je jeudi jeune jeunes
joie joli jolie jour journée jours jusqu jusque juste l la laisser le lequel les leur leurs lire
loin long longtemps lors lorsque lui lundi là m ma madame magnifique main maintenant mais maison mal
malgré manger manière marcher mardi matin mauvais me meilleur merci mercredi mes mettre mieux mille
mine minute moi moins mois moment mon monde monsieur mot mots mère même n ne ni nom nombre non nos
notre nous nouveau nouveaux nouvelle nouvelles nuit nécessaire nôtre on ont ou oublier oui ouvrir où
p par parce pareil parfois parler parmi partager partie partir partout pas passer payer pays pendant
penser perdre personne petit petite petits peu peur peut peuvent photo pied place plaisir plein plus
plusieurs plutôt point porter poser possible post pour pourquoi pourtant pouvoir premier première
prendre presque prochain propos propre près prêt puis puisque père qu quand quatre que quel quelle
quelles quelqu quelque quelques quels question qui quitter quoi quoique raison rappeler recevoir
regarder rencontrer rendre rentrer rester retour retrouver revenir rien rue réussir s sa samedi sans
sauf savoir se semaine sembler sens sentir sera ses seul seule seulement si sien simple soi soir
sois soit sommes son sont sortir souvent suis suivre sujet super superbe sur surtout t ta tandis
tant tard te tel telle tellement temps tenir tes toi tomber ton toujours tour tous tout toute toutes
triste trois trop trouver très tu tweet type tête tôt un une va vais vas vendredi venir vers vidéo
vie vieux ville vite vivre voici voilà voir vont vos votre vouloir vous voyager vrai vraie vraiment
vu week y yeux à ça écouter écrire également étaient étais était été être
"""
_SPANISH = """
a abrir acabar acá además adiós agradecer ah ahora ahí al algo alguien alguna algunas alguno algunos
algún allá allí alto amiga amigo amigos amor antes aparecer apenas aprender aquel aquella aquello
aquí asi así atrás aunque ayer ayuda ayudar año años aún bajo barrio bastante bien bonita bonito
buen buena buenas bueno buenos buscar cada caer calle cambiar cambio camino capaz casa casi caso
claro comenzar comer como compartir comprar con conocer conseguir contar contento contra corazón
cosa cosas crear creer cual cualquier cuando cuanto cuatro cuenta cuidar cuál cuándo cuánto cómo d
da dar de deber decir dejar del delante demasiado demás dentro desde después difícil dinero domingo
donde dormir dos durante día días dónde e el ella ellas ello ellos empezar en encantar encima
encontrar enero enorme entender entonces entrar entre era eran eres es esa esas escribir escuchar
ese eso esos esperar estaba estaban estado estar estas este esto estos estoy está están existir
falta faltar familia favor feliz fin final foto fue fuera fueron fuerte fácil ganar ganas genial
gente gracias gran grande gusta gustar ha haber habla hablar había hace hacer hacia hago han has
hasta hay haya he hemos hermana hermano hija hijo hijos hilo historia hola hombre hora horas hoy
hubo idea igual importante incluso increíble intentar ir jamás joven jueves junto juntos la lado
largo las le leer lejos lento les levantar libre listo llamar llegar llevar lo lograr los luego
lugar lunes madre mal mala malo mandar manera mano maravilla maravilloso martes mas mayor mañana me
medio mejor menos mensaje mes mi miedo mientras mil minuto mira mirar mis misma mismo miércoles
momento morir mostrar mucha muchas mucho muchos muerte mujer mundo muy más mí mía mío nada nadie
necesitar ni ninguna ninguno ningún niña niño niños no noche nombre nos nosotros noticia nuestra
nuestras nuestro nuestros nueva nuevas nuevo nuevos nunca o ocho ojalá olvidar os otra otras otro
otros padre padres pagar palabra para parecer parte partir pasado pasar país pedir pena pensar peor
pequeña pequeño perder perdón perfecto pero persona personas poca poco pocos poder podría poner por
porque posible preciosa precioso pregunta preguntar primer primera primero probar problema pronto
propia propio próximo pueblo puede pueden puedo pues punto que quedar querer quien quieres quiero
quizá quizás quién qué razón realidad realmente recibir recordar rico saber salir se sea seguir
seguro según seis semana sentir ser señor señora si sido siempre siete siglo siguiente sin sino
sobre sois sol sola solamente solo somos son soy su subir suerte sus sábado sé sí sólo tal también
tampoco tan tanta tanto tarde te tema tener tengo tenía tercer terminar ti tiempo tiene tienen tipo
toca tocar toda todas todavía todo todos tomar trabajar trabajo traer tras tres triste tu tuit tus
tú un una unas uno unos usar usted ustedes vale vamos van varios veces ver verdad vez vida video
viejo viene viernes vivir volver vosotros voy vuestra vuestro vídeo y ya yo él última último
"""
_PORTUGUESE = """
a acabar achar acho agora ah ainda alegria algo algum alguma algumas alguns alguém ali além amanhã
amiga amigo amigos amo amor andar ano anos ante antes ao aos apenas aprender aquela aquele aqui
aquilo as assim através até aí baixo bastante bem boa boas bom bonita bonito bons buscar cada
caminho casa casas caso cedo certeza certo cheio cinco claro coisa coisas com comer começar comigo
como comprar conhecer conseguir contar contente contra conversar coração criança crianças criar
cuidar cá da dar das de dela dele deles demais dentro depois desde dessa desse desta deste deve
dever dia dias difícil dinheiro dizer do dois domingo dormir dos duas durante dá e ela elas ele eles
em embora enquanto entender entrar entre então era eram escrever esperar espero essa essas esse
esses esta estar estava este estes estou está estão eu exemplo falar falta família faz fazer feira
feliz ficar filha filho filhos fim final foi fora foram forte foto frente fácil gente gosta gostar
gosto grande grandes ha história hoje homem hora horas há ideia ideias igual importante incrível ir
irmã irmão isso isto jamais jeito jovem junto juntos já lado lembrar ler levar lhe lhes linda lindo
livre logo longe longo lugar lá maior mais mal mandar maneira manhã maravilha maravilhoso mas me
medo meio melhor menina menino menos mensagem meses mesma mesmo meu meus mil mim minha minhas minuto
momento morrer mostrar mudar muita muitas muito muitos mulher mundo mãe mão mês na nada nas nem
nenhum nenhuma ninguém no noite nome nos nossa nossas nosso nossos notícia nova novas novo novos num
numa nunca não nós o obrigada obrigado oi olha olhar olá onde ontem os ou outra outras outro outros
ouvir pai pais palavra para parecer parte partir passado passar país pedir pela pelas pelo pelos
pena pensar pequena pequeno perder perfeito pergunta perguntar perto pessoa pessoas pior pode podem
poder podia pois por porque possível pouco poucos precisa precisar preciso primeira primeiro
procurar pronto própria próprio próxima próximo qual qualquer quando quanto quarta quase quatro que
quem quer querer quero quinta quê razão realmente receber rua saber sair se segunda segundo sei seis
sem semana sempre sendo sentir ser será seu seus sexta si sim sinto sob sobre sol somos sorte sou
sua suas sábado são tal também tanta tanto tarde te tem tema tempo tenho tentar ter terminar terça
teu ti tinha tipo tirar toda todas todo todos tomar trabalhar trabalho trazer triste três tu tua
tudo tuíte tão têm um uma umas uns usar vai vale velho vem ver verdade vez vezes vi vida viver
vizinha vizinho você vocês volta voltar vontade vou várias vários vão vídeo à às é última último
"""
_ITALIAN = """
a abbastanza abbiamo ad adesso ai al alcune alcuni alla alle allo allora altra altre altri altro
amare amica amici amico amore anche ancora andare anni anno appena aprire arrivare aspettare assai
avanti aver avere aveva bambini bambino basta bel bella belle bellissima bellissimo bello bene
bisogno bravo brutto buon buona buone buono c cambiare cambio capire casa caso cercare certo che chi
chiamare chiedere ci ciao cinque circa città ciò come cominciare comprare con conoscere contento
continuare contro cosa cose così creare credere cui cuore d da dai dal dalla dalle dare davanti
davvero degli dei del della delle dello dentro devo di dietro difficile dire diventare domanda
domani domenica donna dopo dormire dove dovere due durante e ecco ed entrare era erano esempio
essere fa facile famiglia fare fatto felice figli figlia figlio fin finalmente fine finire fino
forse forte foto fra fratello fuori gente giorni giorno giovane giovedì giusto già gli grande grandi
grazie guardare ha hai hanno ho i idea ieri il importante in incontrare infatti insieme intanto
invece io la lasciare lavorare lavoro le leggere lei lentamente li libero lo lontano loro lui lunedì
lungo là lì ma macchina madre mai male mamma mandare mangiare mano martedì mattina me medesimo
meglio meno mentre meraviglioso mercoledì mese mesi mettere mezzo mi mia mie miei mille minuto mio
modo molta molte molti molto momento mondo morire mostrare ne necessario negli nei nel nella nelle
nello nemmeno nessun nessuna nessuno niente no noi nome non nonostante nostra nostre nostri nostro
notizia notte nulla nuova nuove nuovi nuovo nè né o od oggi ogni ognuno oltre ora ore ormai padre
paese papà pare parlare parola parole parte partire passare passato paura peccato peggio pensare per
perché perdere persona persone però pezzo piace piacere piano piccola piccoli piccolo pieno più po
pochi poco poi poiché portare possibile posso posto potere prendere presto prima primo problema
proprio prossimo provare punto può qua qual qualche qualcosa qualcuno quale quali quando quanto
quasi quattro quella quelle quelli quello questa queste questi questo qui quindi ragazza ragazzo
ragione rendere restare ricevere ricordare rimanere riuscire sabato sapere sarebbe sarà scorso
scrivere se secondo sei sembrare semplice sempre sentire senza sera si sia siamo siete signora
signore so sola soldi solito solo sono sopra soprattutto sorella sotto spesso sta stai stare stata
stati stato stessa stesso storia strada su sua sue sui sul sulla sulle suo suoi sì tale tanta tante
tanti tanto tardi te tempo tenere ti tra tre triste troppa troppo trovare tu tua tue tuo tuoi tutta
tutte tutti tutto uguale ultima ultimo un una uno uomo usare vecchio vedere venerdì venire vero
verso via vicino video vita vivere voce voglia voi volere volta volte vorrei vostra vostro è
"""

_BY_LANGUAGE = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "nl": _DUTCH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "pt": _PORTUGUESE,
    "it": _ITALIAN,
}
PLAIN_WORDS = {language: frozenset(words_of(text)) for language, text in _BY_LANGUAGE.items()}
"""By language."""
PLAIN_EVERYWHERE = frozenset[str]().union(*PLAIN_WORDS.values())
"""For texts of no language that hobnob knows the words of."""
