"""What is said to somebody to hurt them, by language: insults, threats, wishes of death.

A noun alone is no insult, because it may be said of anybody: it needs "you are" or the like.
"""

from hobnob.domain.hygiene.phrases import Telling, phrases

_NOUNS = {
    "en": "idiot/idiots/moron/morons/imbecile/loser/losers/clown/scum/pig/trash/garbage/disgrace"
    "/cretin/bastard/asshole/arsehole/bitch/dumbass/jerk/coward/liar/fool/waste_of_space",
    "es": "idiota/imbécil/estúpido/estúpida/gilipollas/payaso/payasa/basura/cabrón/inútil",
    "pt": "idiota/imbecil/burro/burra/otário/otária/palhaço/palhaça/lixo/babaca",
    "fr": "idiot/idiote/imbécile/connard/connasse/abruti/abrutie/ordure/minable/con/conne",
    "de": "idiot/trottel/depp/arschloch/abschaum/versager/dummkopf/schwein/blödmann/dreckskerl",
    "it": "idiota/cretino/cretina/imbecille/stronzo/stronza/deficiente/scemo/scema/pagliaccio",
    "nl": "sukkel/idioot/klootzak/loser/eikel/trut/mislukkeling",
    "pl": "idiotą/idiotka/idiotką/kretynem/debilem/śmieciem/idiota",
    "sv": "idiot/dumbom/kretin/jävel/avskum",
    "tr": "aptal/aptalsın/salak/salaksın/gerizekalı/gerizekalısın/ahmak/şerefsiz",
    "ru": "идиот/идиотка/дурак/дура/придурок/дебил/тварь/ничтожество/урод/козёл/мразь",
    "id": "bodoh/goblok/tolol/bego",
}

_INSULTS = """
en: you're/you_are/u_r/ur * {en}
    you {en}
    you fucking/f***ing/pathetic/stupid/dumb/worthless/disgusting/little/absolute/complete {en}
    shut up
    shut the hell/f~ up
    nobody likes/wants you
    piece of trash/garbage/crap
    go to hell
    screw/fuck/f***/f**k you
    i_will/i'll kill you
es: eres/sos * {es}
    cállate
    vete a la mierda
pt: você_é/vc_é/tu_és/és/seu/sua * {pt}
    cala a boca
fr: tu_es/t'es/vous_êtes * {fr}
    espèce de/d' {fr}
    ta gueule
    va te faire
de: du {de}
    du bist * {de}
    halt die/dein/deine fresse/klappe/maul/schnauze
    verpiss dich
it: sei * {it}
    fai schifo
    stai zitto/zitta
    vaffanculo
nl: je_bent/jij_bent * {nl}
    hou je bek/mond
    rot op
pl: jesteś * {pl}
    zamknij się
sv: du_är * {sv}
    din {sv}
    håll käften
tr: sen/sensin * {tr}
    kes sesini
    defol
ru: ты * {ru}
    заткнись
id: kamu/lu {id}
    diam lo/lu
ja: 黙れ
ko: 꺼져
zh: 闭嘴
ar: اخرس
"""

_TOLD_OF = """
en: called/calls/calling me/them/him/her
    told/tells/said_to me/him/her/them
    i'm/i_am/im/i_was/myself/don't/if/not/never/no
    take_my_money
es: soy/no/si/me_dijo/me_llamó
pt: sou/não/se/me_disse/me_chamou
fr: je_suis/pas/si/m'a_dit/m'a_traité
de: ich_bin/kein/keine/nicht/wenn/sagte
it: sono/non/se/mi_ha_detto
nl: ik_ben/geen/niet/als
pl: jestem/nie
sv: jag_är/inte
tr: değilsin/benim
ru: я/не/сказал/сказала
"""

_THREATS = """
en: kys/kill_yourself/kill_urself/go_die/go_and_die/hope_you_die/just_die_already/drop_dead
    i_will/i'll hurt you
    i_will/i'll find you and
    i_know_where_you_live
es: mátate/ojalá_te_mueras/sé_dónde_vives
pt: vai_se_matar/morre_logo/sei_onde_você_mora
fr: va_crever/va_mourir/je_sais_où_tu_habites
de: bring_dich_um/verrecke/stirb_endlich/ich_weiß_wo_du_wohnst
it: ammazzati/devi_morire/so_dove_abiti
nl: maak_je_van_kant/ik_weet_waar_je_woont
pl: zabij_się/wiem_gdzie_mieszkasz
sv: ta_livet_av_dig/jag_vet_var_du_bor
tr: geber/seni_öldür~
ru: сдохни/убей_себя/я_знаю_где_ты_живёшь
ja: 死ね
ko: 나가_죽어
zh: 去死
"""

_NO_THREAT = """
en: you'll/you_will/you_would/could/might/going_to/gonna/don't/never/chess/game
ja: 死ねる
"""

_AMONG_FRIENDS = """
    haha~/hehe~/ahah~/lol/lmao/jaja~/kkk~/mdr/jk/xd/xx/xxx
en: love you/it/ya/this
    see you
    just kidding/joking
    😂
    🤣
    😄
    😁
    😉
    😊
    🥰
    😘
    ❤
    💕
    🤗
    ;)
    :)
    :D
"""

INSULT = Telling(phrases=phrases(_INSULTS, **_NOUNS), unless=phrases(_TOLD_OF))
THREAT = Telling(phrases=phrases(_THREATS), unless=phrases(_TOLD_OF + _NO_THREAT))
AMONG_FRIENDS = phrases(_AMONG_FRIENDS)
"""What makes a rude word teasing, wherever in a post it stands."""
