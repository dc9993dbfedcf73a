"""Good news of somebody's own, in five languages: new work, a child, a prize, something finished.

Only what they say of themselves counts. That somebody else got it, that it fell through, that it is
hoped for or asked about is none.
"""

from enum import StrEnum
from functools import lru_cache

from hobnob.domain.hygiene.letters import readable
from hobnob.domain.hygiene.phrases import Telling, phrases


class News(StrEnum):
    """What one congratulates on."""

    WORK = "new work"
    CHILD = "a new child"
    PRIZE = "a prize"
    FINISHED = "something finished"


_WORK = """
en: i/i've/we've * got/landed the/a/my/this * job/position/role
    my/our new job/role/position
    starting/started/start my/a new job/role/position
    i've/i_have * accepted/taken * job/role/position
    i/i've * been/got/was promoted
nl: mijn nieuwe baan/werk/functie
    ik/heb * nieuwe baan/functie
    ik * aangenomen
    ik * promotie gekregen/gemaakt
de: mein/meine/meinen/meiner/meinem neuer/neue/neuen/neues job/stelle/arbeit/job/rolle
    ich * neue/neuen/neuer job/stelle/arbeit
    ich * befördert worden
fr: mon/ma nouveau/nouvelle travail/boulot/poste/job
    j'ai * décroché/trouvé * travail/boulot/poste/job
    j'ai été/eté promu/promue
es: mi nuevo/nueva trabajo/empleo/puesto
    tengo/conseguí/encontré/empiezo * nuevo/nueva trabajo/empleo/puesto
    me han ascendido
"""
_CHILD = """
en: our/my daughter/son/baby/twins * was/were/is born
    our/my daughter/son/baby/twins has/have arrived
    we/i had a baby
    welcomed our/my * daughter/son/baby/child/twins
    i/i'm/i've/we're/i_am * a/an mother/father/mum/mom/dad/grandma/grandmother/grandfather/granddad/aunt/uncle now/today/again
    became/become a/an mother/father/mum/mom/dad/grandma/grandmother/grandfather/granddad
nl: onze/ons/mijn dochter/zoon/kind/baby/tweeling * geboren
    ik/we * opa/oma/vader/moeder/papa/mama geworden
de: unsere/unser/meine/mein tochter/sohn/kind/baby/zwillinge * geboren/da
    ich/wir * oma/opa/mutter/vater/mama/papa geworden
fr: notre/ma/mon fille/fils/bébé/enfant * né/née/arrivé/arrivée
    je/nous * devenu/devenue/devenus * maman/papa/mère/père/parents/grand-mère/grand-père
es: nuestra/nuestro/mi hija/hijo/bebé/niña/niño * nacido/nació
    ha nacido nuestra/nuestro/mi hija/hijo/bebé/niña/niño
    soy/somos * mamá/papá/madre/padre/padres/abuela/abuelo
"""  # noqa: E501 (a phrase is one line)
_PRIZE = """
en: i/we/i've/we've * won * prize/award/medal/competition/contest/scholarship/race/grant
    i/i've/we've * been/was awarded
    i/we * got/received * award/prize/medal/scholarship/grant
    i/we came first
nl: ik/we/wij * gewonnen
    ik/we * prijs/medaille/beurs gekregen
    wonnen/won * prijs/wedstrijd
de: ich/wir * preis/medaille/stipendium/wettbewerb gewonnen/bekommen/erhalten
    ich/wir * gewonnen
fr: j'ai/nous_avons/on_a * gagné/remporté/reçu * prix/médaille/concours/bourse
es: gané/ganamos/he_ganado/hemos_ganado * premio/medalla/concurso/beca/carrera
    me/nos han/dieron * premio/medalla/beca
"""
_FINISHED = """
en: i/we/i've/we've * finished/completed * thesis/book/novel/dissertation/phd/degree/marathon/studies/album/exams/exam/course/manuscript
    i/we/i've * submitted/handed_in/defended * thesis/dissertation/phd/manuscript
    i/i've * graduated
    i/i've * passed * exam/exams/test/driving_test/course
    my/our * book/novel/album/thesis/film is out/published/finished/done
    i/we * ran * first/whole marathon
nl: mijn * scriptie/boek/proefschrift/studie/diploma/opleiding is/zijn af/klaar/binnen/gehaald/verschenen
    ik * afgestudeerd/gepromoveerd/geslaagd
    ik * scriptie/boek/proefschrift/marathon * ingeleverd/afgerond/gelopen/af
de: ich * doktorarbeit/masterarbeit/bachelorarbeit/diss/dissertation/buch/marathon/prüfung/studium * abgegeben/abgeschlossen/bestanden/fertig/geschafft/beendet
    mein buch/album/film * fertig/erschienen/raus
    ich * prüfung/prüfungen/führerschein bestanden
fr: j'ai * fini/terminé/rendu/soutenu * thèse/mémoire/livre/roman/études/marathon
    j'ai * réussi * examen/concours/permis
    mon livre/roman/album/film est sorti/fini/terminé/paru
es: terminé/acabé/entregué/he_terminado/he_acabado/he_entregado * tesis/libro/novela/carrera/maratón
    me * graduado/gradué
    aprobé/he_aprobado * examen/exámenes/oposición
    mi libro/novela/disco/película * salido/publicado/terminado
"""  # noqa: E501 (a phrase is one line)
_NOT_THEIRS = """
en: congratulat~/congrats/if/hope/hopes/hoping/wish/wishing/almost/nearly/not/never/didn't/haven't/hasn't/lost/years_ago/wasn't/unfortunately/sadly/dreamt/dreamed/could/would/might/someday/died/dies/passed_away/fired/quit/would've/last_year/ago/remember
    wants/want/need/needs to
    you/he/she/they won/got
nl: gefeliciteerd/proficiat/als/hoop/hopen/helaas/niet/nooit/geen/bijna/jaar_geleden/ontslagen/overleden/verloren/droomde
de: glückwunsch~/gratulier~/wenn/falls/hoffe/hoffentlich/hoffen/leider/nicht/nie/kein/keine/keinen/fast/vor_jahren/gekündigt/gestorben/verloren/damals
fr: félicitation~/si/espère/espérer/malheureusement/pas/jamais/presque/perdu/mort/décédé/décédée/il_y_a * ans
es: felicidades/enhorabuena/si/ojalá/espero/lamentablemente/no/nunca/casi/perdí/perdido/murió/hace * años
"""  # noqa: E501 (a phrase is one line)
_UNLESS = phrases(_NOT_THEIRS)


def _tells(table: str) -> Telling:
    return Telling(phrases=phrases(table), unless=_UNLESS, counts_questions=False)


_NEWS = {
    News.WORK: _tells(_WORK),
    News.CHILD: _tells(_CHILD),
    News.PRIZE: _tells(_PRIZE),
    News.FINISHED: _tells(_FINISHED),
}


@lru_cache(maxsize=4_096)
def good_news(text: str) -> tuple[News, str] | None:
    """What somebody may be congratulated on, and their words that say so; None: on nothing."""
    plain = readable(text)
    if plain.lstrip().lower().startswith("rt @"):
        return None
    found = ((news, telling.found_in(plain)) for news, telling in _NEWS.items())
    return next(((news, words) for news, words in found if words), None)
