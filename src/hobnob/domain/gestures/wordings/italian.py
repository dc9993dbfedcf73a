"""Beginnings in Italian."""

from hobnob.domain.gestures.wordings.reading import read

ITALIAN = read("""
thank_repost: Grazie di averlo condiviso, {name}. [che cosa ne è venuto …]
thank_repost: {name}, mi ha fatto piacere che tu l’abbia condiviso. [perché conta …]
thank_gift: Grazie, {name}. [che cosa rende possibile il tuo dono …]
thank_gift: {name}, il tuo dono è arrivato, e volevo dirtelo di persona. [a che cosa serve …]
thank_gift: Grazie del tuo dono di {gift}, {name}. [che cosa rende possibile …]
thank_gift: {name}, il tuo dono di {gift} è arrivato, e volevo dirtelo di persona. [a che cosa serve …]
thank_answer: Grazie di averci dedicato del tempo, {name}. [che cosa ne farai …]
thank_answer: Questo mi aiuta, {name}. [che cosa ti era nuovo …]
thank_help: Grazie del tuo aiuto, {name}. [che cosa non ci sarebbe stato senza …]
thank_help: {name}, ha fatto la differenza. [quale …]
answer_question: [la tua risposta …]
answer_question: {name}, [che cosa ne sai …]
congratulate: Congratulazioni, {name}! [che cosa ti rallegra …]
congratulate: Che bella notizia, {name}! [di che cosa vorresti sapere di più …]
birthday: Buon compleanno, {name}! [un augurio tuo …]
birthday: Tanti auguri, {name}! [che cosa le o gli auguri …]
birthday with a picture: Buon compleanno, {name}! Un’immagine per te: {topic}. [perché ci hai pensato …]
birthday with a picture: {name}, tanti auguri! Ho visto questo e ho pensato a te: {topic}. [un augurio tuo …]
belated_birthday: Buon compleanno in ritardo, {name}! [un augurio tuo …]
belated_birthday: {name}, spero che sia stato un bel compleanno. [che cosa auguri …]
belated_birthday with a picture: Auguri in ritardo, {name}, con un’immagine: {topic}. [un augurio tuo …]
long_lost: {name}, oggi ho pensato a te. Come stai? [che cosa te lo ha ricordato …]
long_lost: È passato del tempo, {name}. [che cosa è successo da te …] E tu?
introduce: {name}, conosci {other}? Avete una passione in comune: {topic}. [perché andreste d’accordo …]
introduce: Dovreste conoscervi: {name}, ti presento {other}; {other}, {name}. [che cosa vi unisce …]
welcome: Che bello averti con noi, {name}! [che cosa ci ha uniti …]
welcome: {name}, un caro benvenuto da parte nostra. [che cosa viene adesso …]
ask_feedback: {name}, tu te ne intendi ({topic}). [di che cosa dubiti …] Che ne pensi?
ask_feedback: Vorrei sapere come la vedi tu, {name}. [la domanda, e perché proprio a te …]
report_back: {name}, mi avevi detto che cosa ne pensi, ed ecco che cosa ne è venuto: [che cosa hai fatto …]
report_back: Ricordi che cosa dicevi, {name}? [che cosa è cambiato …]
send_picture: {name}, ho visto questo e ho pensato a te. [perché …]
send_picture: Per la tua giornata, {name}, un’immagine: {topic}. [da dove viene …]
""")  # noqa: E501 (a row is one line)
