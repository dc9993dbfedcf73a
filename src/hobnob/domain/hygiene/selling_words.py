"""How followers are offered for money, by language; and what is said by those who don't."""

from hobnob.domain.hygiene.phrases import Telling, phrases

FOLLOWERS = (
    "followers/follower/seguidores/abonnés/volgers/obserwujących/takipçi/подписчиков/фолловеров"
    "/متابع/متابعين/フォロワー"
)

_OFFERS = """
en: cheap/instant * followers
    we_sell/selling/buy/order/purchase * followers
    get/gain/increase/boost * followers in # hours/minutes/days
    get/gain/increase/boost * followers ... $/safe/paid/password
    followers * cheap/best/low rate/rates/price/prices
    followers available/for_sale/kharido
    real/active/premium followers ... $
    smm panel/panels/service/services/reseller
    for_sale/selling/sold ... account/accounts with # followers
es: compra/comprar/compre/vendo/vendemos/venta_de * seguidores
    seguidores baratos/en_venta/a_la_venta
pt: compra/comprar/compre/vendo/vendemos/venda_de/pacote_de * seguidores
    seguidores brasileiros/reais/baratos e curtidas
fr: acheter/achetez/vente_d'/vendons/vente_de * abonnés/followers
de: follower/abonnenten kaufen
    follower * kaufen
it: compra/comprare/vendita/vendiamo * follower
nl: koop * volgers
    volgers kopen/te_koop
pl: kup/kupuj/sprzedam/sprzedaż * obserwujących/obserwacje
tr: takipçi * satın/satış~/paket~
    ucuz takipçi
ru: купить/продажа/продам/продаём/накрутка * подписчиков/фолловеров/лайков
id: jual/beli/tambah * followers/follower
vi: tăng/mua/bán follow/người_theo_dõi
ar: بيع/شراء/زيادة/للبيع * متابع/متابعين/فولورز
fa: خرید/فروش فالوور/دنبال‌کننده
hi: फॉलोअर्स खरीदें/बेच~
ja: フォロワー購入
    フォロワー販売
    フォロワーを買
ko: 팔로워_구매
    팔로워_판매
    팔로워구매
zh: 买粉
    卖粉
    刷粉
    粉丝购买
    粉丝代刷

    # {followers} ... $
    # * {followers} ... $
    $ ... # * {followers}
    $ ... # {followers}
    フォロワー#人 ... $
"""

_UNLESS = """
en: don't/dont/do_not/never/not/nobody/no_one/stop/no/without/instead/avoid/against/hurt/hurts
    why/who/whoever/someone/anyone/somebody/anybody/if/how_to_spot/i'd/would/could/should
    fake/bot/bots/scam~/spam~/fraud~/investigat~/report~/study/studies/studied/stud/research~
    preprint/inbox/offered/offering/blocked/bought/lawsuit/that_sell/that_sells/giveaway/thank/thanks
    raised/raise/gave/give/donat~/fund~
es: no/nunca/jamás/por_qué/porque/quién/estafa~/falsos/tirar/gracias
pt: não/nunca/por_que/quem/golpe/falsos/obrigada/obrigado
fr: ne/n'achetez/n'acheter/jamais/pourquoi/qui/faux/jeter/merci/parler
de: nie/niemals/nicht/kein~/warum/wer/falsch~/gefälscht~/betrug/lieber/danke
it: non/mai/perché/chi/falsi/truffa/grazie
nl: geen/nooit/niet/waarom/wie/nep/bedankt
pl: nie/nigdy/dlaczego/kto/dziękuję
tr: değil/asla/neden/kim/sahte/teşekkür~
ru: не/никогда/почему/кто/мошенн~/фейк~/спасибо
id: jangan/kenapa/siapa/penipuan/terima_kasih
ar: لا/ليس/لماذا/من/شكرا
ja: ない
    ません
    ありがとう
"""

OFFER = Telling(
    phrases=phrases(_OFFERS, followers=FOLLOWERS), unless=phrases(_UNLESS), counts_questions=False
)

SHOPS = ("followers", "seguidores", "takipci", "smm", "abonnes", "nakrutka")
"""What the hosts of such shops have in their names."""
