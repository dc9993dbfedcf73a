"""How pornography is announced, by language; and the words of those who speak about it."""

from hobnob.domain.hygiene.phrases import Telling, phrases

_EXPLICIT = """
en: porn/porno/xxx/nudes/hentai/lewd/lewds/milf/camgirl/camgirls/cam_girl/cam_girls
    explicit/uncensored content/pics/videos
es: contenido explícito
    sin censura
    vendo pack/packs
pt: conteúdo adulto
    pornô
fr: contenu explicite
    contenu pour adultes
de: nacktbilder/pornos/sexcam
it: contenuti per adulti
tr: ifşa
id: bokep
ru: порно~/эротик~
ja: 裏垢
    エロ
    無修正
ko: 야동
zh: 成人视频
ar: سكس
hi: अश्लील
"""

_FOR_ADULTS = """
    🔞
    nsfw
    18+
    +18
en: adult content
    onlyfans/fansly
de: nur für erwachsene
    ab 18
ja: 18歳未満
"""

_UNLESS = """
en: food/cake/bread/book/word/map/earth/sky/cabin/room/house/travel/nature/design/data/type porn
    font/train/plant/yarn/car/city/tool/history/science/weather/garden/wood/cheese/tech porn
    revenge/anti/without/against/addict~/recover~/industry/trafficking/abuse/law/laws/crime~
    ruling/consent/lawyer/campaign~/study/studies/research~/education/scam/scams/fake/fees
    teenager~/young/school~/class/parent/parents/children/kids/recruiters
es: contra/adicción/ley/estudio/educación
pt: contra/vício/lei/estudo/educação
fr: contre/addiction/loi/étude/éducation
de: gegen/ohne/sucht/gesetz/studie/aufklärung
it: contro/dipendenza/legge/studio
ru: против/закон/зависимост~
"""

EXPLICIT = Telling(phrases=phrases(_EXPLICIT), unless=phrases(_UNLESS))
FOR_ADULTS = Telling(phrases=phrases(_FOR_ADULTS), unless=phrases(_UNLESS))

HOSTS = frozenset(
    {
        *("onlyfans", "fansly", "manyvids", "chaturbate", "stripchat", "camsoda", "bongacams"),
        *("pornhub", "xvideos", "xhamster", "xnxx", "redtube", "youporn", "camgirls", "mym"),
        *("justforfans", "loyalfans", "redgifs"),
    }
)
"""What the hosts of such sites are called, whatever their ending."""
