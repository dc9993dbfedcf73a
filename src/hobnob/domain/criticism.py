"""Words in which somebody speaks badly of another: what a friend may answer to.

Only ever a reason to show a post and ask: a person says whether it was a defence.
"""

from hobnob.domain.hygiene.insult_words import INSULT
from hobnob.domain.hygiene.phrases import Telling, phrases

_CALLED = "scam/fraud/scammers/frauds/crooks/liars/hypocrites/charlatans/thieves"

_BAD = f"""
en: {_CALLED}
    what/such a joke/disgrace/scam/farce/waste
    waste of money/time/space
    waste/wastes/wasting/wasted your/our/the/people's money
    shame on
    should/ought be ashamed
    never give/donate/trust them/these/this
    do/does nothing but
    only want/after your/our/the money
    lied/lying/lie to us/people/everyone/everybody
    useless/incompetent/corrupt/shameful/disgraceful
    can't/cannot/don't be trusted
    doing more harm
nl: oplichters/oplichting/leugenaars/zakkenvullers/hypocrieten/schandalig/schande/waardeloos
    verspilling van
    weggegooid geld
    geen cent/euro aan
    schaam/schamen je/jullie/zich
de: betrüger/betrug/lügner/heuchler/abzocke/abzocker/schande/skandal/skandalös/unfähig/nutzlos
    verschwendung von
    schämt/schäm euch/dich
    rausgeschmissenes geld
fr: arnaque/arnaqueurs/escrocs/menteurs/hypocrites/honteux/scandaleux/incompétents/inutiles
    honte à
    gaspillage
    c'est * honte
es: estafa/estafadores/mentirosos/hipócritas/vergonzoso/vergüenza/inútiles/corruptos
    pérdida/desperdicio de
it: truffa/truffatori/bugiardi/ipocriti/vergogna/vergognoso/incapaci/inutili
    spreco di
pt: golpe/golpistas/mentirosos/hipócritas/vergonha/vergonhoso/incompetentes/inúteis
    desperdício de
"""

_NO = """
en: not/isn't/aren't/wasn't/never a/an scam/fraud/joke/disgrace/waste
    not/isn't/aren't/wasn't/weren't/never liars/hypocrites/crooks/thieves/useless/corrupt
    don't/not/feel/felt/feeling/be useless
    beware/careful of scam/scams/scammers
    waste/wasting your/my time reading/waiting
nl: geen oplichters/oplichting/schande/verspilling
de: keine/kein betrug/betrüger/schande/verschwendung
fr: pas une/un arnaque/honte/gaspillage
es: no es una estafa/vergüenza
it: non è una truffa/vergogna
pt: não é um/uma golpe/vergonha
"""

_CRITICISM = Telling(phrases=phrases(_BAD), unless=phrases(_NO))


def speaks_badly(text: str) -> str:
    """The words of a post that run somebody down, "" where there are none."""
    return INSULT.found_in(text) or _CRITICISM.found_in(text)
