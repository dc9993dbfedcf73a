"""What posts are, by example, and why. Test, and docs/reference/posts.md.

`carries` says what hangs on a post: a link (beside "82%", how much of what its author posts is
links), a card with its title, a picture, a poll, an answer to somebody, a quoted post, a repost.
"""

DISCUSSION = """
    text | carries | because
    I think we should stop calling it engagement. It is talking. | | 11 words and nothing to click
    @otto it depends on the tiger, honestly | answer | answers somebody
    It is in their manual, under exporting: https://docs.example/export | answer, link | answers somebody
    Strong disagree. A volunteer who leaves after a year had a life. | quote | 12 words and nothing to click
    A good overview of what changed, and what is missing https://mag.example/law | link, 8% | a link with 10 words
    Our survey says that people stay because of people, not because of the cause | picture | 14 words with a picture
    Who knew? You can simply ask people what they want. | | 10 words and nothing to click
    Why do volunteers leave? In my experience because nobody noticed they were there. | | 13 words and nothing to click
    Isn't it great when a plan works out because four people like each other? | | 14 words and nothing to click
    Wer braucht schon Schlaf, oder? Die besten Ideen hatte ich nie nach Mitternacht. | de | 13 words and nothing to click
    😂😂 | | no words of its own
    ¿Quién dijo que los lunes eran fáciles? Hay algo bonito en empezar. | es | 12 words and nothing to click
    Volgens mij lopen vrijwilligers niet weg om het werk. | nl | 9 words and nothing to click
"""  # noqa: E501 (a row is one line)

QUESTION = """
    text | carries | because
    Which of the two would you put first in a welcome mail? | | asks: “Which of the two would you put first in a welcome mail?”
    Looking for recommendations for a vet who is good with nervous cats. | | asks: “Looking for recommendations for a vet who is good with nervous cats.”
    Does anybody know somebody who repairs accordions | | asks: “Does anybody know somebody who repairs accordions”
    The printer prints everything but the letter e. Any ideas? | | asks: “Any ideas?”
    Q3: How do you thank a volunteer who hates being thanked? | | asks: “Q3: How do you thank a volunteer who hates being thanked?”
    Red or blue? | picture | asks: “Red or blue?”
    Tea or coffee | poll | asks in a poll
    Has anybody here read this from start to end? https://docs.example/privacy | link | asks: “Has anybody here read this from start to end?”
    @otto I ask everyone who reads along: has any of you tried it? | answer | asks: “I ask everyone who reads along: has any of you tried it?”
    Ich suche für unseren Chor ein Stück zu drei Stimmen. | de | asks: “Ich suche für unseren Chor ein Stück zu drei Stimmen.”
    ¿Alguien sabe de un buen taller de bicicletas? | es | asks: “¿Alguien sabe de un buen taller de bicicletas?”
    J'ai besoin d'aide avec une lettre en polonais. | fr | asks: “J'ai besoin d'aide avec une lettre en polonais.”
    Heeft iemand tips voor een goede fietsenmaker | nl | asks: “Heeft iemand tips voor een goede fietsenmaker”
    Alguém conhece um bom afinador de pianos no Porto? | pt | asks: “Alguém conhece um bom afinador de pianos no Porto?”
    Qualcuno conosce un bravo liutaio? | it | asks: “Qualcuno conosce un bravo liutaio?”
    هل يعرف أحدكم نجاراً جيداً؟ | ar | asks: “هل يعرف أحدكم نجاراً جيداً؟”
    猫が薬を飲んでくれません。何かいい方法はありますか？ | ja | asks: “何かいい方法はありますか？”
"""  # noqa: E501 (a row is one line)

STORY = """
    text | carries | because
    Today my daughter read her first whole book to me. | | tells of “my daughter”, “today”
    Got home from hospital this morning. Everybody was kind. | | tells of “hospital”, “this morning”
    We lost the house in the storm. We are all safe, the dog too. | | tells of “the house”
    Heute hat mein Sohn zum ersten Mal allein die Bahn genommen. | de | tells of “sohn”, “heute”
    Ayer mi abuela cumplió cien años y bailó con el alcalde. | es | tells of “abuela”, “ayer”
    Ce matin ma fille a fait du vélo sans les petites roues. | fr | tells of “fille”, “ce matin”
    Onze zoon is gisteren geboren, hij heet Teun. | nl | tells of “zoon”, “gisteren”
    Hoje o meu filho disse a primeira palavra. | pt | tells of “filho”, “hoje”
    Ieri ho dato l'ultimo esame, e mia nonna ha ballato. | it | tells of “esame”, “ieri”
"""

PICTURE = """
    text | carries | because
    Harbour, 6:10 | picture | a picture with 2 words
    | picture | a picture without words
    Rose chafer on a fern #insects #macro | picture | a picture with 5 words
    Tiger no. 4, gouache https://shop.example/prints | picture, link | a picture with 4 words
    @bel 😂😂 | picture, answer | answers with a picture
"""

REPOST = """
    text | carries | because
    | repost | handed on as it is
    RT @otto_fern: We need more hands on Saturday | | handed on from @otto_fern
    | quote | quoted without a word
    This. | quote | quoted with 1 word
    Worth reading 👇 | quote | quoted with 2 words
"""

BROADCAST = """
    text | carries | because
    Sign our petition! Every signature counts! https://act.example | link | says to everybody: “sign our petition”
    Want to save 20%? Use the code TIGER20, today only! | | says to everybody: “use the code”
    Which webinar should we run next? Vote now! | poll | says to everybody: “vote now”
    Doors 19:30, tickets £12 | | an announcement
    Just do it. #MondayMotivation | | a motto
    #growth #mindset | | hashtags and nothing else
    Jetzt unterschreiben: Rettet das Freibad! https://act.example | de, link | says to everybody: “jetzt unterschreiben”
    ¡Dona hoy y cambia una vida! | es | says to everybody: “dona hoy”
    Inscrivez-vous dès maintenant à notre formation gratuite. | fr | says to everybody: “inscrivez vous”
    Doneer vandaag nog en maak het verschil! | nl | says to everybody: “doneer”
    Inscrições abertas para o curso de costura. | pt | says to everybody: “inscrições abertas”
"""  # noqa: E501 (a row is one line)

LINK_DROP = """
    text | carries | because
    https://news.example/a | link | bare link
    Interesting: https://news.example/a | link | bare link, 1 word of its own
    River deal fails at the last minute https://news.example/a | card: River deal fails at the last minute | a link and its title, nothing else
    | card: Storm floods old town | bare link
    10 Ways to Boost Your Donor Retention https://t.co/abc | | a link and a headline
    Why do donors stop giving? https://t.co/abc | | bare link, 5 words of its own
    A good overview of what changed, and what is missing https://mag.example/law | link, 82% | a link with 10 words, and 82% of what they post is links
    Council approves new cycle route along the river https://t.co/abc | 95% | a link with 8 words, and 95% of what they post is links
"""  # noqa: E501 (a row is one line)

TABLES = {
    "discussion": DISCUSSION,
    "question": QUESTION,
    "story": STORY,
    "picture": PICTURE,
    "repost": REPOST,
    "broadcast": BROADCAST,
    "link-drop": LINK_DROP,
}
