"""Words of German."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

GERMAN = Vocabulary(
    small=frozenset(
        words_of("""
        der, die, das, und, ist, nicht, ein, eine, mit, zu, den, auf, für, dem, es, von, im, auch,
        sich, wie, aber, oder, wenn
        """)
    ),
    me=Phrases("ich, mich, mir, mein, meine, meinen, meinem, meiner"),
    us=Phrases("wir, uns, unser, unsere, unseren, unserem, unserer"),
    to_all=Phrases("""
        jemand, jemanden, irgendjemand, irgendwer, wer von euch, wer hier, ihr, euch, eure,
        hier wer, wer kennt, wer weiß, wer hat, schwarmwissen, frage an
        """),
    help=Phrases("""
        gibt es eine möglichkeit, gibt es eine, gibt es einen, hat wer, weiß wer, kann mir wer,
        ich bräuchte, ich brauche, bräuchte jemanden, brauchen wir, wer verleiht, wer kommt mit,
        wer möchte, empfehlt mir, könnt ihr mir, könnt ihr etwas, was könnt ihr, was empfehlt,
        sucht jemand, verschenkt jemand, verkauft jemand, wie bekommt man, wie kriegt man,
        wo kriegt man, wo bekommt man, wo kauft man, wo gibt es, mich würde interessieren,
        würde mich interessieren, neugierig wie ihr, was mache ich falsch, ich verzweifle,
        mir fehlt, kennt jemand, kennt ihr, kennt wer, weiß jemand, hat jemand, hat hier jemand,
        kann jemand, kann mir jemand, könnte jemand, gibt es hier jemanden, gibt es jemanden,
        ist hier jemand, war schon jemand, ich suche, suche jemanden, suche eine empfehlung,
        suche empfehlungen, suche tipps, bin auf der suche nach, auf der suche nach,
        irgendwelche tipps, irgendwelche ideen, habt ihr ideen, habt ihr tipps, empfehlung für,
        brauche hilfe, brauche eure hilfe, brauche mal eure hilfe, brauche rat, brauche euren rat,
        bräuchte hilfe, bräuchte mal, bitte um hilfe, bitte um rat, wer kann mir, wer kann helfen,
        wer hat lust, wer hätte, schwarmwissen, follower power, followerpower, liebes fediverse,
        liebe timeline, freue mich über tipps, freue mich über empfehlungen, für tipps bin ich,
        wäre dankbar für, bin dankbar für, was würdet ihr, erzählt mal, sagt mal, frage an,
        frage in die runde
        """),
    alone=Phrases("ideen, tipps, empfehlungen, vorschläge, rat, hilfe, jemand, meinungen"),
    asks=Phrases("""
        was ist euer, was ist eure, was lest ihr, was hört ihr, was schaut ihr, was kocht,
        wie findet ihr, wie geht ihr, wie lange, wie oft, wie viel, wo kriegt man, wo bekommt man,
        wo gibt es, wann ist, wer kommt, wer hat, muss man, kann man, darf man, lohnt sich,
        braucht man, sollte man, wart ihr, macht ihr, geht ihr, wie macht ihr, wie haltet ihr,
        wie habt ihr, was macht ihr, was nehmt ihr, was kocht ihr, was würdet ihr, welches, welchen,
        welche, habt ihr, seid ihr, kennt ihr, nutzt ihr, wer von euch, wer kennt, wer weiß,
        wo finde ich, wo bekomme ich, wie bekomme ich, was soll ich, soll ich, hat jemand,
        kann jemand, gibt es, lest ihr, lüftet ihr
        """),
    rhetorical=Phrases("""
        wann lernen wir, wann hört das, was ist los mit, wer denkt sich, wer hat sich das,
        warum ist das, warum machen, warum muss, warum kann man nicht, seit wann,
        wer hätte das gedacht, wer hätte gedacht, wer braucht schon, wer kennt das nicht,
        wer kennt's nicht, was soll schon, was kann da schon, na und, ist das nicht, ist es nicht,
        weißt du noch, wisst ihr noch, ratet mal, geht's noch, wieso eigentlich nicht, was soll das,
        wie schön ist, wie cool ist, wer sagt denn, kann mir keiner, noch fragen, wo ist die zeit
        """),
    tags=Phrases("""
        oder, nicht wahr, gell, ne, was, ja, nein, echt jetzt, ernsthaft, oder nicht, oder was
        """),
    why=Phrases("warum, wieso, weshalb, was wäre wenn"),
    answers=Phrases("""
        weil, nein, ja, doch, genau, natürlich, spoiler, die antwort, ganz einfach, niemand, keiner,
        meine erfahrung, meiner erfahrung nach, offenbar, anscheinend, ernsthaft, ich weiß
        """),
    calls=Phrases("""
        frohe weihnachten, frohes neues, frohe ostern, schönes wochenende, der eintritt kostet,
        vortrag am, lesung am, konzert am, workshop am, demo am, ihr seid eingeladen,
        alle sind willkommen, alle willkommen, erscheint am, überall wo es, im handel,
        jetzt im shop, versandkostenfrei, prozent auf, gutscheincode, unterstützt uns, helft uns,
        werdet mitglied, mitglied werden, stelle frei, stellenausschreibung, wir bilden aus,
        bewerben, zugausfall, vollsperrung, schienenersatzverkehr, warnung vor, live ab, jetzt live,
        wir sind live, schaltet ein, jetzt lesen, jetzt ansehen, mehr dazu, mehr infos, infos unter,
        weitere infos, bitte boosten, für den erhalt, finger weg, danke an alle, wir gratulieren,
        herzlichen glückwunsch, willkommen im team, jetzt unterschreiben, jetzt unterzeichnen,
        unterschreibt, unterzeichnet, petition unterschreiben, jede stimme, jede unterschrift,
        jetzt spenden, spendet, spenden sie, ihre spende, ihre hilfe, eure spende, jetzt anmelden,
        jetzt bewerben, anmeldung unter, anmeldungen, anmelden unter, meldet euch an,
        melden sie sich, bewerbt euch, bewirb dich, bewerbung bis, bewerbungen bis, bewerbungsfrist,
        wir suchen verstärkung, zu besetzen, stellenangebot, wir stellen ein, wir suchen dich,
        jetzt sichern, nur heute, mit dem code, gewinnspiel, zu gewinnen, tickets für, tickets gibt,
        karten gibt, jetzt kaufen, jetzt bestellen, jetzt erhältlich, laden wir, wir laden,
        laden ein, laden herzlich ein, lädt ein, herzliche einladung, eintritt frei,
        der eintritt ist frei, tag der offenen tür, kommt alle, kommt vorbei, kommt zur,
        kommt zahlreich, schaut vorbei, wir freuen uns auf, save the date, folgt uns, abonniert,
        bitte teilen, weitersagen, bleibt geschlossen, ist geschlossen, wartungsarbeiten,
        wir wünschen, frohe festtage, gemeinsam gegen, gemeinsam für, solidarität mit, stoppt,
        rettet, schluss mit, erfolg beginnt, glaub an dich, erfolg ist, mehr erfahren,
        jetzt mitmachen, macht mit, neue folge, neue episode, jetzt reinhören, jetzt abstimmen,
        stimmt ab, wir sind stolz, danke an unsere
        """),
    notices=Phrases("""
        ausbildungsplatz, boost, crowdfunding, demonstration, eintritt, erhältlich, geschlossen,
        gesperrt, gutschein, kundgebung, mitgliederversammlung, mitmachen, neuerscheinung,
        promotionsstelle, rabatt, retweet, sale, streik, verspätungen, vorverkauf,
        infoveranstaltung, ist da, im angebot, nein zu, ja zu, ab sofort, konzert, lesung, vortrag,
        workshop, seminar, ausstellung, flohmarkt, tickets, kostenlos, kostenlose, kostenfrei,
        anmeldung, veranstaltung, fällt aus, fallen aus, ist erschienen, eintritt kostet
        """),
    days=Phrases("""
        montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, montags,
        dienstags, mittwochs, donnerstags, freitags, samstags, sonntags, januar, februar, märz,
        april, mai, juni, juli, august, september, oktober, november, dezember, morgen, wochenende,
        nächste woche, uhr, mitternacht
        """),
    opens=Phrases("""
        eilmeldung, pressemitteilung, erinnerung, achtung, unwetterwarnung, stellenausschreibung,
        update, terminhinweis, terminerinnerung, wichtig
        """),
    opinion=Phrases("""
        manchmal denk ich, manchmal denke ich, ehrlich gesagt, eigentlich, das problem mit,
        das problem an, überbewertet, unterbewertet, man kann, niemand, keiner, immer, alle reden,
        leute die, menschen die, ich glaube, ich finde, ich denke, meiner meinung nach,
        meine theorie, unterschätzt, was mich, es gibt zwei, man muss, man sollte, wir sollten,
        sehe ich, ich halte
        """),
    when=Phrases("""
        vorhin, heute mittag, diese woche, letzten monat, letztes jahr, dieses jahr, heute nacht,
        nach sechs jahren, nach jahren, seit jahren, den ganzen tag, die ganze nacht, vor zwei,
        vor drei, gerade, jetzt sitze, heute, gestern, vorgestern, heute morgen, heute früh,
        heute abend, gestern abend, letzte nacht, letzte woche, am wochenende, am montag,
        am dienstag, am mittwoch, am donnerstag, am freitag, am samstag, am sonntag, endlich,
        seit gestern, seit heute, zum ersten mal, zum letzten mal, nach neun, nach zehn,
        gerade eben, soeben
        """),
    life=Phrases("""
        bruder, bäcker, bahn, straßenbahn, zug, fahrrad, rad, auto, garten, küche, bett, balkon,
        frühstück, mittagessen, abendessen, urlaub, flughafen, zahnarzt, zahn, arm, bein, rücken,
        knie, hexenschuss, schwiegermutter, enkel, enkelin, neffe, nichte, cousine, cousin, tante,
        onkel, freund, kollegin, kollege, chef, chefin, büro, kita, kindergarten, einschulung,
        abitur, doktorarbeit, bachelorarbeit, masterarbeit, befördert, entlassen, elternzeit, wehen,
        zwillinge, welpe, tierarzt, eingezogen, ausgezogen, umzug, mietvertrag, marathon, reha,
        chemo, diagnose, therapie, sohn, tochter, kind, kinder, baby, mutter, vater, mama, papa,
        oma, opa, großmutter, großvater, schwester, mann, frau, freundin, nachbar, nachbarin,
        nachbarn, katze, kater, hund, geboren, geburtstag, gestorben, beerdigung, hochzeit,
        geheiratet, verlobt, schwanger, getrennt, krankenhaus, arzt, operation, krank, gesund,
        grippe, fieber, unfall, prüfung, führerschein, neuen job, neue stelle, gekündigt, rente,
        umgezogen, neue wohnung, schlüssel, geweint, gelacht, getanzt, zu hause, schule, wohlauf
        """),
    did=Phrases("""
        ich habe, hab, habe ich, habe mich, haben wir, wir haben, hat mich, hat mir, hat angerufen,
        hat gesagt, bin ich, ich bin, wir sind, sind wir, war ich, ich war, war heute, war gestern,
        hatte ich, sitze ich, habe heute, bin heute, ist gestorben, ist geboren, angerufen,
        umgezogen, angekommen, gefahren, gelaufen, geflogen, gegessen, getroffen, gelernt, gesehen,
        gesprochen, geredet, verhört, verlaufen, verpasst, vergessen, verschlafen, bekommen,
        geschenkt, gewonnen, gefallen, gebrochen, operiert, hat, kam, ging, gekündigt, bestanden,
        gekauft, gefunden, verloren, gebaut, wurde, wohnen, saßen, geschafft
        """),
    past=(),
    points=Phrases("""
        sehr wahr, so wahr, wahr, amen, ja, danke, großartig, wunderbar, hach, haha, lol, hört hört,
        schaut euch, guckt mal, seht selbst, ton an, dies, dies hier, das hier, genau, so ist es,
        lesen, lesenswert, unbedingt lesen, lesebefehl, lesetipp, aha, neu im blog, guter thread,
        interessant, sehr gut, ach, wow, aus gründen
        """),
    denies=Phrases("""
        nein, nicht, nö, falsch, kein, keine, quatsch, unsinn, aber, außer, nie, niemals
        """),
)
