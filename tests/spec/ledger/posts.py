"""Invented answers of mine in seven languages, and whether each thanks whom it goes to.

The phrases were written with BUILDING in view. HELD was written afterwards, and the phrases were
not changed for it: it says how they do on words that nobody had in mind.
"""

BUILDING = """
    thanks | text
    yes | Thanks so much for sharing this, Ana!
    yes | @ana Thank you, that made my morning.
    yes | thx for the boost 🐅
    yes | Thank you both for coming on Saturday.
    yes | tysm, I had been looking for that map for weeks
    yes | Many thanks for your donation, it keeps the reading room warm.
    yes | Much appreciated! The tigers say hello.
    yes | I really appreciate you taking the time.
    yes | So grateful to you for carrying all those chairs.
    yes | Cheers for the link, exactly what I needed.
    yes | We can't thank you enough for the lanterns.
    yes | Wanted to say thank you for last night.
    yes | Ta-da, it works now. Thanks to you!
    yes | Thanks to @ana and @bo we have a roof again.
    yes | Oh wow. ty!!
    yes | thanks, will read it tonight
    yes | Did you get home well? And thank you again for the soup.
    yes | You have no idea how much that helped, thank u
    no | No thanks, I have already eaten.
    no | Thanks for nothing.
    no | Thanks to the weather the lantern walk is off.
    no | Thanks but no thanks.
    no | Could you send me the file? Thanks in advance!
    no | Thank God it is Friday.
    no | Thank goodness the ferry waited.
    no | She never said thank you to the driver.
    no | You should thank your sister for that.
    no | The thank-you cards are at the printer's.
    no | Thanksgiving is in a week.
    no | He thanked the committee and left.
    no | Thanks a lot for ruining the ending.
    no | "Thank you for your order" is all it says, and then nothing.
    no | No need to thank me, it was nothing.
    no | You're welcome, any time.
    no | Thanks, I hate it.
    no | It tastes of oranges, with a hint of clove.
    no | A thankless job, that one.
    no | Who do I have to thank for this mess?
    no | I appreciate that prices rise, but this is too much.
    no | Cheers! To the new boat.
    yes | Dank je wel voor het delen, Ana!
    yes | Bedankt, daar had ik nog niet aan gedacht.
    yes | dankjewel!! het stuk over de wadden is prachtig geworden
    yes | Hartelijk dank voor uw gift.
    yes | Heel erg bedankt dat jullie er waren
    yes | Dank u voor het meedenken.
    no | Nee dank je, ik heb al koffie.
    no | Dankzij de regen staat de kelder blank.
    no | Alvast bedankt voor je reactie!
    no | Goddank is het vrijdag.
    no | God zij dank, de boot ging nog.
    no | Hij heeft me nooit bedankt.
    yes | Danke fürs Teilen, Ana!
    yes | Vielen lieben Dank für die Spende.
    yes | Herzlichen Dank, das hat uns sehr geholfen.
    yes | Ich danke dir für die Suppe.
    yes | Dankeschön, schaue ich mir gleich an
    yes | Wir möchten uns bei dir bedanken.
    no | Nein danke, heute nicht.
    no | Gott sei Dank war die Fähre noch da.
    no | Dank des Regens steht der Keller unter Wasser.
    no | Vielen Dank im Voraus für eine Antwort!
    no | Danke für nichts.
    no | Niemand bedankt sich beim Fahrer.
    yes | Merci beaucoup pour le partage !
    yes | Mille mercis, Ana.
    yes | Je te remercie pour la soupe d'hier.
    yes | Un grand merci à toi pour le coup de main.
    yes | Nous vous remercions chaleureusement de votre don.
    no | Non merci, j'ai déjà mangé.
    no | Merci d'avance pour votre réponse !
    no | Merci pour rien.
    no | Dieu merci, le bac a attendu.
    no | Grâce à la pluie, la cave est pleine d'eau.
    yes | ¡Muchas gracias por compartirlo, Ana!
    yes | Te agradezco mucho la ayuda con las sillas.
    yes | Mil gracias, me alegraste la mañana.
    yes | Gracias a ti tenemos techo otra vez.
    no | No, gracias, ya he comido.
    no | Gracias a la lluvia el sótano es un lago.
    no | Gracias a Dios es viernes.
    no | Gracias de antemano por tu respuesta.
    yes | Grazie mille per la condivisione!
    yes | Ti ringrazio di cuore per la zuppa.
    yes | Grazie a te abbiamo di nuovo un tetto.
    no | No grazie, ho già mangiato.
    no | Grazie alla pioggia la cantina è un lago.
    no | Grazie in anticipo per la risposta.
    no | Grazie al cielo è venerdì.
    yes | Muito obrigada por partilhar, Ana!
    yes | Obrigado, vou ler logo à noite.
    yes | Valeu pela força com as cadeiras!
    yes | Agradeço muito a tua ajuda.
    no | Não, obrigado, já comi.
    no | Graças à chuva a cave está cheia de água.
    no | Graças a Deus é sexta-feira.
    no | Desde já obrigado pela resposta.
    no | Thanks @a @b @c @d @e @f for the follows this week
    yes | That is so kind of you, thank you Bo.
    yes | Thank you!! I laughed out loud on the bus
    yes | Thanks a million, the gate looks new.
    yes | thanks again for yesterday, we got everybody home dry
    yes | A big thank you from all of us at the reading room
    yes | thnx, fixed it
    yes | Appreciate the help with the tent!
    yes | Deeply grateful for your gift this spring.
    yes | I owe you a thank you for the introduction to Cem.
    yes | Good point, and thanks for pointing it out
    yes | Your answer was the clearest one by far. Thanks!
    yes | Thank you kindly, dear neighbour.
    yes | I just wanted to thank you for standing up for the clinic.
    yes | Heartfelt thanks for the quilt.
    yes | Hey, thanks for having us on Sunday
    no | thanks but i'll pass
    no | Thank heavens nobody was on the bridge.
    no | It is snowing in April, thanks to who knows what.
    no | I would have said thank you, but nobody was there.
    no | Please thank your mother from me.
    no | Thanks for making me feel old 🙃
    no | They never thanked us for the hall.
    no | Any tips for a wet cellar? Thanks!
    no | No, thank you, one cat is plenty.
    no | That's not something to thank anybody for.
    no | The heron came back this morning.
    no | I must write thank-you notes all weekend.
    no | Thanks to the new bridge it takes ten minutes.
    no | Yes, at eight, by the old gate.
    no | The word of the day is gratitude.
    no | In what language does one say thank you twice?
    yes | Wat lief, dank je!
    yes | Veel dank voor de mooie foto's van de otter
    yes | Jullie ook bedankt, het was een fijne middag
    yes | Super bedankt voor je hulp bij het hek.
    yes | Dank jullie wel voor de warme soep
    no | Bedankt voor niets.
    no | Nee bedankt, ik fiets liever.
    no | Zonder dank, graag gedaan!
    no | De otter is terug in de sloot.
    no | Dankzij jou weet ik nog steeds niet hoe laat het begint.
    yes | Danke dir, das war sehr lieb.
    yes | Tausend Dank für das schöne Foto!
    yes | Besten Dank, kommt auf die Liste.
    yes | Lieben Dank euch allen fürs Kommen
    yes | Dank dir haben wir wieder ein Dach.
    no | Ne danke, ich nehme das Rad.
    no | Danke, reicht mir schon.
    no | Der Otter ist zurück im Graben.
    no | Bitte, gern geschehen.
    no | Dank der neuen Brücke dauert es zehn Minuten.
    yes | Merci infiniment pour la jolie photo
    yes | Merci, c'est noté !
    yes | On vous remercie tous pour dimanche.
    no | Merci de ne pas marcher sur l'herbe.
    no | Sans façon, merci.
    no | La loutre est revenue ce matin.
    no | De rien, avec plaisir.
    yes | Gracias, me lo apunto.
    yes | Muy agradecida por tu regalo.
    yes | Muchísimas gracias a todos por venir el domingo
    no | Gracias por nada.
    no | De nada, cuando quieras.
    no | La nutria ha vuelto esta mañana.
    no | Ni las gracias me dieron.
    yes | Grazie, lo leggo stasera.
    yes | Vi siamo molto grati per il vostro dono.
    yes | Grazie di tutto, è stata una bella domenica
    no | Grazie per niente.
    no | Prego, quando vuoi.
    no | La lontra è tornata stamattina.
    yes | Obrigada pela foto tão bonita!
    yes | Muitíssimo obrigado a todos pela vinda
    yes | Brigada, já anotei.
    no | Obrigado por nada.
    no | De nada, sempre às ordens.
    no | A lontra voltou esta manhã.
"""

