"""Beginnings in Portuguese."""

from hobnob.domain.gestures.wordings.reading import read

PORTUGUESE = read("""
thank_repost: {name}, foi bom teres passado isto adiante. [o que trouxe …]
thank_repost: {name}, gostei que tivesses partilhado isto. [porque importa …]
thank_gift: {name}, o teu donativo chegou, e queria dizer-te isso em pessoa. [para que serve …]
thank_gift: {name}, que gesto generoso. [o que o teu donativo torna possível …]
thank_gift: {name}, o teu donativo de {gift} chegou, e queria dizer-te isso em pessoa. [para que serve …]
thank_gift: {name}, que gesto generoso, o teu donativo de {gift}. [o que torna possível …]
thank_answer: Isso ajuda-me, {name}. [o que era novo …]
thank_answer: {name}, foi bom teres dedicado tempo a isto. [o que vais fazer com isso …]
thank_help: {name}, isso fez diferença. [qual …]
thank_help: {name}, sem a tua ajuda não teria sido assim. [o que aconteceu …]
answer_question: [a tua resposta …]
answer_question: {name}, [o que sabes disso …]
congratulate: Parabéns, {name}! [o que te alegra …]
congratulate: Que boa notícia, {name}! [o que gostavas de saber …]
birthday: Feliz aniversário, {name}! [um desejo teu …]
birthday: Muitos parabéns, {name}! [o que desejas …]
birthday with a picture: Feliz aniversário, {name}! Uma imagem para ti: {topic}. [porque te lembraste …]
birthday with a picture: {name}, parabéns! Vi isto e lembrei-me de ti: {topic}. [um desejo teu …]
belated_birthday: Feliz aniversário atrasado, {name}! [um desejo teu …]
belated_birthday: {name}, espero que tenha sido um bom aniversário. [o que desejas …]
belated_birthday with a picture: Parabéns atrasados, {name}, com uma imagem: {topic}. [um desejo teu …]
long_lost: {name}, hoje lembrei-me de ti. Como estás? [o que te fez lembrar …]
long_lost: Há quanto tempo, {name}. [o que se passou contigo …] E tu?
introduce: {name}, conheces {other}? Têm um gosto em comum: {topic}. [porque se dariam bem …]
introduce: Deviam conhecer-se: {name}, apresento {other}; {other}, {name}. [o que partilham …]
welcome: Que bom ter-te connosco, {name}! [o que nos juntou …]
welcome: {name}, damos-te as boas-vindas. [o que vem a seguir …]
ask_feedback: {name}, tu percebes disto ({topic}). [de que duvidas …] O que achas?
ask_feedback: Gostava de saber como vês isto, {name}. [a pergunta, e porquê a ti …]
report_back: {name}, disseste-me o que pensavas, e foi isto que resultou: [o que fizeste …]
report_back: Lembras-te do que disseste, {name}? [o que mudou por isso …]
send_picture: {name}, vi isto e lembrei-me de ti. [porquê …]
send_picture: Para o teu dia, {name}, uma imagem: {topic}. [de onde é …]
""")  # noqa: E501 (a row is one line)
