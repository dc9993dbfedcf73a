"""Sensitive words of Italian."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

ITALIAN = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        salute, malatti*, malato, malata, malati, malate, ammalat*, cancro, tumore, tumori, chemio*,
        radioterap*, leucemi*, diabet*, epiless*, ictus, infarto, demenza*, vaccin*, disabil*,
        sedia a rotelle, autis*, depressi*, ansia, bipolar*, disturbo alimentare, psichiatr*,
        psicoterap*, terapia, terapie, suicid*, tossicodip*, alcolis*, aborto, aborti, abortire,
        incinta, gravidanza*, menopausa, chirurg*, ospedal*, clinica, cliniche, medico, medici,
        medicin*, farmac*, diagnos*, sintom*, cieco, cieca, ciechi, sordo, sorda, sordi, allergi*,
        obes*, infermier*
        """,
        Sensitive.POLITICS: """
        politic*, elezion*, elettoral*, elettor*, votare, votato, voto, votiamo, referendum,
        deputat*, senato, senatore, senatrice, ministr*, governo, partito democratico, forza italia,
        fratelli d italia, lega nord, movimento cinque stelle, meloni, salvini, berlusconi, renzi,
        fascis*, antifascis*, comunis*, socialist*, estrema destra, estrema sinistra,
        manifestazion*, femminis*, capitalis*, populis*
        """,
        Sensitive.RELIGION: """
        religi*, chiesa, chiese, cristian*, cattolic*, protestant*, evangelic*, papa francesco,
        il papa, parrocchi*, sacerdot*, vescov*, messa, preghier*, pregare, dio, bibbia, gesu,
        battesim*, musulman*, islam, islamic*, moschea, moschee, corano, ebreo, ebrea, ebrei,
        ebraic*, sinagog*, rabbin*, buddis*, ateo, atea, atei, ateismo, credente, credenti, la fede,
        teolog*
        """,
        Sensitive.ETHNICITY: """
        etnia, etnie, etnic*, razzis*, razzial*, colore della pelle, antisemit*, xenofob*, zingar*,
        meticc*, afroitalian*
        """,
        Sensitive.SEX_LIFE: """
        sesso, sessual*, omosessual*, bisessual*, gay, lesbic*, transessual*, transgender*,
        non binari*, identita di genere, porno*, erotic*, preservativ*, contraccet*, orgasm*,
        omofob*
        """,
        Sensitive.UNION: """
        sindacat*, sindacal*, cgil, cisl, uil sindacato, sciopero, scioperi, scioper*
        """,
        Sensitive.CRIME: """
        crimine, crimini, criminal*, delinquen*, reato, reati, condannat*, carcere, carceri,
        prigion*, detenut*, arrestat*, furto, furti, ladro, ladri, rapina, rapine, omicid*,
        assassin*, stupr*, violenza domestica, truffa, truffe, truffator*, frode, frodi, mafia,
        mafios*, terroris*
        """,
        Sensitive.MONEY: """
        debito, debiti, indebitat*, bancarotta, fallimento, insolven*, sfratt*, senzatetto,
        disoccup*, reddito di cittadinanza, poverta, precari*, stipendi*, milionari*, ludopat*
        """,
    },
    only_here={
        Sensitive.HEALTH: "dolore, dolori, dieta, cura, cure, febbre, influenza, dottor*",
        Sensitive.POLITICS: "destra, sinistra, partito, partiti, sindaco, sindaca, democrazia",
        Sensitive.RELIGION: "fede, santo, santa, suora, suore",
        Sensitive.ETHNICITY: "razza, razze",
    },
    harmless="grazie a dio, mio dio, oddio, a destra, a sinistra, messa in scena, messa a punto",
)
