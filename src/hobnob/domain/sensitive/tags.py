"""Whether a tag that a person puts on somebody tells of something that is never kept.

What somebody does for a living, and where an evening was, tells nothing of themselves: a nurse is
not ill, and a concert in a church is a concert. What is left of a tag without its work, its event,
its place, and the cause that somebody works or runs for, has to be harmless.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from hobnob.domain.matching.words import fold
from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.topics import sensitive_topic, words_of_topic

_WORK_TEXT = """
nurse nurses nursing doctor doctors physician surgeon paramedic midwife carer caregiver therapist
psychotherapist psychologist psychiatrist counsellor counselor pharmacist dentist researcher
scientist adviser advisor worker officer guard organist verger sexton architect gardener cleaner
visitor volunteer mayor councillor councilor politician senator
krankenschwester krankenpfleger pfleger pflegerin arzt arztin zahnarzt psychologe psychologin
therapeut therapeutin psychiater apotheker kuster organistin burgermeister burgermeisterin
politiker politikerin
verpleegkundige verpleger verpleegster arts huisarts tandarts psycholoog therapeut apotheker koster
burgemeester politicus
infirmier infirmiere medecin chirurgien psychologue therapeute psychiatre pharmacien aide-soignant
organiste maire
enfermera enfermero medico medica cirujano psicologo psicologa terapeuta psiquiatra farmaceutico
alcalde alcaldesa organista
enfermeiro enfermeira medico medica psicologo psicologa terapeuta farmaceutico prefeito
infermiere infermiera medico psicologo psicologa terapeuta farmacista sindaco organista
"""
_EVENTS_TEXT = """
concert bazaar fair fete festival tour market sale gala dinner lunch breakfast supper picnic
night evening day open raffle quiz clean-up cleanup walk run race ride swim marathon hike
konzert basar fest fuhrung markt abend lauf flohmarkt
rommelmarkt rondleiding feest avond loop tocht
fete kermesse marche course visite soiree brocante
concierto feria mercado visita carrera marcha noche rastrillo
concerto feira corrida caminhada noite
sagra mercato corsa camminata serata
"""
_SPORTS_TEXT = """
walk run race ride swim marathon hike lauf loop tocht marche course carrera marcha corrida
caminhada corsa camminata
"""
_PLACES_TEXT = """
church chapel cathedral abbey parish minster mosque synagogue temple hospital clinic hospice
prison parliament election
kirche kirchen dom kapelle kloster moschee synagoge krankenhaus klinik gefangnis parlament
kerk kapel klooster moskee synagoge ziekenhuis gevangenis
eglise chapelle cathedrale abbaye mosquee synagogue hopital clinique prison
iglesia capilla catedral mezquita sinagoga hospital clinica carcel
igreja capela catedral mesquita sinagoga hospital prisao
chiesa cappella cattedrale moschea sinagoga ospedale carcere
"""
_CAUSES_TEXT = """
aids hiv cancer diabetes alzheimers alzheimer dementia leukaemia leukemia autism heart stroke
krebs kanker demenz dementie sida cancer cancro cancro demence demencia demenza
"""
_FIELDS_TEXT = "mental health addiction rehab debt care public general social ward"


def sensitive_tag(tag: str) -> Sensitive | None:
    """What a tag tells of; None where it tells of nothing that is never kept."""
    tells = sensitive_topic(tag)
    if tells is None:
        return None
    words = [fold(each) for each in words_of_topic(tag)]
    heads = (_listed(_WORK_TEXT) | _listed(_EVENTS_TEXT)) & set(words)
    return sensitive_topic(" ".join(_besides(words))) if heads else tells


def _besides(words: Sequence[str]) -> Iterator[str]:
    """What is left without work and events, places, and what stands right before its work."""
    before: frozenset[str] = frozenset()
    for word in reversed(words):
        if word in _listed(_WORK_TEXT):
            before = _listed(_FIELDS_TEXT) | _listed(_CAUSES_TEXT)
        elif word in _listed(_SPORTS_TEXT):
            before = _listed(_CAUSES_TEXT)
        elif word not in before:
            before = frozenset()
            if word not in _listed(_EVENTS_TEXT) | _listed(_PLACES_TEXT):
                yield word


@cache
def _listed(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))
