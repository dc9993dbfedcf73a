"""What is read out of places, names and handles, what proves whose an account is, and the words
that evidence is told in: test and manual, every row an example.
"""
# A row is one line.
# ruff: noqa: E501

PLACES = """
    location                    | bio                           | cities                  | regions       | in the bio    | countries
    Utrecht                     |                               | utrecht                 |               |               | NL
    Utrecht, NL                 |                               | nl, utrecht             |               |               | NL
    Den Haag / The Hague        |                               | the hague               |               |               | NL
    Nederland                   |                               | nederland               |               |               | NL
    Berlin, DE                  |                               | berlin, de              |               |               | DE
    Köln, Deutschland           |                               | deutschland, koln       |               |               | DE
    München                     |                               | munich                  |               |               | DE
    Zürich & Basel              |                               | basel, zurich           |               |               | CH
    Lisboa, Portugal            |                               | lisbon, portugal        |               |               | PT
    São Paulo, Brasil           |                               | brasil, sao paulo       |               |               | BR
    San José, Costa Rica        |                               | costa rica, san jose    |               |               | CR
    Perth, Scotland             |                               | perth, scotland         |               |               | GB
    Worthing, UK                |                               | uk, worthing            |               |               | GB
    Mumbai, IN                  |                               | in, mumbai              |               |               | IN
    Tbilisi, Georgia            |                               | georgia, tbilisi        |               |               | GE
    Toronto, ON                 |                               | on, toronto             | CA-ON         |               | CA
    Montréal, Québec            |                               | montreal, quebec        | CA-QC         |               | CA
    Atlanta, Georgia            |                               | atlanta, georgia        | US-GA         |               | US
    Gary, IN                    |                               | gary, in                | US-IN         |               | US
    Wilmington, DE              |                               | de, wilmington          | US-DE         |               | US
    Springfield, il             |                               | il, springfield         | US-IL         |               | US
    Paris, Texas                |                               | paris, texas            | US-TX         |               | US
    Kansas City, MO             |                               | kansas city, mo         | US-MO         |               | US
    Kansas City                 |                               | kansas city             | US-MO         |               | US
    Virginia Beach, Virginia    |                               | virginia, virginia beach | US-VA        |               | US
    Charleston, West Virginia   |                               | charleston, west virginia | US-WV       |               | US
    NYC                         |                               | new york city           | US-NY         |               | US
    Washington, D.C.            |                               | d.c, washington         | US-DC         |               | US
    Kansas and Washington, DC   |                               | dc, kansas, washington  | US-DC, US-KS  |               | US
    everywhere                  |                               | everywhere              |               |               |
    in my head                  |                               | in my head              |               |               |
                                | California's proud daughter   |                         |               | US-CA         |
                                | Virginian at heart. #TX14      |                         |               | US-TX, US-VA  |
                                | Rep for TX-14, he/him         |                         |               | US-TX         |
                                | me, or what is left of me     |                         |               |               |
    📍 Utrecht 🇳🇱                |                               | utrecht                 |               |               | NL
    based in Leeds              |                               | leeds                   |               |               | GB
                                | Tigers, puns. 📍 Utrecht       | utrecht                 |               |               | NL
                                | Woont in Den Haag             | the hague               |               |               | NL
                                | Tigers, puns. Utrecht.        | utrecht                 |               |               |
                                | Wohnt in Köln                 | koln                    |               |               | DE
                                | 📍 Leeds, UK                   | leeds, uk               |               |               | GB
                                | lives in Leeds with two cats  | leeds                   |               |               | GB
                                | J’habite à Lyon               | lyon                    |               |               | FR
                                | Maman ⋅ Lyon                  |                         |               |               |
                                | Maman • Lyon                  | lyon                    |               |               |
                                | Vivo en Mérida, España        | espana, merida          |               |               | ES
                                | lives in Malmö                | malmo                   |               |               | SE
                                | Bor i Malmö!                  | malmo                   |               |               | SE
                                | 📍Bengaluru, India             | bengaluru, india        |               |               | IN
                                | Based in Austin, TX. Tigers.  | austin, tx              | US-TX         | US-TX         | US
                                | based in utrecht              | utrecht                 |               |               | NL
                                | 📍 Little Wenlow               | little wenlow           |               |               |
    Berlin                      | lives in Utrecht              | berlin, utrecht         |               |               | DE
    Earth                       | lives in Utrecht              | earth, utrecht          |               |               | NL
                                | Reading. Gardening.           |                         |               |               |
                                | lives in the moment           |                         |               |               |
                                | we live in a society          |                         |               |               |
"""

HOMES = """
    city        | region      | country       | is in
    Austin      | Tx          |               | austin / US-TX / US
    Austin      | Texas       | USA           | austin / US-TX / US
    Toronto     | ON          | Canada        | toronto / CA-ON / CA
    Utrecht     |             | NL            | utrecht /  / NL
    Köln        | NRW         | Deutschland   | koln / nrw / DE
    München     |             | Germany       | munich /  / DE
    St. Louis   | mo          | US            | st. louis / US-MO / US
    Bangalore   | KA          | IN            | bengaluru / ka / IN
                | California  |               |  / US-CA / US
                |             |               |  /  /
"""

