"""Words of French."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

FRENCH = Vocabulary(
    small=frozenset(
        words_of("""
        le, les, des, et, est, un, une, dans, que, pour, pas, du, au, avec, sur, ce, ça, qui, mais,
        c'est, il, elle, sans, ne
        """)
    ),
    me=Phrases("je, j'ai, j'étais, j'avais, j'en, j'y, j'aime, me, m'a, m'ont, moi, mon, ma, mes"),
    us=Phrases("nous, notre, nos, on"),
    to_all=Phrases("""
        quelqu'un, quelqu'un ici, qui ici, qui connaît, qui sait, qui a, vous, faites-vous,
        avez-vous, connaissez-vous, parmi vous, question à, question pour
        """),
    help=Phrases("""
        vous auriez, auriez-vous, vous faites comment, vous avez des idées, vous avez une idée,
        vous savez où, vous savez comment, vous savez si, savez-vous, recommandez-moi,
        conseillez-moi, je voudrais savoir, j'aimerais savoir, je me demande comment,
        je ne trouve pas, j'arrive pas à, je n'arrive pas à, sos, au secours, qui veut, qui aurait,
        qui a déjà, y a-t-il quelqu'un, il y a quelqu'un, y a quelqu'un, question bête,
        petite question, besoin d'un coup de main, quelqu'un connaît, quelqu'un connaitrait,
        quelqu'un connaîtrait, quelqu'un sait, quelqu'un a, quelqu'un aurait, quelqu'un peut,
        quelqu'un pourrait, quelqu'un qui, qui connaît, qui pourrait, qui saurait,
        j'ai besoin d'aide, besoin d'aide, j'ai besoin de conseils, besoin de conseils,
        besoin d'un conseil, besoin de vos conseils, je cherche, on cherche,
        cherche recommandations, je suis à la recherche, à la recherche d'un, à la recherche d'une,
        des idées de, des idées pour, des recommandations, vos bons plans, vos conseils,
        vos recommandations, vous me conseillez, vous conseillez, vous recommandez,
        que me conseillez-vous, un coup de main, pouvez-vous m'aider, vous pouvez m'aider,
        aidez-moi, racontez-moi, dites-moi, je suis preneuse, je suis preneur, question à,
        question pour
        """),
    alone=Phrases("""
        des idées, une idée, des conseils, un conseil, des suggestions, des avis, quelqu'un,
        au secours
        """),
    asks=Phrases("""
        vous écoutez, vous regardez, vous mangez, vous prenez, vous mettez, on fait quoi,
        on mange quoi, où est-ce que, où acheter, comment on, combien de temps, combien coûte,
        qui vient, c'est quoi, est-ce normal, ça vaut, comment faites-vous, comment vous,
        vous faites comment, que faites-vous, vous lisez, vous utilisez, vous répondez, avez-vous,
        connaissez-vous, qu'est-ce que vous, est-ce que vous, est-ce que quelqu'un, où trouver,
        où puis-je, que faire, que dois-je, quel est, quelle est, qui connaît, qui sait
        """),
    rhetorical=Phrases("""
        qui l'eût cru, qui l'aurait cru, qui aurait cru, et alors, qui a besoin, à quoi bon,
        vous vous souvenez, tu te souviens, devinez, vous savez quoi, ça vous parle,
        qu'est-ce qui pourrait, c'est pas beau
        """),
    tags=Phrases("non, hein, n'est-ce pas, pas vrai, sérieux, si, ou quoi, ou pas, d'accord"),
    why=Phrases("pourquoi, et si"),
    answers=Phrases("""
        parce que, car, non, oui, si, évidemment, bien sûr, personne, spoiler, apparemment,
        la réponse, d'après mon expérience, exactement, répondre
        """),
    calls=Phrases("""
        joyeux noël, joyeuses fêtes, bonne année, bon week-end, concert gratuit, concert ce,
        gratuit ce, venez avec, venez découvrir, venez nous, ce vendredi à, ce samedi à,
        ce dimanche à, portes ouvertes, sortie en librairie, en librairie, mon nouveau livre,
        notre nouveau, ma nouvelle bd, livraison gratuite, financement participatif, ulule,
        soutenez, soutenez-nous, aidez-nous, adhérez, devenez membre, bénévoles recherchés,
        poste à pourvoir, thèse financée, contrat doctoral, trafic interrompu, trafic perturbé,
        circulation interrompue, vigilance orange, vigilance rouge, tous à, en direct,
        on est en direct, téléchargez, participez, félicitations à, bravo à, bienvenue à,
        merci à tous, likez, commentez, faites tourner, signez, signez la pétition,
        chaque signature, votre signature, faites un don, inscrivez-vous, inscriptions ouvertes,
        places limitées, dernières places, réservez, réservez vos, billetterie, en vente,
        disponible dès, maintenant disponible, dès maintenant, jusqu'à minuit, sur tout le site,
        code promo, jeu concours, à gagner, offre d'emploi, offre de stage, nous recrutons,
        postulez, appel à candidatures, partagez, merci de partager, suivez-nous, abonnez-vous,
        rejoignez-nous, rejoignez, venez nombreux, rendez-vous samedi, rendez-vous dimanche,
        rendez-vous le, rendez-vous à, rendez-vous demain, entrée libre, entrée gratuite,
        on vous attend, nous vous attendons, sera fermé, sera fermée, tous ensemble,
        ensemble changeons, changeons le monde, tous contre, ensemble contre, stop à, non à la,
        sauvons, solidarité avec, croyez en, en savoir plus, nouvel épisode, votez,
        envie d'économiser, merci à nos, fiers d'annoncer, fières d'annoncer, ravis d'annoncer
        """),
    notices=Phrases("""
        conférence, coupure, découvrez, dédicace, déductible, grève, inscription, inscriptions,
        manifestation, mobilisation, promo, promotion, réduction, soldes, candidatures, cdi,
        cagnotte, recrute, le succès, non au, oui à, atelier, formation, exposition, festival,
        concert, spectacle, gratuit, gratuite, billets, bourse, concours, bénévoles
        """),
    days=Phrases("""
        lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lundis, mardis, mercredis,
        jeudis, vendredis, samedis, dimanches, janvier, février, mars, avril, mai, juin, juillet,
        août, septembre, octobre, novembre, décembre, demain, minuit, week end, semaine prochaine
        """),
    opens=Phrases("communiqué, urgent, alerte, rappel, attention, offre d'emploi, info"),
    opinion=Phrases("""
        je me dis, on devrait, il faut, personne, jamais, toujours, les gens qui, tout le monde,
        le problème avec, le problème de, surcoté, je ne comprends pas, je ne développerai pas,
        je crois, je pense, je trouve, à mon avis, selon moi, on parle toujours, il faudrait,
        je ne suis pas d'accord, éloge
        """),
    when=Phrases("""
        tout à l'heure, cette semaine, ce mois-ci, cette année, l'an dernier, l'année dernière,
        il y a deux, il y a trois, toute la journée, toute la nuit, première nuit,
        depuis quatre mois, ce midi, tôt ce matin, après des années, aujourd'hui, hier, avant-hier,
        ce matin, ce soir, cet après-midi, cette nuit, hier soir, la semaine dernière, ce week-end,
        lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, enfin, ça y est,
        pour la première fois, depuis hier, je viens de, en rentrant
        """),
    life=Phrases("""
        vélo, voiture, bus, métro, train, avion, jardin, cuisine, lit, petit déjeuner, déjeuner,
        dîner, vacances, dentiste, dent, bras, jambe, dos, genou, cousin, cousine, belle-mère,
        petit-fils, petite-fille, ami, amie, copain, copine, collègue, patron, patronne, bureau,
        école, crèche, lycée, bac, soutenance, promotion, licenciement, chômage, loyer, jumeaux,
        chiot, vétérinaire, urgences, ambulance, diagnostic, thérapie, marathon, nuit complète,
        boulangerie, librairie, fils, fille, enfant, enfants, bébé, mère, père, maman, papa,
        grand-mère, grand-père, mamie, papi, frère, sœur, mari, femme, neveu, nièce, voisin,
        voisine, voisins, chat, chatte, chien, chienne, né, née, naissance, anniversaire, mort,
        morte, parti, enterrement, mariage, mariés, enceinte, hôpital, médecin, opération, malade,
        fièvre, examen, permis, thèse, soutenu, nouveau travail, nouveau poste, démission, retraite,
        déménagé, emménagé, appartement, maison, les clés, pleuré, ri, dansé, perdue, perdu
        """),
    did=Phrases("""
        j'ai eu, j'ai vu, j'ai fait, j'ai pris, j'ai trouvé, j'ai perdu, j'ai raté, j'ai mangé,
        j'ai enfin, j'ai pleuré, j'ai dormi, j'ai oublié, j'ai croisé, j'ai passé, j'ai fini,
        je suis allé, je suis allée, je suis tombé, je suis tombée, je suis rentré, je suis rentrée,
        on a mangé, on a fait, on a ri, on a dansé, nous avons, il m'a, elle m'a, on m'a,
        avons emménagé, a crié, j'étais, est venu, est venue, dort, je me suis, j'avais, est parti,
        est partie, est né, est née, me suis, a fait, s'est
        """),
    past=("é", "ée", "és"),
    points=Phrases("""
        mdr, haha, magnifique, superbe, merci, bravo, amen, vrai, tellement vrai, regardez, écoutez,
        lisez ça, ce fil, voilà, ceci, ça, à lire, lisez, exactement, tout est dit, intéressant,
        très intéressant, passionnant, nouveau billet, nouvel article, sur le blog, bon fil, un fil,
        via, oui, oh, wahou
        """),
    denies=Phrases("non, pas, ne, faux, jamais, mais, sauf, n, nan"),
)
