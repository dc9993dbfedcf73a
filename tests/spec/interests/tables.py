"""Words that are never kept, words that may be, and what speaks of a topic of ours.

Test, and docs/reference/topics.md. One row is a topic as somebody types it, in several forms.
"""

NEVER = """
    tells of | en | de | nl | fr | es | pt
    health | depression, depressed, antidepressants | Depression, depressiv, Depressionen | depressie, depressief, depressies | dépression, dépressif, dépressive | depresión, depresiones, deprimida | depressão, depressivo, deprimida
    health | cancer, breast cancer, #breastcancerawareness | Krebsdiagnose, Brustkrebs, Darmkrebsvorsorge | kanker, borstkanker, kankerpatiënten | cancer, cancers, cancéreux | cáncer, cánceres, #cáncerdemama | câncer, cancro, cancros
    health | diabetes, diabetics, insulin pump | Diabetes, Diabetikerin, Zuckerkrankheit | diabetes, suikerziekte, diabeet | diabète, diabétiques, insuline | diabetes, diabéticas, insulina | diabetes, diabéticos, insulina
    health | pregnant, pregnancy, miscarriages | schwanger, Schwangerschaft, Fehlgeburten | zwanger, zwangerschappen, miskraam | enceinte, grossesses, fausse couche | embarazada, embarazos, abortos | grávida, gravidez, abortos
    health | wheelchair users, disability, disabled | Rollstuhlfahrerin, Behinderung, schwerbehindert | rolstoelen, beperkingen, gehandicapt | handicap, handicapées, fauteuil roulant | discapacidad, discapacitados, silla de ruedas | deficiência, deficientes, cadeira de rodas
    health | mental health, #MentalHealthMatters, therapist | psychische Gesundheit, Therapeutin, Psychotherapie | geestelijke gezondheid, therapeuten, psychiater | santé mentale, thérapeute, psychiatres | salud mental, terapeutas, psiquiatra | saúde mental, terapeutas, psiquiatras
    health | addiction, addicts, alcoholics | Suchtberatung, suchtkrank, Alkoholiker | verslaving, verslaafden, alcoholisten | addictions, toxicomane, alcooliques | adicciones, drogadicto, alcohólicos | viciados, toxicodependência, alcoólicos
    politics | elections, voters, voting | Wahlen, Wählerinnen, Bundestagswahl | verkiezingen, kiezers, gemeenteraadsverkiezingen | élections, électrices, voter | elecciones, votantes, votar | eleições, eleitores, votar
    politics | politics, politicians, #UKpolitics | Politik, Politikerinnen, Kommunalpolitik | politiek, politici, gemeentepolitiek | politique, politiciens, géopolitique | política, políticos, geopolítica | política, políticos, geopolítica
    politics | socialists, conservatives, fascism | Sozialisten, Konservative, Faschismus | socialisten, conservatieven, fascisme | socialistes, conservateurs, fascisme | socialistas, conservadores, fascismo | socialistas, conservadores, fascismo
    politics | Labour Party, Tories, Republicans | SPD, AfD, Die Grünen | PvdA, VVD, GroenLinks | Rassemblement National, Macron, Mélenchon | PSOE, Partido Popular, Podemos partido | Bolsonaro, petistas, Bloco de Esquerda
    politics | parliament, senators, prime minister | Bundestag, Abgeordnete, Ministerpräsidentin | Tweede Kamer, Kamerleden, ministers | députés, Assemblée nationale, sénateurs | diputados, senado, gobierno | deputados, senado, governo
    religion | church, churches, Catholics | Kirche, Kirchentag, Katholiken | kerk, kerken, katholieken | église, églises, catholiques | iglesia, iglesias, católicos | igreja, igrejas, católicos
    religion | Muslims, Ramadan, mosques | Muslime, Ramadan, Moscheen | moslims, ramadan, moskeeën | musulmans, ramadan, mosquées | musulmanes, ramadán, mezquitas | muçulmanos, ramadão, mesquitas
    religion | Jewish, synagogues, rabbis | jüdisch, Synagogen, Rabbiner | joods, synagogen, rabbijnen | juifs, synagogues, rabbins | judíos, sinagogas, rabinos | judeus, sinagogas, rabinos
    religion | prayers, praying, Bible study | Gebete, beten, Bibelkreis | gebeden, bidden, bijbelstudie | prières, prier, biblique | oraciones, rezando, bíblico | orações, rezando, bíblico
    religion | Buddhists, atheism, Hindu | Buddhisten, Atheismus, Hinduismus | boeddhisten, atheïsme, hindoes | bouddhistes, athéisme, hindous | budistas, ateísmo, hindúes | budistas, ateísmo, hindus
    ethnicity | ethnicity, ethnic minorities, racism | ethnisch, Rassismus, rassistisch | etnisch, racisme, racistisch | ethnique, racisme, racistes | étnico, racismo, racistas | étnico, racismo, racistas
    ethnicity | Latinos, African American, #BlackBritish | Migrationshintergrund, Schwarze Menschen, afrodeutsch | migratieachtergrond, zwarte mensen, allochtonen | personnes noires, maghrébins, roms | afrodescendientes, gitanos, indígenas | afrodescendentes, ciganos, indígenas
    sex life | gay, lesbians, #LGBTQ | schwul, Lesben, homosexuell | homo, lesbisch, homoseksueel | gay, lesbiennes, homosexuels | gais LGBT, lesbianas, homosexuales | gay, lésbicas, homossexuais
    sex life | transgender, bisexuals, sexuality | Transfrauen, bisexuell, Sexualität | transvrouwen, biseksueel, seksualiteit | transgenres, bisexuelle, sexualité | transgénero, bisexuales, sexualidad | transgénero, bissexuais, sexualidade
    sex life | porn, erotica, fetishes | Pornos, Erotik, Fetische | porno, erotiek, seks | porno, érotique, érotisme | porno, erótica, erotismo | pornô, erótico, erotismo
    union membership | trade unions, union members, shop steward | Gewerkschaft, Gewerkschafter, IG Metall | vakbond, vakbondsleden, FNV | syndicat, syndiquée, CGT | sindicatos, sindicalistas, CCOO | sindicatos, sindicalistas, CGTP
    union membership | picket lines, on strike, unionized | Streiks, Warnstreik, Betriebsräte | stakingen, treinstaking, stakers | grèves, grévistes, en grève | huelgas, huelguistas, piquetes | greves, grevistas, piquetes
    crime | prison, prisoners, ex-offenders | Gefängnis, vorbestraft, Häftlinge | gevangenis, strafblad, gevangenen | prison, casier judiciaire, détenus | cárcel, presos, antecedentes penales | prisão, presos, antecedentes criminais
    crime | burglary, fraud, arrested | Einbruch, Betrug, verhaftet | inbraken, fraude, gearresteerd | cambriolages, fraude, condamnés | robos, estafas, detenidos | roubos, fraudes, detidos
    money trouble or wealth | debts, bankruptcy, evicted | Schulden, Insolvenz, überschuldet | schulden, faillissement, dakloos | dettes, surendettement, faillite | deudas, desahucios, bancarrota | dívidas, falência, despejos
    money trouble or wealth | unemployed, unemployment, homeless | arbeitslos, Arbeitslosigkeit, obdachlos | werkloos, werkloosheid, daklozen | chômage, chômeurs, sans-abri | desempleo, desempleadas, sin techo | desemprego, desempregados, sem-abrigo
"""  # noqa: E501 (a row is one line)

