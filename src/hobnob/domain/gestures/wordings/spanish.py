"""Beginnings in Spanish."""

from hobnob.domain.gestures.wordings.reading import read

SPANISH = read("""
thank_repost: Gracias por compartirlo, {name}. [lo que trajo …]
thank_repost: {name}, me alegró que lo compartieras. [por qué importa …]
thank_gift: Gracias, {name}. [lo que hará posible tu donativo …]
thank_gift: {name}, tu donativo ha llegado, y quería decírtelo yo. [para qué es …]
thank_gift: Gracias por tu donativo de {gift}, {name}. [lo que hará posible …]
thank_gift: {name}, tu donativo de {gift} ha llegado, y quería decírtelo yo. [para qué es …]
thank_answer: Gracias por tomarte el tiempo, {name}. [lo que harás con ello …]
thank_answer: Eso me ayuda, {name}. [lo que era nuevo …]
thank_help: Gracias por tu ayuda, {name}. [lo que no habría pasado sin ella …]
thank_help: {name}, eso cambió algo. [qué …]
answer_question: [tu respuesta …]
answer_question: {name}, [lo que sabes de ello …]
congratulate: ¡Enhorabuena, {name}! [lo que te alegra …]
congratulate: ¡Qué buena noticia, {name}! [de qué quieres saber más …]
birthday: ¡Feliz cumpleaños, {name}! [un deseo tuyo …]
birthday: ¡Muchas felicidades, {name}! [lo que le deseas …]
birthday with a picture: ¡Feliz cumpleaños, {name}! Algo de {topic} para ti. [por qué lo pensaste …]
birthday with a picture: {name}, ¡felicidades! Vi esto y pensé en ti y en {topic}. [un deseo tuyo …]
belated_birthday: ¡Feliz cumpleaños con retraso, {name}! [un deseo tuyo …]
belated_birthday: {name}, espero que tuvieras un buen cumpleaños. [lo que le deseas …]
belated_birthday with a picture: ¡Felicidades atrasadas, {name}, con algo de {topic}! [un deseo tuyo …]
long_lost: {name}, hoy me acordé de ti. ¿Cómo estás? [qué te lo recordó …]
long_lost: Cuánto tiempo, {name}. [lo que ha pasado contigo …] ¿Y tú?
introduce: {name}, ¿conoces a {other}? Compartís algo: {topic}. [por qué os llevaríais bien …]
introduce: Tenéis que conoceros: {name}, te presento a {other}; {other}, {name}. [lo que compartís …]
welcome: ¡Te damos la bienvenida, {name}! [lo que nos reunió …]
welcome: Qué alegría que estés aquí, {name}. [lo que viene ahora …]
ask_feedback: {name}, tú sabes de {topic}. [de qué dudas …] ¿Qué opinas?
ask_feedback: Me gustaría saber cómo lo ves, {name}. [la pregunta, y por qué a ti …]
report_back: {name}, me dijiste lo que pensabas, y esto es lo que salió: [lo que hiciste con ello …]
report_back: ¿Recuerdas lo que dijiste, {name}? [lo que cambió por ello …]
send_picture: {name}, vi esto y pensé en ti. [por qué …]
send_picture: Algo de {topic} para tu día, {name}. [de dónde es …]
""")  # noqa: E501 (a row is one line)
