"""Words of Italian."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

ITALIAN = Vocabulary(
    small=frozenset(
        words_of("""
        il, gli, e, che, di, un, una, non, per, con, è, del, della, sono, al, alla, nel, ma, più,
        anche, come, dei, lo, perché
        """)
    ),
    me=Phrases("io, mi, mio, mia, miei, mie, me, ho, sono"),
    us=Phrases("noi, ci, nostro, nostra, nostri, nostre, abbiamo, siamo"),
    to_all=Phrases("""
        qualcuno, qualcuna, chi di voi, chi sa, chi conosce, voi, avete, fate, conoscete,
        domanda per
        """),
    help=Phrases("""
        mi consigliate, consigliatemi, sapete dove, sapete se, sapete come, sapete di,
        avete consigli, avete idee, vorrei sapere, c'è qualcuno, esiste un, esiste una, aiuto,
        chi mi, chi vuole, qualcuno conosce, qualcuno sa, qualcuno ha, qualcuno può,
        qualcuno mi può, qualcuno che, cerco consigli, cerco un consiglio, cerco qualcuno, cerco un,
        cerco una, sto cercando, ho bisogno di aiuto, ho bisogno di un consiglio, mi serve aiuto,
        mi aiutate, aiutatemi, che mi consigliate, cosa mi consigliate, raccontatemi, domanda per
        """),
    alone=Phrases("idee, consigli, suggerimenti, aiuto, qualcuno, pareri"),
    asks=Phrases("""
        cosa leggete, cosa ascoltate, cosa guardate, dove si mangia, dove si, quanto costa,
        quanto tempo, come si fa, si può, vale la pena, è normale, come fate, cosa fate,
        che cosa fate, cosa usate, avete, conoscete, dove trovo, dove posso, chi sa, chi conosce,
        qual è, che faccio
        """),
    rhetorical=Phrases("""
        chi l'avrebbe detto, chi ha bisogno, cosa può andare, vi ricordate, indovinate, chi non
        """),
    tags=Phrases("vero, no, giusto, sul serio, eh, o no, nevvero"),
    why=Phrases("perché, e se"),
    answers=Phrases("perché, no, sì, certo, nessuno, tutti, spoiler, a quanto pare, la risposta"),
    calls=Phrases("""
        buone feste, buon natale, buon anno, buon fine settimana, in diretta, siamo in diretta,
        in libreria, mio nuovo libro, nostro nuovo, spedizione gratuita, raccolta fondi, sostieni,
        sosteneteci, aiutateci, diventa socio, borsa di studio, posizione aperta, treni cancellati,
        complimenti a, benvenuti, grazie a tutti, firma ora, firma la, firmate, ogni firma,
        la tua firma, dona ora, dona oggi, donate, il tuo dono, iscriviti, iscrivetevi,
        ultimi posti, posti limitati, prenota, acquista, in vendita, già disponibile, solo oggi,
        vinci, lavora con noi, condividi, condividete, seguici, unisciti, partecipa, vi aspettiamo,
        ti aspettiamo, non mancate, ingresso libero, ingresso gratuito, insieme possiamo,
        insieme contro, salviamo, fermiamo, credi in, scopri di più, nuova puntata, nuovo episodio
        """),
    notices=Phrases("""
        allerta, annullato, bando, chiusa, chiuso, concerto, concorso, manifestazione, offerta,
        promozione, rinviato, saldi, sciopero, sconto, candidature, no al, sì al, laboratorio,
        mostra, festival, gratis, gratuito, biglietti, ingresso, iscrizioni
        """),
    days=Phrases("""
        lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, gennaio, febbraio, marzo,
        aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, domani,
        mezzanotte, prossima settimana, fine settimana
        """),
    opens=Phrases("comunicato, ultim'ora, avviso, promemoria, attenzione, urgente"),
    opinion=Phrases("""
        nessuno, sempre, mai, la gente che, tutti, il problema, sopravvalutato, non capisco,
        secondo me, penso che, credo che, a mio parere, dovremmo, bisognerebbe
        """),
    when=Phrases("""
        poco fa, questa settimana, il mese scorso, l'anno scorso, quest'anno, tutto il giorno,
        tutta la notte, due settimane fa, oggi, ieri, ieri sera, stamattina, stasera, stanotte,
        la settimana scorsa, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica,
        finalmente, per la prima volta, appena
        """),
    life=Phrases("""
        bici, macchina, autobus, treno, aereo, giardino, cucina, letto, colazione, pranzo, cena,
        vacanza, dentista, dente, braccio, gamba, schiena, ginocchio, cugino, cugina, suocera,
        amico, amica, collega, capo, ufficio, scuola, asilo, tesi, promozione, mutuo, affitto,
        gemelli, cucciolo, veterinario, pronto soccorso, diagnosi, terapia, maratona, figlio,
        figlia, figli, bambino, bambina, madre, padre, mamma, papà, nonna, nonno, nonni, fratello,
        sorella, marito, moglie, nipote, zia, zio, vicino, vicina, vicini, gatto, gatta, cane, nato,
        nata, compleanno, compiuto, morto, morta, funerale, matrimonio, sposati, incinta, ospedale,
        medico, operazione, malato, malata, febbre, esame, patente, laurea, nuovo lavoro,
        licenziato, pensione, traslocato, casa, chiavi, pianto, ballato, finito
        """),
    did=Phrases("""
        ho fatto, ho visto, ho perso, ho trovato, ho preso, ho dato, ho finito, ho mangiato,
        ho pianto, ho dormito, mi sono, sono andato, sono andata, sono tornato, sono tornata,
        sono caduto, sono caduta, abbiamo fatto, abbiamo mangiato, abbiamo riso, ha compiuto,
        ha chiamato, ha detto, mi ha, ci hanno, mi hanno, è nato, è nata, è morto, è morta, avevo,
        ero
        """),
    past=("ato", "uto", "ito", "ata"),
    points=Phrases("""
        ahah, bellissimo, grazie, vero, verissimo, leggete, guardate, sentite, amen, questo, questa,
        esatto, da leggere, interessante, nuovo sul blog, via, sì
        """),
    denies=Phrases("no, non, mai, falso, ma, nemmeno, neanche"),
)
