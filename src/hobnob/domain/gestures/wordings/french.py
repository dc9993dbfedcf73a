"""Beginnings in French."""

from hobnob.domain.gestures.wordings.reading import read

FRENCH = read("""
thank_repost: Merci d’avoir fait passer le message, {name}. [ce que cela a donné …]
thank_repost: {name}, ton partage m’a fait plaisir. [pourquoi cela compte …]
thank_gift: Merci, {name}. [ce que ton don va permettre …]
thank_gift: {name}, ton don est bien arrivé, et je voulais te le dire moi-même. [à quoi il sert …]
thank_gift: Merci pour ton don de {gift}, {name}. [ce qu’il va permettre …]
thank_gift: {name}, ton don de {gift} est bien arrivé, et je voulais te le dire moi-même. [à quoi il sert …]
thank_answer: Merci d’avoir pris le temps, {name}. [ce que tu vas en faire …]
thank_answer: Cela m’aide, {name}. [ce qui était nouveau …]
thank_help: Merci pour ton aide, {name}. [ce qui n’aurait pas eu lieu sans elle …]
thank_help: {name}, cela a changé quelque chose. [quoi …]
answer_question: [ta réponse …]
answer_question: {name}, [ce que tu en sais …]
congratulate: Félicitations, {name} ! [ce qui te réjouit …]
congratulate: Quelle bonne nouvelle, {name} ! [ce que tu aimerais entendre …]
birthday: Joyeux anniversaire, {name} ! [un vœu à toi …]
birthday: Bon anniversaire, {name} ! [ce que tu lui souhaites …]
birthday with a picture: Joyeux anniversaire, {name} ! Une image pour toi : {topic}. [pourquoi tu y as pensé …]
birthday with a picture: {name}, bon anniversaire ! J’ai vu ceci, et comme tu aimes {topic} … [un vœu à toi …]
belated_birthday: Joyeux anniversaire avec un peu de retard, {name} ! [un vœu à toi …]
belated_birthday: {name}, j’espère que ton anniversaire était beau. [ce que tu lui souhaites …]
belated_birthday with a picture: Joyeux anniversaire en retard, {name}, avec une image : {topic}. [un vœu à toi …]
long_lost: {name}, j’ai pensé à toi aujourd’hui. Comment vas-tu ? [ce qui t’y a fait penser …]
long_lost: Cela fait longtemps, {name}. [ce qui s’est passé de ton côté …] Et toi ?
introduce: {name}, connais-tu {other} ? Vous partagez un goût : {topic}. [pourquoi cela irait …]
introduce: Il faut que vous fassiez connaissance : {name}, voici {other} ; {other}, {name}. [ce que vous partagez …]
welcome: Bienvenue, {name} ! [ce qui nous a réunis …]
welcome: Quel plaisir de te compter parmi nous, {name}. [la suite …]
ask_feedback: {name}, tu t’y connais ({topic}). [ce dont tu doutes …] Qu’en penses-tu ?
ask_feedback: J’aimerais savoir comment tu vois cela, {name}. [la question, et pourquoi …]
report_back: {name}, tu m’avais dit ton avis, et voici ce que cela a donné : [ce que tu en as fait …]
report_back: Te souviens-tu de ce que tu disais, {name} ? [ce que cela a changé …]
send_picture: {name}, j’ai vu ceci et j’ai pensé à toi. [pourquoi …]
send_picture: Pour ta journée, {name}, une image : {topic}. [d’où elle vient …]
""")  # noqa: E501 (a row is one line)
