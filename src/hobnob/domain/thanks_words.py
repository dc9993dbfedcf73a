"""How people thank each other, by language; and where the same words are no thanks."""

import re

from hobnob.domain.vocabulary.phrases import Phrases

STEMS = (
    *("thank", "thx", "thnx", "thanx", "ty", "appreciat", "grateful", "cheers for"),
    *("dank", "merci", "graci", "agrade", "grazie", "ringrazi", "grat"),
    *("obrigad", "obg", "valeu"),
)
"""Without one of these, in small letters, nobody is thanked: most texts are done with here."""

_ENGLISH = """
    thanks, thank you, thank u, thankyou, thx, thnx, thanx, tysm, tyvm, ty, much appreciated,
    greatly appreciated, appreciate you, appreciate your, appreciate it, appreciate this,
    appreciate the, appreciate how, appreciate all, grateful to you, grateful for your,
    grateful for you, cheers for
"""
_DUTCH = """
    dank je, dank jou, dank u, dank jullie, dank voor, dankje, dankjewel, dankuwel, bedankt,
    hartelijk dank, hartelijke dank, veel dank, duizendmaal dank
"""
_GERMAN = """
    danke, dankeschön, danken dir, danken euch, danken ihnen, dank dir, dank euch, dank ihnen,
    vielen dank, lieben dank, herzlichen dank, besten dank, tausend dank, großen dank,
    bedanke mich, dir bedanken, euch bedanken, ihnen bedanken
"""
_FRENCH = """
    merci, mercis, te remercie, vous remercie, t'remercie, te remercions, vous remercions,
    te remercier, vous remercier
"""
_SPANISH = """
    gracias, te agradezco, le agradezco, les agradezco, os agradezco, lo agradezco,
    te agradecemos, le agradecemos, les agradecemos, os agradecemos, lo agradecemos,
    agradecido por, agradecida por, agradecidos por, agradecidas por, agradecido con,
    agradecida con, agradecidos con, agradecidas con
"""
_ITALIAN = """
    grazie, ti ringrazio, vi ringrazio, la ringrazio, ti ringraziamo, vi ringraziamo,
    la ringraziamo, ringraziarti, ringraziarvi, ringraziarla, molto grato, molto grata,
    molto grati, molto grate
"""
_PORTUGUESE = """
    obrigado, obrigada, obrigados, obrigadas, obrigadão, obg, valeu, agradeço, agradecemos,
    muito grato, muito grata
"""
SAID = Phrases(",".join((_ENGLISH, _DUTCH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE)))
"""Said to somebody, these thank them."""

_DECLINED = """
    no thanks, no thank you, no thx, nah thanks, nope thanks, thanks but no, thanks but i'll,
    thanks but i will, nee dank, nee dank je, nee dank u, nee dankje, nee dankjewel, nee bedankt,
    nein danke, nee danke, ne danke, nö danke, danke nein, danke reicht, danke mir reicht,
    non merci, sans façon merci, no gracias, no grazie, não obrigado, não obrigada
"""
_FOR_NOTHING = """
    thanks for nothing, thank you for nothing, thx for nothing, thanks for ruining,
    thank you for ruining, thanks for spoiling, thank you for spoiling, thanks for wasting,
    thank you for wasting, thanks for breaking, thanks for ignoring, thank you for ignoring,
    thanks a lot for ruining, thanks a lot for spoiling, thanks a lot for wasting,
    thanks a lot for breaking, thanks a lot for ignoring, thanks i hate, bedankt voor niets,
    bedankt voor niks, danke für nichts, merci pour rien, gracias por nada, grazie per niente,
    grazie per nulla, obrigado por nada, obrigada por nada
"""
_IN_ADVANCE = """
    in advance, in anticipation, would be appreciated, alvast bedankt, alvast dank,
    bij voorbaat dank, im voraus, d'avance, par avance, de antemano, por adelantado, in anticipo,
    desde já
"""
_OF_OTHERS = """
    said thank you, said thanks, says thank you, says thanks, never say thank you, not say thanks,
    saying thank you, didn't say thank you, didn't say thanks, don't say thank you,
    forgot to say thank you, forgot to say thanks, how to say thank you, thank you card,
    thank you cards, thank you note, thank you notes, thank you letter, thank you letters,
    no thanks needed, no thanks necessary, zonder dank, geen dank, nooit bedankt, niet bedankt,
    heeft me bedankt, heeft ons bedankt, hebben me bedankt, hebben ons bedankt, bedankt sich,
    à la merci, sans merci, merci de ne, ni las gracias
"""
_OF_FATE = """
    gott sei dank, god zij dank, dieu merci, gracias a dios, gracias al cielo, grazie al,
    grazie allo, grazie alla, grazie all', grazie ai, grazie agli, grazie alle, grazie a dio,
    valeu a pena
"""
NOT_MEANT = Phrases(",".join((_DECLINED, _FOR_NOTHING, _IN_ADVANCE, _OF_OTHERS, _OF_FATE)))
"""In a sentence with one of these they do not."""

OWED_TO = re.compile(
    r"(?<!\w)(?:thanks to\s(?!you|u\b|all\b|both|everyone|everybody|each|@)"
    r"|gracias a\s(?!ti\b|vos|usted|tod[oa]s|tu\b|@)"
    r"|grazie a\s(?!te\b|voi|lei\b|tutt[ie]|@)"
    r"|obrigad[oa]s? a\s(?!ti\b|si\b|voc[eê]|tod[oa]s|@))",
    re.IGNORECASE,
)
"""What something is owed to, where that is not whom one speaks to: "thanks to the rain"."""
