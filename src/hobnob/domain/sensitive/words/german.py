"""Sensitive words of German."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

GERMAN = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        *gesundheit*, gesundheitlich*, krank, kranke, kranken, kranker, krankes, krankheit*,
        *erkrank*, *krankheit, *krankheiten, krankenhaus*, krankenhauser*, krankenkasse*,
        krankschreib*, krankgeschrieb*, *krebs, krebsdiagnose*, krebspatient*, krebsvorsorge*,
        chemotherapie*, strahlentherapie*, zuckerkrank*, rheuma*, herzinfarkt*, schlaganfall*,
        demenz*, impf*, geimpft*, ungeimpft*, behinder*, schwerbehinder*, rollstuhl*, autismus*,
        depressiv*, depressionen, angststor*, *storungen, essstor*, magersucht*, psychisch*,
        psychiatr*, therapie*, psychotherapie*, therapeut*, selbstmord*, suizid*, suchtkrank*,
        suchtberat*, suchtig*, *suchtig, alkoholik*, alkoholkrank*, trocken seit, entzug*, drogen*,
        fehlgeburt*, schwanger*, abtreib*, unfruchtbar*, kinderwunsch*, wechseljahre*,
        regelschmerz*, operation, operationen, operiert*, arzt, arzte, arztin*, arztlich*, *arzt,
        *arztin, hausarzt*, klinik*, kliniken, reha, pflegefall*, pflegegrad*, pflegebedurft*,
        hospiz*, medikament*, *schmerzen, schmerzpatient*, diagnose*, unheilbar*, blindheit,
        gehorlos*, schwerhorig*, taub, allergie*, allergisch*, ubergewicht*, abnehmen, diat*,
        ausgebrannt, corona
        """,
        Sensitive.POLITICS: """
        politik*, *politik, *politiker, *politikerin*, politisch*, wahl, wahlen, wahle, *wahl,
        *wahlen, wahlkampf*, wahler*, wahlt, gewahlt*, wahlrecht*, wahllokal*, abstimmung*,
        volksabstimmung*, bundestag*, landtag*, bundesrat, bundeskanzler*, kanzler*,
        bundesregierung*, regierung*, minister*, ministerprasident*, abgeordnet*, partei, parteien,
        parteitag*, *partei, afd, spd, cdu, csu, fdp, bsw, linkspartei, die linke, die grunen, fpo,
        ovp, spo, svp, merz, scholz, merkel*, soder, habeck*, baerbock*, lindner, weidel,
        wagenknecht*, rechtsextrem*, linksextrem*, rechtsradikal*, rechtspopul*, faschis*,
        antifaschis*, nazis, kommunis*, sozialist*, sozialismus, sozialdemokrat*, konservativ*,
        liberalismus, demokratie*, kapitalis*, feminis*, gendern, demonstration*, demonstrier*,
        protestier*, streit um asyl, asylpolitik*, abschieb*, pegida, querdenk*, reichsburg*
        """,
        Sensitive.RELIGION: """
        religio*, kirche, kirchen, kirchlich*, kirchenchor*, kirchentag*, *kirche, christlich*,
        christen, christentum*, katholi*, evangelisch*, protestantisch*, pfarrer*, pfarrei*,
        priester*, papst*, bischof*, gottesdienst*, gebet, gebete, beten, bete, betet, gebetet,
        gott, gottes, gottlich*, bibel*, jesus, kommunion*, konfirmation*, firmung*, taufe, taufen,
        getauft*, muslim*, moslem*, islamisch*, moschee*, koran, ramadan*, kopftuch*, jude, juden,
        judin*, judisch*, judentum*, synagoge*, rabbiner*, hinduis*, buddhis*, atheis*, glaubig*,
        unglaubig*, mein glaube, der glaube an, seelsorg*, predigt*, kloster*, ordensschwester*
        """,
        Sensitive.ETHNICITY: """
        ethni*, rassis*, rassisch*, rasse, rassen, hautfarbe*, migrationshintergrund*,
        schwarze menschen, schwarze deutsche, afrodeutsch*, weisse menschen, antisemit*, zigeuner*,
        auslanderfeind*, fremdenfeind*, volksgruppe*, indigene*, spataussiedler*,
        afrikanischer abstammung, abstammung, russlanddeutsch*
        """,
        Sensitive.SEX_LIFE: """
        sex, sexuell*, sexualitat*, *sexuell, *sexualitat, homosexuell*, schwul*, lesbe*, lesbisch*,
        transgeschlecht*, transfrau*, transmann*, nichtbinar*, intergeschlecht*,
        christopher street day, queere*, porno*, erotik*, erotisch*, geschlechtsverkehr*,
        geschlechtsidentit*, verhutung*, kondom*, orgasmus*, fetisch*, seitensprung*, swinger*,
        polyamor*
        """,
        Sensitive.UNION: """
        gewerkschaft*, *gewerkschaft, *gewerkschaften, gewerkschafter*, ig metall, igmetall, ver di,
        verdi streik*, dgb, streik, streiks, streiken, streikt, gestreikt, *streik, tarifverhandl*,
        tarifkonflikt*, betriebsrat*, betriebsrate*, arbeitskampf*
        """,
        Sensitive.CRIME: """
        kriminell*, kriminalitat*, straftat*, strafverfahren*, vorbestraft*, vorstrafe*, verurteil*,
        gefangnis*, knast, haft, inhaftiert*, haftling*, verhaft*, festgenommen, untersuchungshaft*,
        bewahrungsstrafe*, diebstahl*, einbruch*, einbrecher*, raububerfall*, mord, morde, morder*,
        ermordet*, totschlag*, korperverletz*, vergewaltig*, missbrauch*, missbraucht*, betrug,
        betruger*, betrogen, hausliche gewalt, drogenhandel*, anklage*, angeklagt*, terroris*
        """,
        Sensitive.MONEY: """
        schulden, schuldner*, verschuldet*, uberschuld*, privatinsolvenz*, insolvenz*, pleite,
        zahlungsunfahig*, zwangsraum*, obdachlos*, wohnungslos*, arbeitslos*, jobcenter, hartz iv,
        burgergeld*, sozialhilfe*, grundsicherung*, kredithai*, schufa*, mahnung*,
        gerichtsvollzieher*, armut*, altersarmut*, mietschulden, pfandleih*, spielsucht*,
        vermogend*, millionar*, einkommen*, gehalt, gehalter, erbschaft*, kundigung bekommen,
        pfandung*
        """,
    },
    only_here={
        Sensitive.HEALTH: "leiden, fieber, blut, wunde, wunden, spritze*, kur, medizin*",
        Sensitive.POLITICS: "grune partei, demo, demos, wahlprogramm*, amt",
        Sensitive.RELIGION: "messe, glaube, segen, heilig*",
    },
    harmless="""
        flusskrebs*, edelkrebs*, gott sei dank, um gottes willen, mein gott, qual der wahl,
        erste wahl, zweite wahl, auswahl, vorwahl, buchmesse*, partei ergreifen, baumpfleg*, krimi,
        krimis, buchwahl, titelwahl, wortwahl, klosterfrau*, klostergarten*, bucherwahl, *auswahl,
        wahlweise, wahlheimat, tierarzt, tierarzte, tierarztin, bodengesundheit, bodenfruchtbarkeit,
        kirchenkonzert*
        """,
)