HELD = """
    thanks | text
    yes | Thank you for taking the late shift, Bo, it meant a lot.
    yes | Thanks! I had the wrong year all along.
    yes | You are a star, thank you
    yes | @bo thanks, and give my best to the goats
    yes | Thank you for being there on Tuesday, and for the cake.
    yes | Sharing it was very kind, thank you!
    yes | thanks heaps, that fixed the pump
    yes | Many, many thanks for the blankets.
    yes | Oh, thank you. I needed to hear that.
    yes | I am so thankful for your letter.
    yes | Thanks for asking! Two owls so far.
    yes | That's lovely. Thank you, and see you in June.
    no | I never got round to thanking him.
    no | We were on time, thanks to a very patient bus driver.
    no | Is there a card for thanking a whole street?
    no | Nah, thanks, I'm good.
    no | It ends with a vote of thanks and tea.
    no | I'd appreciate an answer by Friday.
    no | Thank me later.
    no | Can anybody lend us a ladder on Sunday? Thank you in advance.
    no | Oh great, another fee. Thanks for nothing, bank.
    no | My thanks go unsaid too often.
    no | Owls, two of them, behind the mill.
    no | Glad you liked it, come again.
    no | Thirty chairs, forty people, one stove.
    no | It is on the second shelf, left of the maps.
    no | They said thanks and hung up.
    yes | Dank je, ik kijk er vanavond naar.
    yes | Wat een mooie uil, bedankt voor het sturen!
    yes | Ontzettend bedankt voor je gulle gift.
    yes | Dankuwel, fijn om te horen
    no | Dank zij de buren brandt er licht.
    no | Nee hoor, dank je, ik sta liever.
    no | Twee uilen, achter de molen.
    no | Graag gedaan, tot zondag!
    yes | Danke, das hilft mir sehr weiter.
    yes | Herzlichen Dank an dich für die Decken!
    yes | Ganz lieben Dank, ich freu mich auf Sonntag
    yes | Dir vielen Dank für den Hinweis.
    no | Danke, nein, ich stehe lieber.
    no | Zum Glück und dank der Nachbarn brennt Licht.
    no | Zwei Eulen, hinter der Mühle.
    no | Gern geschehen, bis Sonntag!
    yes | Merci pour les couvertures, elles sont parfaites.
    yes | Oh merci, ça me touche beaucoup !
    yes | Merci à toi, à dimanche
    no | Merci de répondre avant vendredi.
    no | Deux chouettes, derrière le moulin.
    no | Je vous en prie, à dimanche !
    yes | Gracias por las mantas, son perfectas.
    yes | Ay, muchas gracias, me has emocionado
    no | No hace falta, gracias.
    no | Dos lechuzas, detrás del molino.
    no | Faltaría más, hasta el domingo.
    yes | Grazie per le coperte, sono perfette.
    yes | Tante grazie, ci vediamo domenica!
    no | Due civette, dietro il mulino.
    no | Figurati, a domenica!
    yes | Obrigado pelas mantas, são perfeitas.
    yes | Muito obrigada, até domingo!
    no | Duas corujas, atrás do moinho.
    no | Fui obrigado a esperar uma hora.
"""