SHOWN_NAMES = """
    display name                      | words
    Ana Rios                          | ana rios
    Dr. Ana Núñez 🐅 (she)            | ana nunez
    Rios, Ana                         | ana rios
    Ana Rios she/her                  | ana rios
    AnaRios                           | ana rios
    Ana Rios - Tusk Foundation        | ana rios
    Ana Rios for Congress             | ana rios
    Rep. Ana Rios                     | ana rios
    Ana O'Brien-Rios, PhD             | ana obrienrios
    Mei-Ling Osei                     | meiling osei
    Søren Łukasz                      | soren lukasz
    🐅🐅🐅                             |
    虎の友                             | 虎の友
"""

HANDLES = """
    handle                  | names in it               | region
    anarios                 | anarios                   |
    @Ana_Rios@tusk.example  | anarios                   |
    ana-rios.example        | anarios                   |
    therealanarios          | anarios, therealanarios   |
    AnaRiosMP               | anarios, anariosmp        |
    anarios1984             | anarios, anarios1984      |
    AnaRiosTX               | anarios, anariostx        | US-TX
    anariostexas            | anarios, anariostexas     | US-TX
    wyatt                   | wyatt                     |
    ar                      |                           |
"""

PROOFS = """
    first  | last  | gave                       | website          | e-mail            | network  | handle                | name       | leads to              | links back          | is theirs
    Ana    | Rios  | bluesky ana.example        |                  |                   | bluesky  | ana.example           | Tiger      |                       |                     | because they gave us @ana.example for Bluesky
    Ana    | Rios  | x anarios                  |                  |                   | x        | AnaRios               | Ana        |                       |                     | because they gave us @anarios for X
    Ana    | Rios  | x anarios                  |                  |                   | bluesky  | anarios.bsky.social   | Ana        |                       |                     |
    Ana    | Rios  | bluesky anarios            |                  |                   | bluesky  | anarios.bsky.social   |            |                       |                     | because they gave us @anarios for Bluesky
    Ana    | Rios  | in passing x anarios       |                  |                   | x        | anarios               | Ana Rios   |                       |                     |
    Ana    | Rios  |                            | ana-rios.example |                   | mastodon | ana@tusk.example      | Ana Rios   |                       | https://ana-rios.example | because ana-rios.example is theirs and links back to this account
    Ana    | Rios  |                            | ana-rios.example |                   | bluesky  | ana-rios.example      | Ana Rios   |                       |                     | because ana-rios.example is theirs, and so is a handle that nobody else can have
    Ana    | Rios  |                            |                  | me@rios.example   | bluesky  | rios.example          | Ana Rios   |                       |                     | because rios.example is theirs, and so is a handle that nobody else can have
    Ana    | Rios  |                            | ana-rios.example |                   | x        | tiger9                | Ana Rios   | http://www.ana-rios.example/me |            | because ana-rios.example is theirs, and the profile has it under the same name
    Robert | Rios  |                            | rios.example     |                   | x        | bobrios               | Bob Rios   | rios.example          |                     | because rios.example is theirs, and the profile has it under the same name
    Ana    | Rios  |                            | rios.example     |                   | x        | luisrios              | Luis Rios  | rios.example          |                     |
    Ana Belén | Ríos Campos |                   | https://ana.example |                | bluesky  | ana.example           | Ana Belén Ríos |                   |                     | because ana.example is theirs, and so is a handle that nobody else can have
    Luis   | Ríos Campos |                      | https://ana.example |                | bluesky  | ana.example           | Ana Belén Ríos |                   |                     |
    Ana    | Rios  | x anarios                  |                  |                   | x        | anarios               | Аna Rios   |                       |                     |
    Ana    | Rios  |                            |                  | ana@tusk.example  | bluesky  | tusk.example          | Tusk       |                       |                     |
    Ana    | Rios  |                            |                  | ana@gmail.com     | x        | anarios               | Ana Rios   | gmail.com             |                     |
    Ana    | Rios  |                            | linktr.ee/ana    |                   | x        | anarios               | Ana Rios   | linktr.ee/other       |                     |
"""

AGREEMENT = """
    one                    | other                  | are
    Bob Rios               | Robert Rios            | of one
    Mei-Ling Osei          | Mei Ling Osei          | of one
    Mei-Ling Osei          | Meiling Osei           | of one
    Jean-Pierre Roux       | Jean-Pierre Roux       | of one
    Jean-Pierre Roux       | Jean Roux              | of one
    Jean-Pierre Roux       | Ben Roux               | of two
    Ana Belén Ríos Campos  | Ana Belén Ríos         | of one
    Ana Belén Ríos Campos  | Ana Ríos               | of one
    Ana Belén Ríos Campos  | Ana Belén Torres       | unclear
    Ana Ríos Campos        | Luis Ríos Campos       | of two
    Ana Ríos Campos        | Luis Ríos              | of two
    João Silva dos Santos  | João Santos            | of one
    Jan van der Berg       | Jan Berg               | of one
    Jan van den Berg       | Jan Vandenberg         | of one
    Jan van der Berg       | Luis van der Berg      | of two
    Jan van der Berg       | Jan van Dijk           | unclear
    Otto von Alm           | Otto Alm               | of one
    Kofi Asante-Bell       | Kofi Bell              | of one
    Kofi Asante-Bell       | Ama Bell               | unclear
    John Paul              | John Paul Jones        | unclear
    Аna Ríos               | Ana Ríos               | unclear
"""

