"""Sensitive words of Spanish."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

SPANISH = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        salud, salud mental, enferm*, cancer*, quimio*, radioterap*, tumor*, leucemi*, diabet*,
        epilep*, fibromialgi*, endometrio*, esclerosis*, infarto*, ictus, demencia*, vih, sida,
        vacuna*, discapaci*, minusvali*, silla de ruedas, autis*, depresi*, deprimid*, ansiedad*,
        bipolar*, trastorno*, psiquiatr*, psicoterap*, psicologo*, psicologa*, terapia*, terapeut*,
        suicid*, adiccion*, adict*, drogadic*, alcoholi*, sobredosis, aborto*, abortar*, embaraz*,
        infertil*, esterilidad*, menopausi*, menstru*, cirugia*, cirujan*, hospital*, clinica,
        clinicas, medico*, medica, medicas, medicament*, medicacion*, receta medica, diagnosti*,
        sintoma*, paliativ*, dolor cronico, dolores, ciego*, ciega*, sordo*, sorda*, sordera*,
        alergi*, obes*, sobrepeso, adelgaz*, quemada en el trabajo, urgencias, operaron, quirofano*,
        enfermera*, gripe, fiebre
        """,
        Sensitive.POLITICS: """
        politic*, eleccion*, electoral*, elector*, votar*, voto, votos, votante*, votado, votamos,
        votaciones, referendum*, urnas, papeleta*, diputad*, congreso de los diputados, senado,
        senador*, ministr*, ministeri*, gobierno*, presidenciales, partido popular, psoe, pp, vox,
        podemos partido, unidas podemos, izquierda unida, sanchez presidente, pedro sanchez, feijoo,
        ayuso, abascal, rajoy, franquis*, milei, kirchner*, maduro presidente, chavis*, amlo,
        sheinbaum*, petro presidente, bukele, peronis*, extrema derecha, extrema izquierda,
        ultraderech*, derechista*, izquierdista*, fascis*, antifascis*, facha, fachas, rojos,
        comunis*, socialista*, socialismo, liberalismo, neoliberal*, conservador*, anarquis*,
        capitalis*, feminis*, independentis*, independencia de cataluna, nacionalis*,
        manifestacion*, manifestant*, protesta*, activis*, democracia*, populis*
        """,
        Sensitive.RELIGION: """
        religi*, iglesia*, cristian*, catolic*, protestante*, evangelic*, papa francisco, el papa,
        cura parroco, parroco*, parroquia*, sacerdot*, obispo*, misa, misas, oracion*, rezar*, reza,
        rezan, rezo, rezamos, rezando, dios, biblia*, biblic*, jesus, cristo, virgen maria, bautiz*,
        bautis*, primera comunion, cuaresma, semana santa, cofradia*, musulman*, islam, islamic*,
        mezquita*, coran, ramadan*, velo islamico, judio*, judia, judias, judaismo*, sinagoga*,
        rabino*, hindu*, budis*, ateo*, atea*, ateismo*, creyente*, creencia*, la fe, fe en dios,
        mi fe, teolog*, monasterio*, convento*, espiritual*
        """,
        Sensitive.ETHNICITY: """
        etnia*, etnic*, racis*, racial*, racializ*, antirracis*, color de piel, personas negras,
        mujeres negras, personas blancas, privilegio blanco, afrodescend*, afroamerican*, gitano*,
        gitana*, romani, antisemit*, xenofob*, mestiz*, indigena*, pueblos originarios,
        ascendencia*, mulat*
        """,
        Sensitive.SEX_LIFE: """
        sexo, sexos, sexual*, sexualidad*, homosexual*, bisexual*, gay, gays, lesbian*, transexual*,
        transgenero*, mujer trans, mujeres trans, hombre trans, personas trans, no binari*,
        identidad de genero, lgbt*, orgullo gay, dia del orgullo, porno*, erotic*, preservativo*,
        condon*, anticoncep*, orgasmo*, infidelidad*, poliamor*, homofob*, transfob*,
        salir del armario
        """,
        Sensitive.UNION: """
        sindicat*, sindical*, ccoo, comisiones obreras, ugt, cnt sindicato, huelga*, huelguista*,
        piquete*, convenio colectivo, negociacion colectiva, comite de empresa, delegado sindical
        """,
        Sensitive.CRIME: """
        crimen, crimenes, criminal*, delincuen*, delito*, condena*, antecedentes penales, carcel*,
        prision*, preso*, presa por, encarcel*, detenido*, detuvieron*, arrestad*, juicio penal,
        robo, robos, robaron, ladron*, atraco*, asesin*, homicid*, violacion*, violador*, violaron,
        agresion*, maltrat*, violencia de genero, violencia domestica, estafa*, estafador*, fraude*,
        narcotrafic*, narco, cocaina*, heroina, terroris*, tribunales
        """,
        Sensitive.MONEY: """
        deuda*, endeud*, bancarrota*, quiebra*, insolven*, embargo de, embargad*, desahuci*,
        desaloj*, sin techo, sintecho*, sin hogar, paro, parado de larga, desemple*, subsidio*,
        pobreza*, precari*, llegar a fin de mes, fin de mes, moros*, impagad*, sueldo*, salario*,
        ingresos, herencia familiar, millonari*, ludopat*
        """,
    },
    only_here={
        Sensitive.HEALTH: "dolor, cura, curar*, pastillas, dieta*, doctor*, regla",
        Sensitive.POLITICS: "izquierda*, derecha*, partido, partidos, alcalde*, alcaldesa*, marcha",
        Sensitive.RELIGION: "fe, cura, santo*, santa*, bendic*, monja*",
        Sensitive.ETHNICITY: "raza, razas, negros, origen",
        Sensitive.CRIME: "juez*, policia",
        Sensitive.MONEY: "pobre*, hipoteca*, deber dinero",
    },
    harmless="""
        seleccion*, gracias a dios, por dios, dios mio, novela negra, judias verdes, judia verde,
        partido de futbol, partido de baloncesto, parado en, me paro a, te paro, se paro,
        a la derecha, a la izquierda, eleccion de libros, eleccion del libro, medico veterinario
        """,
)