MAY_BE = """
    en | de | nl | fr | es | pt
    tigers | Tiger | tijgers | tigres | tigres | tigres
    wetlands | Feuchtgebiete | moerassen | zones humides | humedales | zonas húmidas
    gardening | Garten | tuinieren | jardinage | jardinería | jardinagem
    bread | Brot | brood | pain complet au levain | pan | pão
    choir | Chor | koor | chorale | coro | coro
    cycling | Fahrrad | fietsen | vélo | bicicletas | bicicletas
    books | Bücher | boeken | livres | libros | livros
    bees | Bienen | bijen | abeilles | abejas | abelhas
    chess | Schach | schaken | échecs | ajedrez | xadrez
    football | Fußball | voetbal | football | fútbol | futebol
    jazz | Jazz | jazz | jazz | jazz | jazz
    hiking | Wandern | wandelen | randonnée | senderismo | caminhadas
    sourdough | Sauerteig | zuurdesem | levain | masa madre | massa mãe
    photography | Fotografie | fotografie | photographie | fotografía | fotografia
    trains | Züge | treinen | trains | trenes | comboios
    cheese | Käse | kaas | fromage | queso | queijo
    stars | Sterne | sterren | étoiles | estrellas | estrelas
    knitting | Stricken | breien | tricot | tejer | tricô
    owls | Eulen | uilen | chouettes | búhos | corujas
    rivers | Flüsse | rivieren | rivières | ríos | rios
    monk seals | Mönchsrobben | monniksrobben | phoques | focas | focas
    natural selection | Zuchtauswahl | natuurlijke selectie | sélection naturelle | selección natural | seleção natural
    #BigCats | #Großkatzen | #Katten | #GrandsFélins | #GrandesFelinos | #GrandesFelinos
    kidney beans | Bohnen | bonen | haricots | frijoles | feijões
    murder mysteries | Krimis | puzzels | romans policiers | novela negra | romances policiais
"""  # noqa: E501 (a row is one line)

OURS = """
    words | post | speaks of it
    wetland*, marsh* | The marshes at dawn. | yes
    wetland*, marsh* | Marshmallows by the fire. | yes
    wetland, marsh | Marshmallows by the fire. | no
    wetland | We love wetlands. | no
    wetland* | We love #Wetlands so much | yes
    big cats | Nothing beats BIG  cats. | yes
    big cats | A big day for cats. | no
    big cats | Look at them #BigCats | yes
    heronwalk | See you at the #HeronWalk! | yes
    grün | Alles so grün hier. | yes
    湿地 | 今日は湿地を歩いた。 | yes
"""

SHOWS = """
    posts | cares | because
    to me on day 1 | yes | one word to us is enough
    elsewhere on day 1 | no | one post is a mood
    elsewhere on day 1, elsewhere on day 1 | no | one day is a mood
    elsewhere on day 1, elsewhere on day 9 | yes | two days are not
    elsewhere on day 1, to me on day 9 | yes | one word to us is enough
"""