NAME_LEVELS = """
    first     | last         | shows             | which is
    Mei-Ling  | Osei         | Mei-Ling Osei     | full
    Mei-Ling  | Osei         | Mei Ling Osei     | full
    Mei-Ling  | Osei         | Meiling Osei      | full
    Mei Ling  | Osei         | Mei-Ling Osei     | full
    Mei-Ling  | Osei         | Mei Osei          | called
    Jean-Pierre | Roux       | Jean-Pierre Roux  | full
    Ana Belén | Ríos Campos  | Ana Belén Ríos    | full
    Ana       | Ríos         | Ana Ríos Campos   | full
    Ana       | Ríos Campos  | Luis Ríos         | other first
    Jan       | van der Berg | Jan Berg          | full
    Jan       | Berg         | Jan van der Berg  | full
    Jan       | Vandenberg   | Jan van den Berg  | full
    Jan       | van der Berg | Jan van Dijk      | nothing in common
    Kofi      | Asante-Bell  | Kofi Bell         | full
    Kofi      | Bell         | Kofi Asante-Bell  | full
    Kofi      | Bell         | Ama Asante-Bell   | other first
    Mei       | Ling         | Mei-Ling Osei     | other last
"""

SAME_OWNERS = """
    one                          | name        | says                              | other                          | name too   | says too              | are one
    x anarios                    | Ana Rios    | now at @ana@tusk.example          | mastodon ana@tusk.example      | Ana R.     | x.com/AnaRios         | proof: because each of the two profiles names the other account
    x anarios                    | Ana Rios    | now at @ana@tusk.example          | mastodon ana@tusk.example      | Ana R.     |                       | nothing
    x luis                       | Luis Vega   | married to @ana@tusk.example      | mastodon ana@tusk.example      | Ana Vega   | wife of x.com/luis    | nothing
    bluesky tiger.example        | Ana Rios    |                                   | x anarios                      | Ana Rios   | https://tiger.example | proof: because the handle tiger.example is the website of the other account
    bluesky tusk.example         | Tusk        |                                   | x anarios                      | Ana Rios   | https://tusk.example  | nothing
    x tigerlady                  | Tiger Lady  |                                   | bluesky tigerlady.bsky.social  | Ana Rios   |                       | likely: because the handles are the same
    x anarios                    | Ana Rios    |                                   | mastodon Ana_Rios@tusk.example | Ana Rios   |                       | likely: because the handles and the names are the same
    x anariosMP                  | Ana Rios MP |                                   | bluesky anariosx.bsky.social   | Ana Rios   |                       | nothing
    x anavegariosMP              | Ana Rios MP |                                   | bluesky anavegarios.bsky.social | Ana Rios  |                       | likely: because the handles and the names are the same
    x tigress                    | Ana Rios    |                                   | bluesky tigr.ess               | Ana        |                       | likely: because the handles are the same
    x anarios                    | Ana Rios    |                                   | mastodon anarios@tusk.example  | Luis Vega  |                       | nothing
    x maria                      | Maria Vega  |                                   | mastodon maria@tusk.example    | Maria Vega |                       | nothing
    x avr                        | Ana Vega    |                                   | mastodon avr@tusk.example      | Ana Vega   |                       | nothing
    x anna7                      | Ana Vega    | https://vega.example              | mastodon tiger@tusk.example    | Ana Vega   | https://vega.example  | likely: because both lead to vega.example and the names are the same
    x anarios                    | Ana Rios    |                                   | x anarios                      | Ana Rios   |                       | nothing
"""

EVIDENCE = """
    name           | handle       | place            | site        | place of theirs | says
    full           | full         | city             | no evidence | Utrecht         | The display name and the handle are their whole name / Utrecht stands in both / Nothing is known of a website
    full           | neither      | region           | same        | Austin, TX      | The display name is their whole name, and the handle shows neither name / Texas stands in both / vega.example stands in both
    called         | short        | region in bio    | another     | Austin, TX      | The display name is another form of their name, and the handle is an initial with their last name / Texas is where they live, and the bio names it / The websites are different ones
    last alone     | first within | elsewhere        | no evidence |                 | The display name is their last name alone, and the handle has their first name in it / The account is somewhere else / Nothing is known of a website
    no name        | last within  | elsewhere in bio | no evidence |                 | There is no display name, and the handle has their last name in it / The bio names somewhere else / Nothing is known of a website
    no evidence    | no evidence  | no evidence      | same        |                 | We know no name, so the handle says nothing / Nothing is known of a place / vega.example stands in both
"""
