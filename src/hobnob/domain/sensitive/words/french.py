"""Sensitive words of French."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

FRENCH = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        sante, maladie*, malade*, cancer*, chimio*, radiotherap*, tumeur*, leucemi*, diabet*,
        epilep*, fibromyalgi*, endometrio*, sclerose en plaques, crise cardiaque, infarctus, avc,
        demence*, vih, sida, vaccin*, vaccine*, handicap*, fauteuil roulant, autis*, depressi*,
        deprime*, anxiete*, angoisse*, trouble bipolaire, bipolair*, troubles alimentaires,
        psychiatr*, psychotherap*, therapie*, therapeut*, suicid*, toxicoman*, addict*, alcooli*,
        sevrage*, overdose*, fausse couche*, enceinte, grossesse*, avortement*, avorter, avorte,
        ivg, pma, sterilite*, infertil*, menopause*, regles douloureuses, chirurgi*, hopital*,
        hopitaux, clinique*, medecin*, medicament*, ordonnance*, diagnosti*, symptome*,
        soins palliatifs, antidouleur*, douleurs, douleur chronique, maladies, aveugle*, malvoyant*,
        sourd, sourde, sourds, malentendant*, allergi*, obes*, surpoids, maigrir,
        epuisement professionnel, sante mentale, infirmier*, infirmiere*
        """,
        Sensitive.POLITICS: """
        politique*, politicien*, election*, electoral*, electeur*, electrice*, elu, elue, elus,
        elues, voter, votez, vote, votes, voté, scrutin*, urne, urnes, referendum*,
        bulletin de vote, depute*, assemblee nationale, senat, senateur*, senatrice*, ministre*,
        premier ministre, gouvernement*, presidentiel*, legislativ*, macron*, le pen, lepen,
        melenchon*, bardella, zemmour*, sarkozy*, hollande president, lfi, rassemblement national,
        front national, front populaire, les republicains, parti socialiste, parti communiste,
        extreme droite, extreme gauche, la gauche, la droite, fascis*, antifascis*, communis*,
        socialiste*, socialisme, gauchis*, droitard*, liberalisme, neoliberal*, conservateur*,
        anarchis*, capitalis*, feminis*, manifestation*, manifestant*, gilets jaunes, giletsjaunes,
        militant*, laicite*, demagog*, populis*, expulsion des migrants, 49 3
        """,
        Sensitive.RELIGION: """
        religi*, eglise*, chretien*, christianis*, catholi*, protestant*, evangeli*, pape, pretre*,
        cure de la paroisse, paroiss*, eveque*, messe, messes, priere*, prier, prions, dieu, bible*,
        bibliqu*, jesus, bapteme*, baptis*, communion solennelle, premiere communion, careme,
        musulman*, islam, islami*, mosquee*, coran, ramadan*, voile islamique, hijab*, halal, juif,
        juifs, juive*, judaisme*, judaique*, synagogue*, rabbin*, casher, hindou*, bouddhis*,
        athee*, atheis*, croyant*, croyance*, ma foi en, la foi, foi chretienne, theolog*,
        monastere*, religieuse*, spirituel*, spiritualite*
        """,
        Sensitive.ETHNICITY: """
        ethni*, racis*, racial*, racise*, raciaux, antiracis*, couleur de peau, personnes noires,
        femmes noires, personnes blanches, privilege blanc, antisemit*, xenophob*, tzigane*, rom,
        roms, gens du voyage, metis, metisse*, metissage*, maghrebin*, origine africaine, beur,
        beurs, peuples autochtones, autochtones, origine ethnique
        """,
        Sensitive.SEX_LIFE: """
        sexe, sexuel*, sexualite*, homosexu*, bisexu*, gay, gays, lesbienne*, transgenre*,
        personne trans, personnes trans, femme trans, homme trans, non binaire*, nonbinaire*,
        identite de genre, lgbt*, mariage pour tous, marche des fiertes, porno*, eroti*, libertin*,
        preservatif*, contracepti*, orgasme*, infidelite*, polyamour*, coming out, homophob*,
        transphob*
        """,
        Sensitive.UNION: """
        syndicat*, syndical*, syndique*, syndicalis*, cgt, cfdt, cftc, fo syndicat, en greve,
        la greve, greve, greves, grevist*, piquet de greve, delegue syndical,
        negociation collective, convention collective, prudhom*, prud hom*
        """,
        Sensitive.CRIME: """
        crime, crimes, criminel*, delinquan*, delit*, condamn*, casier judiciaire, prison*,
        incarcer*, detenu*, arrest, arrete par, garde a vue, mis en examen, proces, cambriol*,
        vol a main armee, voleur*, braquage*, meurtr*, assassin*, homicide*, viol, viols, violeur*,
        violee*, agresse*, agression*, violences conjugales, violence conjugale, maltrait*, escroc*,
        escroquer*, fraude*, trafic de drogue, cocaine, heroine, terroris*, tribunal*
        """,
        Sensitive.MONEY: """
        dette*, endett*, surendett*, faillite*, insolvab*, decouvert bancaire, huissier*,
        expulsion locative, expulses, sans abri, sans abris, sdf, chomage*, chomeur*, chomeuse*,
        rsa, allocation chomage, precarite*, precaire*, pauvrete*, fins de mois,
        fin de mois difficile*, impayes, interdit bancaire, pole emploi, salaire*, revenus,
        heritage familial, millionnaire*, milliardaire*, jeux d argent
        """,
    },
    only_here={
        Sensitive.HEALTH: """
        mal de dos, douleur*, soigner, soins, regime, regimes, cure, pilule*, fievre
        """,
        Sensitive.POLITICS: "parti, partis, manif*, maire, maires, greve generale",
        Sensitive.RELIGION: "foi, saint, sainte, benir, beni, benie",
        Sensitive.ETHNICITY: "race, races, origines",
        Sensitive.CRIME: "vol, vols, juge",
    },
    harmless="""
        pain complet, pain au levain, pain de campagne, pain noir, dieu merci, mon dieu,
        roman policier, romans policiers, vol d oiseau, vol des oiseaux, vol des hirondelles,
        vol de nuit, vol libre, maladie des rosiers, a gauche, a droite, sainte barbe,
        voter pour votre livre, adieu
        """,
)
