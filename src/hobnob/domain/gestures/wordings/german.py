"""Beginnings in German."""

from hobnob.domain.gestures.wordings.reading import read

GERMAN = read("""
thank_repost: Danke, dass du das weitergegeben hast, {name}. [was daraus wurde …]
thank_repost: {name}, schön, dass du das geteilt hast. [warum es dir etwas bedeutet …]
thank_gift: Danke, {name}. [was mit deiner Gabe geschieht …]
thank_gift: {name}, deine Spende ist da, und das wollte ich dir selbst sagen. [wofür sie ist …]
thank_gift: Danke für deine Spende von {gift}, {name}. [was damit geschieht …]
thank_gift: {name}, deine Spende von {gift} ist da, und das wollte ich dir selbst sagen. [wofür sie ist …]
thank_answer: Danke, dass du dir die Zeit genommen hast, {name}. [was du damit machst …]
thank_answer: Das hilft mir, {name}. [was dir neu war …]
thank_help: Danke für deine Hilfe, {name}. [was es ohne sie nicht gegeben hätte …]
thank_help: {name}, das hat etwas verändert. [was …]
answer_question: [deine Antwort …]
answer_question: {name}, [was du darüber weißt …]
congratulate: Herzlichen Glückwunsch, {name}! [worüber du dich freust …]
congratulate: Was für eine gute Nachricht, {name}! [wovon du mehr hören möchtest …]
birthday: Alles Gute zum Geburtstag, {name}! [ein Wunsch von dir …]
birthday: Herzlichen Glückwunsch zum Geburtstag, {name}! [was du wünschst …]
birthday with a picture: Alles Gute zum Geburtstag, {name}! Etwas mit {topic} für dich. [warum du daran dachtest …]
birthday with a picture: {name}, alles Gute! Ich habe das gesehen und an dich und {topic} gedacht. [ein Wunsch von dir …]
belated_birthday: Nachträglich alles Gute zum Geburtstag, {name}! [ein Wunsch von dir …]
belated_birthday: {name}, ich hoffe, du hattest einen schönen Geburtstag. [was du wünschst …]
belated_birthday with a picture: Nachträglich alles Gute, {name}, und etwas mit {topic} dazu. [ein Wunsch von dir …]
long_lost: {name}, ich habe heute an dich gedacht. Wie geht es dir? [was dich an sie erinnert hat …]
long_lost: Lange nichts gehört, {name}. [was bei dir war …] Und bei dir?
introduce: {name}, kennst du {other}? Ihr mögt beide {topic}. [warum ihr euch mögen würdet …]
introduce: Ihr solltet euch kennenlernen: {name}, das ist {other}; {other}, {name}. [was euch verbindet …]
welcome: Willkommen, {name}! [was uns zusammengebracht hat …]
welcome: Schön, dass du dabei bist, {name}. [was als Nächstes kommt …]
ask_feedback: {name}, du kennst dich mit {topic} aus. [wo du unsicher bist …] Was meinst du?
ask_feedback: Mich würde interessieren, wie du das siehst, {name}. [die Frage, und warum gerade sie …]
report_back: {name}, du hast mir gesagt, was du meinst, und das ist daraus geworden: [was du gemacht hast …]
report_back: Weißt du noch, was du gesagt hast, {name}? [was sich dadurch geändert hat …]
send_picture: {name}, das habe ich gesehen und an dich gedacht. [warum …]
send_picture: Etwas mit {topic} für deinen Tag, {name}. [woher es ist …]
""")  # noqa: E501 (a row is one line)
