"""Words of Dutch."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

DUTCH = Vocabulary(
    small=frozenset(
        words_of("""
        het, een, en, van, dat, niet, te, met, voor, zijn, op, er, maar, ook, als, bij, om, dan,
        naar, heb, hoe, wat, deze
        """)
    ),
    me=Phrases("ik, mij, me, mijn, m'n"),
    us=Phrases("wij, we, ons, onze"),
    to_all=Phrases("""
        iemand, iemand hier, wie van jullie, wie hier, wie weet, wie kent, wie heeft, jullie,
        vraag aan, vraagje
        """),
    help=Phrases("""
        zijn er hier mensen die, zijn er mensen die, zijn hier mensen, wie wil, wie bakt,
        iemand nog, iemand hier, iemand zin, raad me, geef me, ik heb nodig, ik heb een vraag,
        wat doe ik fout, ik kom er niet uit, weten jullie, kennen jullie, hebben jullie tips,
        waar koop, waar koop je, waar haal je, ben benieuwd wat, benieuwd naar jullie, vraag voor,
        heeft iemand, weet iemand, kent iemand, kan iemand, zou iemand, is er iemand, iemand tips,
        iemand ervaring, iemand een, iemand die, ik zoek, ik ben op zoek naar, op zoek naar een,
        op zoek naar tips, wie weet, wie kent, wie kan me, wie kan mij, wie heeft, iemand ideeën,
        hulp nodig, heb hulp nodig, heb advies nodig, heb jullie hulp, help me,
        hoor graag hoe jullie, ben benieuwd hoe jullie, vertel eens, vraag aan, vraagje
        """),
    alone=Phrases("iemand, tips, ideeën, suggesties, aanraders, advies, hulp, help, meningen"),
    asks=Phrases("""
        wat lezen jullie, wat luisteren jullie, wat kijken jullie, wat neem, hoe lang, hoe vaak,
        hoeveel, waar koop je, waar haal je, wie wil, wie gaat, kan je, kun je, mag je, moet je,
        is het normaal, gaan jullie, zijn jullie, lezen jullie, hoe doen jullie, hoe houden jullie,
        hoe maken jullie, wat doen jullie, wat drinken jullie, wat eten jullie, wat zouden jullie,
        wat moet ik, welke, welk, waar vind ik, waar kan ik, hebben jullie, kennen jullie,
        weten jullie, gebruiken jullie, moet ik, zal ik, weet iemand
        """),
    rhetorical=Phrases("""
        wie had dat gedacht, wie had gedacht, wie heeft er, wat kan er, nou en, weet je nog,
        weten jullie nog, raad eens, is het niet, wie kent het niet
        """),
    tags=Phrases("toch, hè, hé, of niet, niet waar, serieus, echt, nietwaar, of wat"),
    why=Phrases("waarom, hoezo, en als"),
    answers=Phrases("""
        omdat, want, nee, ja, jawel, natuurlijk, niemand, spoiler, blijkbaar, het antwoord, precies,
        als
        """),
    calls=Phrases("""
        fijne feestdagen, gelukkig nieuwjaar, fijn weekend, er rijden, rijden er geen, geen treinen,
        treinverkeer, reis op tijd, wegafsluiting, code oranje, code rood, gaat niet door,
        concert op, open dag, open huis, inloopavond, ledenvergadering, iedereen welkom, kom jij,
        steun ons, word lid, nu te koop, ligt in de winkel, mijn nieuwe boek, ons nieuwe,
        gratis verzending, win een, we geven weg, kom werken bij, nu live, we zijn live, kijk live,
        luister nu, nee tegen, ja tegen, handen af, gefeliciteerd aan, welkom bij, dank aan alle,
        deel als, like en deel, teken nu, teken de petitie, teken de, elke handtekening,
        jouw handtekening, doneer, doneer nu, geef nu, jouw gift, uw gift, schrijf je,
        schrijf je in, meld je, meld je aan, vol is vol, laatste plaatsen, bestel nu, koop nu,
        nu verkrijgbaar, verkrijgbaar, alleen vandaag, kortingscode, winactie, solliciteer,
        reageer voor, kaartverkoop, gratis toegang, toegang gratis, iedereen is welkom, kom naar,
        kom ook, kom langs, zet in je agenda, volg ons, abonneer, deel dit, delen mag,
        vrolijk kerstfeest, samen tegen, samen voor, stop de, red het, red de, maak het verschil,
        lees meer, meer weten, nieuwe aflevering, stem nu, stem op, bedankt aan onze, we zijn trots,
        trots om
        """),
    notices=Phrases("""
        aanbieding, aanmelden, bekijk, demonstratie, download, gesloten, inschrijven, kaarten,
        lezing, optreden, promovendus, staking, uitverkoop, verschenen, vertraging, korting,
        crowdfunding, te koop, help ons, doe mee, concert, festival, tentoonstelling, workshop,
        gratis, voorstelling, vacature, vacatures, wij zoeken, we zoeken
        """),
    days=Phrases("""
        maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, januari, februari, maart,
        april, mei, juni, juli, augustus, september, oktober, november, december, morgen,
        middernacht, weekend, volgende week, uur
        """),
    opens=Phrases("let op, herinnering, persbericht, breaking, storing, vacature, belangrijk"),
    opinion=Phrases("""
        eigenlijk, niemand, altijd, nooit, mensen die, iedereen, het probleem met, overschat,
        onderschat, eerlijk gezegd, volgens mij, ik denk, ik vind, ik geloof, naar mijn mening,
        we moeten, we zouden, ik mis, hangt er, er zijn twee
        """),
    when=Phrases("""
        vandaag, straks, net nog, deze week, vorige week, vorige maand, vorig jaar, dit jaar,
        de hele dag, de hele nacht, na jaren, drie weken geleden, twee weken geleden, zojuist,
        gisteren, eergisteren, vanochtend, vanmorgen, vanmiddag, vanavond, gisteravond, vannacht,
        afgelopen week, afgelopen weekend, dit weekend, maandag, dinsdag, woensdag, donderdag,
        vrijdag, zaterdag, zondag, eindelijk, voor het eerst, net, sinds gisteren
        """),
    life=Phrases("""
        band, dijk, boer, fietsen, auto, bus, tram, trein, vliegtuig, tuin, keuken, bed, ontbijt,
        lunch, avondeten, vakantie, tandarts, tand, arm, been, rug, knie, neef, nicht, schoonmoeder,
        kleinzoon, kleindochter, vriend, collega, baas, kantoor, school, crèche, scriptie,
        proefschrift, promotie, ontslagen, hypotheek, tweeling, puppy, dierenarts, eerste hulp,
        ambulance, diagnose, therapie, marathon, thuis, zoon, dochter, kind, kinderen, baby, moeder,
        vader, mama, papa, oma, opa, broer, zus, man, vrouw, vriendin, buurman, buurvrouw, buren,
        kat, poes, hond, geboren, verjaardag, jarig, overleden, gestorven, begrafenis, bruiloft,
        getrouwd, zwanger, ziekenhuis, dokter, operatie, ziek, griep, koorts, examen, rijbewijs,
        nieuwe baan, werkdag, ontslag, pensioen, verhuisd, huis, sleutels, gehuild, gelachen,
        gedanst, trouwring, fiets
        """),
    did=Phrases("""
        ik heb, heb ik, ik ben, ben ik, ik was, was ik, ik had, had ik, we hebben, hebben we,
        wij hebben, we zijn, zijn we, heb net, heb vandaag, is geboren, is overleden, gestrand,
        gebracht, gefietst, gevallen, gebroken, gelopen, gereden, gegeten, gezien, gevonden,
        verloren, vergeten, gemist, gewonnen, gekregen, geslaagd, verhuisd, gehuild, afscheid,
        kreeg, kregen, vonden, vond, ging, gehaald, is gisteren, gehad, kwam
        """),
    past=(),
    points=Phrases("""
        haha, lol, prachtig, mooi gezegd, amen, waar, zo waar, kijk, luister, draadje, dank, dit,
        precies, zo is het, lezen, aanrader, leestip, interessant, nieuw op de blog, mooi,
        goed stuk, via, ja, wauw
        """),
    denies=Phrases("nee, niet, geen, onzin, maar, behalve, nooit, oneens"),
)
