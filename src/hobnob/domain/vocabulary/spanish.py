"""Words of Spanish."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

SPANISH = Vocabulary(
    small=frozenset(
        words_of("""
        el, los, las, y, que, en, un, una, por, con, para, es, del, se, lo, al, pero, más, está,
        muy, qué, sin, como, cuando
        """)
    ),
    me=Phrases("he, mías, míos, mía, mío, yo, me, mi, mis, mí, conmigo, soy, estoy"),
    us=Phrases("nosotros, nosotras, nos, nuestro, nuestra, nuestros, nuestras, hemos, somos"),
    to_all=Phrases("""
        alguien, algún, alguna, vosotros, vosotras, ustedes, os, habéis, sabéis, conocéis, hacéis,
        quién de, quién sabe, quién conoce, pregunta para
        """),
    help=Phrases("""
        recomendadme, recomiéndenme, recomiéndame, recomendáis, recomiendan, me decís, decidme,
        díganme, ayudadme, ayúdenme, socorro, hay alguien, hay alguna, hay algún, existe alguna,
        quiero saber, me gustaría saber, tengo una duda, duda, pregunta seria, pregunta tonta,
        qué puedo, dónde compráis, cómo lo hacéis, alguien vende, alguien alquila, quién me,
        alguien sabe, alguien conoce, alguien tiene, alguien puede, alguien me puede, alguien que,
        alguien ha, alguno sabe, sabéis de, sabéis si, conocéis, conocen, saben de, saben si,
        busco recomendaciones, busco recomendación, busco consejo, busco consejos, busco a alguien,
        busco un, busco una, buscamos recomendaciones, estoy buscando, necesito consejo,
        necesito consejos, necesito ayuda, necesito vuestra ayuda, necesito su ayuda, me ayudáis,
        me ayudan, me podéis ayudar, pueden ayudarme, ayuda por favor, me recomendáis,
        me recomiendan, qué me recomendáis, se aceptan sugerencias, se aceptan consejos, qué hago,
        qué hacéis, contadme, cuéntenme, pregunta para
        """),
    alone=Phrases("ideas, consejos, sugerencias, recomendaciones, ayuda, alguien, opiniones"),
    asks=Phrases("""
        qué leéis, qué veis, qué escucháis, qué hacemos, qué tal, dónde se, dónde se come,
        dónde comer, cuánto cuesta, cuánto tarda, cómo puedo, cómo podemos, por dónde, quién viene,
        se puede, vale la pena ir, es normal, cómo hacéis, cómo hacen, cómo se, qué hago,
        qué hacéis, qué harías, qué haríais, dónde puedo, dónde encuentro, cuál es, cuál preferís,
        quién sabe, quién conoce, habéis, han probado
        """),
    rhetorical=Phrases("""
        quién dijo, quién lo diría, quién lo iba a decir, quién necesita, qué más da,
        qué puede salir mal, os acordáis, se acuerdan, sabéis qué, adivinad, quién no, no os parece,
        te suena
        """),
    tags=Phrases("verdad, no, a que sí, a que no, en serio, eh, o qué, o no, cierto"),
    why=Phrases("por qué, y si"),
    answers=Phrases("""
        porque, aun así, pues, no, sí, claro, nadie, todos, spoiler, resulta que, por lo visto,
        en mi experiencia, la respuesta, exacto
        """),
    calls=Phrases("""
        felices fiestas, feliz navidad, feliz año, feliz día, quedan pocas, quedan horas, quedan 48,
        ayúdanos, ayúdanos a, necesitamos tu, apoya, hazte socio, hazte socia, verkami, entradas ya,
        presentación del libro, en directo, estamos en directo, sigue en directo, conéctate,
        descárgate, ya en librerías, en librerías, nueva novela, nuestro nuevo, envío gratis,
        sorteamos, se busca, trabaja con nosotros, corte de, sin servicio, aemet, protección civil,
        enhorabuena a, felicidades a, gracias a todos, comparte si, rt si, dale like, mándanos,
        escríbenos, firma ya, firma ahora, firma la, firma aquí, firmad, firme ya, tu firma,
        su firma, cada firma, dona hoy, dona ahora, dona ya, haz tu donativo, haz tu donación,
        tu donativo, tu donación, inscríbete, inscríbase, inscripciones, últimas plazas,
        plazas limitadas, apúntate, regístrate, reserva ya, reserva tu, compra ya, ya a la venta,
        a la venta, ya disponible, solo hoy, sólo hoy, comparte, difunde, síguenos, suscríbete,
        únete, únete a, súmate, os esperamos, les esperamos, te esperamos, no faltéis,
        no te lo pierdas, no se lo pierda, no os lo perdáis, entrada libre, entrada gratuita, ven a,
        venid, permanecerá cerrada, permanecerá cerrado, cerrado por, gracias a nuestros,
        juntos podemos, juntas podemos, salvemos, basta ya, cree en, nunca te rindas,
        cambia una vida, más información, convocatoria abierta, oferta de empleo,
        buscamos incorporar, nuevo episodio, ya podéis, orgullosos de anunciar
        """),
    notices=Phrases("""
        alerta, beca, becas, campaña, charla, concentración, concierto, descarga, descuento,
        difusión, empleo, entradas, huelga, inscripción, jornada, manifestación, plazo, promo,
        rebajas, retenciones, sorteo, taquilla, vacante, participa, bienvenidos, bienvenidas,
        crowdfunding, colabora, el éxito, no al, sí al, taller, gratis, gratuito, gratuita,
        exposición, festival, convocatoria, código de descuento, precio especial
        """),
    days=Phrases("""
        lunes, martes, miércoles, jueves, viernes, sábado, sábados, domingo, domingos, enero,
        febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
        diciembre, mañana, medianoche, próxima semana, horas, fin de semana
        """),
    opens=Phrases("""
        comunicado, nota de prensa, última hora, aviso, recordatorio, atención, urgente
        """),
    opinion=Phrases("""
        tiene razón, no hay nada, nadie, siempre, nunca, la gente que, todo el mundo,
        el problema de, sobrevalorado, hay dos tipos, no entiendo, creo que, pienso que,
        en mi opinión, opino, me parece, llevo años pensando, lo que más, lo veo, hay gente que,
        deberíamos, habría que, depende
        """),
    when=Phrases("""
        hace un rato, hace una hora, hace dos, hace tres, este año, el año pasado, este mes,
        todo el día, toda la noche, de madrugada, este mediodía, después de, tras seis, anteanoche,
        últimamente, hoy, ayer, anoche, anteayer, esta mañana, esta tarde, esta noche,
        la semana pasada, el lunes, el martes, el miércoles, el jueves, el viernes, el sábado,
        el domingo, por fin, al fin, por primera vez, desde ayer, acabo de, acabamos de
        """),
    life=Phrases("""
        bici, coche, autobús, metro, tren, avión, cocina, cama, desayuno, comida familiar,
        vacaciones, dentista, muela, pierna, espalda, rodilla, primo, prima, suegra, nieto, nieta,
        amiga, amigo, compañero, jefe, jefa, oficina, colegio, guardería, instituto, universidad,
        tesis, máster, ascenso, despido, paro, hipoteca, piso, alquiler, gemelos, cachorro,
        veterinario, urgencias, ambulancia, diagnóstico, terapia, maratón, quinto, hijo, hija,
        hijos, niño, niña, bebé, madre, padre, mamá, papá, abuela, abuelo, abuelos, hermano,
        hermana, marido, mujer, esposa, esposo, sobrino, sobrina, sobrinos, tía, tío, vecino,
        vecina, vecinos, gato, gata, perro, perra, nació, nacido, cumpleaños, cumplió, murió,
        muerto, entierro, boda, casamos, embarazada, hospital, médico, operación, enferma, enfermo,
        fiebre, oposición, examen, aprobado, carné, trabajo nuevo, nuevo trabajo, despedido,
        jubilado, mudado, mudamos, mudanza, casa, llaves, llorando, lloré, bailó, reído, brazo
        """),
    did=Phrases("""
        me han, nos han, le han, he tenido, he ido, he visto, he comido, he hecho, he perdido,
        he encontrado, he vuelto, me he, nos hemos, he estado, he dormido, he llorado, he cumplido,
        he terminado, he empezado, fue, estuve, tuve, hice, vi, dije, vine, volví, salí, caí, pedí,
        conocí, abracé, ha nacido, ha muerto, hemos ido, hemos cenado, hemos comido, hemos vuelto,
        prestado, robado, he aprobado, fui, fuimos, compré, perdí, perdimos, encontré, terminé,
        aprobé, dieron, bailó, rompí, llegó, llegamos, nació, murió, empecé, empiezo, lloré, corrí,
        se me ha, me ha
        """),
    past=("é", "ó", "aron", "ieron", "ado", "ido"),
    points=Phrases("""
        jajaja, jaja, brutal, maravilla, qué bueno, exacto, amén, verdad, gracias, leed, mirad, ojo,
        así, esto, tal cual, así es, muy interesante, interesante, imprescindible, para leer,
        hay que leer, vale la pena, buen hilo, hilo, nuevo en el blog, nueva entrada, vía,
        totalmente, sí, toma, guau
        """),
    denies=Phrases("no, ni, tampoco, nunca, mentira, discrepo, pero, falso, jamás"),
)
