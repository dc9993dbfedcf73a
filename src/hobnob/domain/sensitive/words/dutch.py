"""Sensitive words of Dutch."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

DUTCH = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        gezondheid*, ziek, zieke, zieken, ziekte*, *ziekte, *ziektes, *ziekten, ziekenhuis*,
        ziekenhuizen, ziekenfonds*, *kanker, kanker*, chemokuur*, chemotherapie*, bestraling*,
        suikerziekte*, diabeet*, reuma*, hartaanval*, beroerte*, hersenbloeding*, dementie*,
        vaccinatie*, gevaccineerd*, inenting*, gehandicapt*, handicap*, beperking*, rolstoel*,
        autisme*, autistisch*, depressief*, depressie*, depressies, angststoornis*, *stoornis,
        *stoornissen, eetstoornis*, psychisch*, psychiater*, psychiatrisch*, therapie*, therapeut*,
        zelfmoord*, zelfdoding*, suicid*, verslaafd*, verslaving*, *verslaving, alcoholist*,
        afkick*, drugs, miskra*, zwanger*, zwangerschap*, abortus*, onvruchtbaar*, kinderwens*,
        overgang, ongesteld*, operatie*, geopereerd*, huisarts*, dokter*, arts, artsen, kliniek*,
        hospice*, medicijn*, medicatie*, pijnstiller*, diagnose*, ongeneeslijk*, doof,
        slechthorend*, slechtziend*, allergie*, allergisch*, overgewicht*, afvallen, burn out,
        overspannen, ggz, zorgverzeker*, griepprik*, koorts
        """,
        Sensitive.POLITICS: """
        politiek*, *politiek, politicus, politici, verkiezing*, *verkiezing, *verkiezingen, stem op,
        stemmen op, gestemd, stembus*, stembureau*, stemhokje*, kiezer*, tweede kamer*,
        tweedekamer*, eerste kamer, kamerlid, kamerleden, kamerdebat*, kabinet, kabinets*,
        coalitie*, oppositie*, minister*, ministers, premier, regering*, gemeenteraad*, raadslid,
        partijleider*, pvv, vvd, d66, pvda, groenlinks*, cda, bbb, forum voor democratie, fvd,
        volt nederland, denk partij, vlaams belang, nva, wilders, rutte*, baudet, timmermans,
        klaver, omtzigt*, extreemrechts*, extreemlinks*, rechts extremis*, fascis*, communis*,
        socialist*, socialisme, liberalen, liberalisme, conservatie*, democratie*, kapitalis*,
        feminis*, demonstratie*, demonstre*, protesteer*, asielbeleid*, uitzetting*, boerenprotest*,
        toeslagenaffaire*
        """,
        Sensitive.RELIGION: """
        religie*, religieu*, godsdienst*, kerk, kerken, kerkelijk*, kerkdienst*, *kerk, christen,
        christenen, christelijk*, christendom*, katholiek*, protestant*, gereformeerd*, hervormd*,
        dominee*, pastoor*, priester*, paus, bisschop*, gebed, gebeden, bidden, bidt, god, gods,
        bijbel*, jezus, communie*, doopdienst*, gedoopt*, moslim*, islamitisch*, moskee*, koran,
        ramadan*, hoofddoek*, suikerfeest*, jood, joden, joods*, jodendom*, synagoge*, rabbijn*,
        hindoe*, boeddhis*, atheis*, gelovig*, ongelovig*, het geloof, mijn geloof, geloof in god,
        klooster*, preek, preken
        """,
        Sensitive.ETHNICITY: """
        etni*, racis*, raciaal, raciale, huidskleur*, migratieachtergrond*, allochtoon, allochtone*,
        autochtoon, autochtone*, zwarte mensen, witte mensen, wit privilege, zwarte piet*,
        kickoutzwartepiet*, antisemit*, zigeuner*, vreemdelingenhaat*, afkomst, inheemse volk*,
        keti koti, surinaamse afkomst, marokkaanse nederlander*, turkse nederlander*
        """,
        Sensitive.SEX_LIFE: """
        seks*, seksu*, *seksueel, *seksuele, *seksualiteit, homo, homos, homoseksu*, homohuwelijk*,
        lesbisch*, lesbienne*, biseksu*, transvrouw*, transman*, transgender*, nonbinair*,
        non binair*, genderidentiteit*, lhbt*, uit de kast, porno*, erotiek*, erotisch*,
        anticonceptie*, condoom*, condooms, vreemdgaan, vreemdgegaan, orgasme*, swinger*, polyamor*
        """,
        Sensitive.UNION: """
        vakbond*, *vakbond, vakbonden, vakbeweging*, vakbondslid, fnv, cnv, acv, abvv, staking*,
        staken, staakt, gestaakt, *staking, stakers, stakingspiket*, cao onderhandeling*,
        cao overleg, ondernemingsraad*
        """,
        Sensitive.CRIME: """
        crimineel, criminele*, criminaliteit*, misdaad*, misdaden, misdrijf*, misdrijven,
        strafblad*, strafzaak*, veroordeeld*, veroordeling*, gevangenis*, gevangene*, bajes,
        celstraf*, taakstraf*, gearresteerd*, arrestatie*, aangehouden door, inbraak*, inbraken,
        inbreker*, diefstal*, dief, dieven, overval*, moord, moorden, moordenaar*, vermoord*,
        doodslag*, mishandel*, verkracht*, misbruik*, fraude*, oplichter*, oplichting*,
        huiselijk geweld, drugshandel*, terroris*
        """,
        Sensitive.MONEY: """
        schulden, schuldhulp*, schuldsaner*, schuldeiser*, faillissement*, failliet*,
        huisuitzetting*, dakloos, dakloze*, daklozen*, werkloos*, werkloze*, uitkering*, bijstand*,
        voedselbank klant*, armoede*, rood staan, deurwaarder*, aanmaning*, incasso*, wanbetal*,
        gokverslaaf*, gokken, miljonair*, vermogend*, salaris*, inkomen*, erfenis*, rondkomen
        """,
    },
    only_here={
        Sensitive.HEALTH: "pijn, pijnen, blind*, kwaal, kwalen, bloed, zorg, ggd, pil, medisch*",
        Sensitive.POLITICS: "partij, partijen, stem, stemmen, rechts, demo, kamer",
        Sensitive.RELIGION: "geloof, mis, heilig*, zegen",
        Sensitive.UNION: "bond",
    },
    harmless="""
        bramenziekte, goddank, in godsnaam, schaakpartij*, stem van de uil, zangstem*, moordgids*,
        moordspel*, misdaadroman*, dierenarts*, dierenartsen, boekenzegen
        """,
)
