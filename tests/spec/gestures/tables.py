"""What each gesture offers in examples, and where it offers nothing: test, and the manual's page.

A gesture without a table fails the build.
"""
# A row is one line.
# ruff: noqa: E501

TABLES = {
    "birthday": """
        today      | born        | they love     | posts                                             | my pictures                         | already                      | offers
        2026-11-18 | 18 November |               |                                                   |                                     |                              | it is their birthday, says donors.csv
        2026-11-18 | 18 November | tigers        |                                                   |                                     |                              | it is their birthday, says donors.csv; and they love tigers, as 7 posts show
        2026-11-18 | 18 November | jazz / tigers |                                                   | tigers/cub.jpg                      |                              | it is their birthday, says donors.csv; and they love tigers, as 7 posts show
        2026-11-18 | 18 November | jazz / tigers |                                                   | tigers/cub.jpg                      | picture:tigers/cub.jpg       | it is their birthday, says donors.csv; and they love jazz, as 7 posts show
        2026-11-18 | 18 November |               |                                                   |                                     | birthday:2026                | –
        2026-11-18 | 18 November |               |                                                   |                                     | birthday:2025                | it is their birthday, says donors.csv
        2026-11-18 | 19 November | tigers        |                                                   |                                     |                              | –
        2026-11-18 |             |               | 2 hours: It's my birthday today, and there is cake! |                                   |                              | they say that it is their birthday, 2 hours ago
        2026-11-18 |             |               | 2 days: It's my birthday today, and there is cake!  |                                   |                              | –
        2026-11-18 |             |               | 2 hours: It's my sister's birthday today.          |                                     |                              | –
        2027-02-28 | 29 February |               |                                                   |                                     |                              | it is their birthday, says donors.csv
        2028-02-28 | 29 February |               |                                                   |                                     |                              | –
    """,
    "belated_birthday": """
        today      | born        | they love | already       | offers
        2026-11-18 | 17 November |           |               | their birthday was yesterday, says donors.csv
        2026-11-18 | 15 November | tigers    |               | their birthday was 3 days ago, says donors.csv; and they love tigers, as 7 posts show
        2026-11-18 | 14 November |           |               | –
        2026-11-18 | 18 November |           |               | –
        2026-11-18 | 17 November |           | birthday:2026 | –
        2027-01-02 | 31 December |           | birthday:2025 | their birthday was 2 days ago, says donors.csv
        2027-01-02 | 31 December |           | birthday:2026 | –
    """,
    "welcome": """
        joined             | already        | offers
        member, 3 days     |                | they became a member 3 days ago
        volunteer, 29 days |                | they became a volunteer 29 days ago
        member, 30 days    |                | –
        member, 3 days     | welcome:member | –
                           |                | –
    """,
    "answer_question": """
        posts                                                                                                                  | already  | offers
        3 hours: Does anybody know a good vet in Leiden?                                                                       |          | it asks: “Does anybody know a good vet in Leiden?”; no answer is known yet
        3 hours: Does anybody know a good vet in Leiden? [1 answer]                                                            |          | it asks: “Does anybody know a good vet in Leiden?”; one answer is known
        3 hours: Does anybody know a good vet in Leiden? [2 answers] / 1 day: Can anybody recommend a book about owls?         |          | it asks: “Can anybody recommend a book about owls?”; no answer is known yet
        3 hours: Does anybody know a good vet in Leiden? [I answered]                                                          |          | –
        3 hours: Does anybody know a good vet in Leiden? [to me]                                                               |          | –
        4 days: Does anybody know a good vet in Leiden?                                                                        |          | –
        3 hours: Does anybody know a good vet in Leiden?                                                                       | answer:0 | –
        3 hours: The vet in Leiden was so kind to our old cat.                                                                 |          | –
        3 hours: Does anybody know how I get through chemotherapy?                                                             |          | –
    """,
    "repost": """
        they love | posts                                                                                                                     | already  | offers
                  | 1 day: The wetlands behind the station are full of lapwings again this week.                                              |          | it speaks of Wetlands, a topic of yours; no answer is known yet
        otters    | 1 day: I wonder whether otters hold hands so that nobody drifts off.                                                      |          | it speaks of otters, which they love; no answer is known yet
        otters    | 1 day: I wonder whether otters hold hands at night. [1 answer] / 2 days: Our #WetMeadow has ice on it, and a heron is there. |          | it speaks of Wetlands, a topic of yours; no answer is known yet
                  | 1 day: I wonder whether otters hold hands so that nobody drifts off.                                                      |          | –
        otters    | 1 day: I wonder whether otters hold hands so that nobody drifts off. [5 answers]                                          |          | –
        otters    | 1 day: I wonder whether otters hold hands so that nobody drifts off. [I reposted]                                         |          | –
        otters    | 1 day: I wonder whether otters hold hands so that nobody drifts off. [to somebody]                                        |          | –
        otters    | 5 days: I wonder whether otters hold hands so that nobody drifts off.                                                     |          | –
        otters    | 1 day: Otters! https://paper.example/otters                                                                               |          | –
        otters    | 1 day: Sign our petition for otters now! Every voice counts! Share!                                                       |          | –
        otters    | 1 day: The otters and I went to the election rally together yesterday.                                                    |          | –
        otters    | 1 day: I wonder whether otters hold hands so that nobody drifts off.                                                      | repost:0 | –
    """,
    "congratulate": """
        posts                                                                        | already        | offers
        1 day: I got the job at the museum!                                          |                | they tell of new work: “I got the job”
        1 day: Ik heb een nieuwe baan, per januari.                                  |                | they tell of new work: “Ik heb een nieuwe baan”
        1 day: Ab Montag habe ich eine neue Stelle, ich freue mich auf die neue Stelle. |             | they tell of new work: “ich eine neue Stelle”
        1 day: J'ai décroché le poste, enfin.                                        |                | they tell of new work: “J'ai décroché le poste”
        1 day: Desde hoy tengo nuevo trabajo.                                        |                | they tell of new work: “tengo nuevo trabajo”
        1 day: Our daughter was born this morning.                                   |                | they tell of a new child: “Our daughter was born”
        1 day: Onze zoon is vannacht geboren.                                        |                | they tell of a new child: “Onze zoon is vannacht geboren”
        1 day: Ich bin Oma geworden.                                                 |                | they tell of a new child: “Ich bin Oma geworden”
        1 day: Notre fille est née hier soir.                                        |                | they tell of a new child: “Notre fille est née”
        1 day: Ha nacido nuestra hija.                                               |                | they tell of a new child: “Ha nacido nuestra hija”
        1 day: We won the prize for the best garden.                                 |                | they tell of a prize: “We won the prize”
        1 day: Wir haben den Preis gewonnen.                                         |                | they tell of a prize: “Wir haben den Preis gewonnen”
        1 day: Hemos ganado el premio.                                               |                | they tell of a prize: “Hemos ganado el premio”
        1 day: I finished my thesis today.                                           |                | they tell of something finished: “I finished my thesis”
        1 day: Mijn proefschrift is af.                                              |                | they tell of something finished: “Mijn proefschrift is af”
        1 day: J'ai enfin terminé mon livre.                                         |                | they tell of something finished: “J'ai enfin terminé mon livre”
        1 day: I hope I got the job.                                                 |                | –
        1 day: I almost got the job.                                                 |                | –
        1 day: Did I tell you that I got the job?                                    |                | –
        1 day: He got the job at the museum.                                         |                | –
        1 day: She said: “I got the job!”                                            |                | –
        1 day: Congratulations, I saw that we won the prize!                         |                | –
        1 day: Ich habe leider keine neue Stelle.                                    |                | –
        1 day: RT @bo: I got the job at the museum!                                  |                | –
        1 day: I got the job at the church!                                          |                | –
        10 days: I got the job at the museum!                                        |                | –
        1 day: I got the job at the museum! [I answered]                             |                | –
        1 day: I got the job at the museum!                                          | congratulate:0 | –
    """,
    "thank_repost": """
        they did                               | already  | offers
        repost: they shared your post          |          | they shared your post
        promotion: they promoted you           |          | they promoted you
        repost: they shared your post          | thanks:1 | –
        donation: they gave 25 EUR             |          | –
                                               |          | –
    """,
    "thank_gift": """
        they did                                                     | already  | offers
        donation: they gave 25 EUR                                   |          | they gave 25 EUR
        join: they became a member                                   |          | they became a member
        donation: they gave 25 EUR / gift: they gave you a gift      | thanks:1 | they gave you a gift
        repost: they shared your post                                |          | –
    """,
    "thank_help": """
        they did                                               | offers
        help: they helped you                                  | they helped you
        introduction: they introduced somebody to you          | they introduced somebody to you
        action: they signed                                    | they signed
        defence: they stood up for you                         | they stood up for you
        donation: they gave 25 EUR                             | –
    """,
    "thank_answer": """
        I said                     | they answered                  | already    | offers
        Where do tigers sleep?     | 2 hours: In trees, I believe.  |            | they answered what you asked: “Where do tigers sleep?”
        Tigers sleep in trees.     | 2 hours: They do!              |            | –
        Where do tigers sleep?     | 15 days: In trees, I believe.  |            | –
        Where do tigers sleep?     | 2 hours: In trees, I believe.  | answered:7 | –
    """,
    "ask_feedback": """
        of ours             | answered | I asked  | already                                           | offers
        Wetlands            | 7 of 9   |          |                                                   | they care about Wetlands, and answered 7 of the 9 times you wrote first
        Wetlands            | 7 of 9   | 180 days |                                                   | they care about Wetlands, and answered 7 of the 9 times you wrote first
        Wetlands            | 7 of 9   | 30 days  |                                                   | –
        Wetlands            | 1 of 9   |          |                                                   | –
        Wetlands            | 1 of 1   |          |                                                   | –
                            | 7 of 9   |          |                                                   | –
        Wetlands / Owls     | 7 of 9   |          | feedback:wetlands:2026                            | they care about Owls, and answered 7 of the 9 times you wrote first
    """,
    "report_back": """
        they told me                       | already  | offers
        10 days: Put the bench by the water |          | they told you what they think 10 days ago, and heard nothing since
        2 days: Put the bench by the water |          | –
        120 days: Put it by the water      |          | –
        10 days: Put the bench by the water | report:0 | –
    """,
    "long_lost": """
        weeks in touch | quiet weeks | they love | offers
        10             | 12          |           | they have been quiet for 12 weeks, and usually you hear from them every week
        10             | 12          | tigers    | they have been quiet for 12 weeks, and usually you hear from them every week
        10             | 2           |           | –
        3              | 12          |           | –
        8 every 4      | 4           |           | –
    """,
    "introduce": """
        they love | so does   | already     | offers
        tigers    | Bo Marsh  |             | Bo Marsh loves tigers too, and they never spoke to each other that you know of
        tigers    |           |             | –
        tigers    | Bo Marsh  | introduce:4 | –
    """,
    "send_picture": """
        they love     | my pictures                        | already                | offers
        tigers        | tigers/cub.jpg                     |                        | they love tigers, as 7 posts show, and you have a picture that they never got
        jazz / tigers | tigers/cub.jpg                     |                        | they love tigers, as 7 posts show, and you have a picture that they never got
        tigers        | tigers/cub.jpg                     | picture:tigers/cub.jpg | –
        tigers        | tigers/cub.jpg / tigers/snow.jpg   | picture:tigers/cub.jpg | they love tigers, as 7 posts show, and you have a picture that they never got
        jazz          | tigers/cub.jpg                     |                        | –
    """,
    "own_idea": """
        they love | my ideas                                             | already | offers
        otters    | Send a postcard for otters                           |         | your idea book has “Send a postcard”, and they care about otters
        #Otters   | Send a postcard for otters                           |         | your idea book has “Send a postcard”, and they care about #Otters
        jazz      | Send a postcard for otters                           |         | –
        jazz      | Call for everybody                                   |         | your idea book has “Call”, for everybody
        otters    | Call for everybody / Send a postcard for otters      |         | your idea book has “Send a postcard”, and they care about otters
        otters    | Send a postcard for otters                           | idea:1  | –
                  | A drawing {topic} for everybody                      |         | –
        jazz      | A drawing {topic} for everybody                      |         | your idea book has “A drawing”, for everybody
    """,
}
