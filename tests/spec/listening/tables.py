"""Posts in which somebody says that it is their birthday, or asks for help; and those that don't.

Test, and docs/reference/listening.md. All of them are invented.
"""

BIRTHDAY = """
    post | heard | why
    It's my birthday! | yes | said outright
    It’s my birthday today 🎂 | yes | with a curly apostrophe
    its my bday, be nice to me | yes | as one types it
    Today is my birthday and there will be cake. | yes | today
    Today is my 40th birthday. | yes | with its number
    My birthday is today, so I am taking the boat out. | yes | the other way round
    Guess what? It's my birthday. | yes | after a question
    It's my birthday, who wants cake? | yes | before a question
    Morning all. It's officially my birthday. | yes | in the second sentence
    I turned 50 today and the heron came to see it. | yes | an age
    I'm 31 today. | yes | an age
    Today I turn 64! | yes | an age
    Turning 29 today, somehow. | yes | an age
    It's my birthday because the calendar says so | yes | a reason behind it
    It's my daughter's birthday! | no | another's
    Today is my mum's birthday. | no | another's
    Happy birthday to my best friend! | no | another's
    It's your birthday, Kim! | no | another's
    My dog says I'm 14 today | no | another says it
    Mum just turned 80 today | no | another's
    My birthday was lovely, thank you all. | no | it is over
    Yesterday it was my birthday. | no | it is over
    Thank you for the birthday wishes! | no | it may be over
    It's my birthday tomorrow. | no | not today
    It's my birthday next week. | no | not today
    It's my birthday on Friday | no | not today
    It's my birthday in May. | no | not today
    It's my birthday month! | no | a month long
    It's my birthday party on the boat | no | a party
    It's my birthday this weekend | no | not today
    If it's my birthday, why is it raining? | no | only if
    You can sing when it's my birthday. | no | only when
    It feels like it's my birthday | no | it only feels so
    Facebook thinks it's my birthday. | no | somebody thinks so
    It's not my birthday. | no | said to be none
    Is it my birthday? | no | a question
    It's my birthday? | no | a question
    “It's my birthday”, said the owl. | no | quoted
    RT @kim: It's my birthday! | no | passed on
    Today is our birthday: ten years of the Heron Walk! | no | an organisation's
    It's my work anniversary. | no | another kind of day
    It's my blog birthday! | no | another kind of day
    #tbt It's my birthday, and I wear a bow tie | no | long ago
    2012: It's my birthday and I cannot swim yet | no | long ago
    I turned 3 pages today. | no | no age
    I'm 4 today, says the pup | no | too young for a network
    Ik ben jarig! | yes | said outright
    Ik ben vandaag jarig en er is taart. | yes | today
    Vandaag ben ik jarig. | yes | the other way round
    Vandaag is het mijn verjaardag | yes | today
    Het is vandaag mijn 50e verjaardag. | yes | with its number
    Ik word vandaag 42. | yes | an age
    Taart voor iedereen omdat ik vandaag jarig ben! | yes | a reason
    Mijn zus is jarig. | no | another's
    Ik ben morgen jarig. | no | not today
    Ik ben jarig op 4 mei | no | not today
    Ik ben bijna jarig! | no | not today
    Als ik vandaag jarig ben, eten we taart | no | only if
    Wie is er vandaag jarig? | no | a question
    Ik was gisteren jarig. | no | it is over
    Ich habe heute Geburtstag! | yes | said outright
    Heute hab ich Geburtstag. | yes | as one types it
    Heute ist mein 30. Geburtstag | yes | with its number
    Ich werde heute 45. | yes | an age
    Ich bin heute 60 geworden. | yes | an age
    Mein Sohn hat heute Geburtstag. | no | another's
    Ich habe im Mai Geburtstag. | no | not today
    Wenn ich Geburtstag hab, regnet es. | no | only when
    Ich hatte gestern Geburtstag. | no | it is over
    Ich habe heute Geburtstag gefeiert, den von Opa. | no | a party
    C'est mon anniversaire ! | yes | said outright
    Aujourd’hui c’est mon anniversaire 🎉 | yes | today
    J'ai 40 ans aujourd'hui. | yes | an age
    Mon anniversaire, c'est aujourd'hui. | yes | the other way round
    C'est l'anniversaire de ma sœur. | no | another's
    C'est mon anniversaire de mariage. | no | another kind of day
    C'est mon anniversaire demain. | no | not today
    C'est bientôt mon anniversaire. | no | not today
    Ce n'est pas mon anniversaire. | no | said to be none
    ¡Hoy es mi cumpleaños! | yes | said outright
    hoy es mi cumple 🎂 | yes | as one types it
    Hoy cumplo 33 años. | yes | an age
    Hoy cumplo años y llueve | yes | no number
    Hoy es el cumpleaños de mi abuela. | no | another's
    No es mi cumpleaños. | no | said to be none
    Hoy cumplo 15 años en la biblioteca. | no | another kind of day
    Mañana es mi cumpleaños. | no | not today
    Oggi è il mio compleanno! | yes | said outright
    Oggi compio 50 anni. | yes | an age
    Oggi è il compleanno di mia madre. | no | another's
    Domani è il mio compleanno. | no | not today
    Non è il mio compleanno. | no | said to be none
    Hoje é meu aniversário! | yes | said outright
    Hoje faço 28 anos. | yes | an age
    Hoje é o meu niver | yes | as one types it
    Hoje é o aniversário da minha filha. | no | another's
    Amanhã é o meu aniversário. | no | not today
    Hoje é meu aniversário de casamento. | no | another kind of day
"""

HELP = """
    post | heard | why
    Can anyone recommend a quiet campsite near the dunes? | yes | a recommendation
    Looking for recommendations: boots for a wet meadow | yes | no question mark
    I need help with a wasp nest in the shed | yes | said outright
    Does anybody know how to get ink out of linen? | yes | to anybody
    Weet iemand waar je in Utrecht nog een schaats laat slijpen? | yes | Dutch
    Kann mir jemand einen guten Zahnarzt in Bremen empfehlen? | yes | German
    Quelqu'un connaît un bon luthier à Lyon ? | yes | French
    ¿Alguien sabe dónde arreglan bicicletas los domingos? | yes | Spanish
    Alguém sabe onde se compra linha de bordar? | yes | Portuguese
    How are you? | no | a question, and no request
    Who knew that herons purr? | no | wants no answer
    The tide is out and the dogs are happy. | no | nothing is asked
    We help farmers keep their meadows wet. | no | help that is given
"""
