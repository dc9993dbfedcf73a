"""Beginnings in Dutch."""

from hobnob.domain.gestures.wordings.reading import read

DUTCH = read("""
thank_repost: Dank je wel dat je dit doorgaf, {name}. [wat het opleverde …]
thank_repost: {name}, fijn dat je dit hebt gedeeld. [waarom het je iets doet …]
thank_gift: Dank je wel, {name}. [wat er met je gift gebeurt …]
thank_gift: {name}, je gift is binnen, en dat wilde ik je zelf zeggen. [waar ze voor is …]
thank_gift: Dank je wel voor je gift van {gift}, {name}. [wat ermee gebeurt …]
thank_gift: {name}, je gift van {gift} is binnen, en dat wilde ik je zelf zeggen. [waar ze voor is …]
thank_answer: Dank je dat je de tijd nam, {name}. [wat je ermee gaat doen …]
thank_answer: Daar heb ik wat aan, {name}. [wat nieuw voor je was …]
thank_help: Dank je wel voor je hulp, {name}. [wat er zonder jou niet was gebeurd …]
thank_help: {name}, dat heeft echt verschil gemaakt. [welk verschil …]
answer_question: [jouw antwoord …]
answer_question: {name}, [wat je ervan weet …]
congratulate: Gefeliciteerd, {name}! [waar je blij om bent …]
congratulate: Wat een goed nieuws, {name}! [waar je meer over wilt horen …]
birthday: Van harte gefeliciteerd met je verjaardag, {name}! [een wens van jezelf …]
birthday: Fijne verjaardag, {name}! [wat je haar of hem wenst …]
birthday with a picture: Fijne verjaardag, {name}! Iets met {topic} voor jou. [waarom je eraan dacht …]
birthday with a picture: {name}, gefeliciteerd! Ik zag dit en dacht aan jou en {topic}. [een wens van jezelf …]
belated_birthday: Nog gefeliciteerd met je verjaardag, {name}! [een wens van jezelf …]
belated_birthday: {name}, ik hoop dat je een mooie verjaardag had. [wat je wenst …]
belated_birthday with a picture: Nog gefeliciteerd, {name}, en iets met {topic} erbij. [een wens van jezelf …]
long_lost: {name}, ik dacht vandaag aan je. Hoe gaat het? [waardoor je aan ze dacht …]
long_lost: Dat is lang geleden, {name}. [wat er bij jou gebeurde …] En bij jou?
introduce: {name}, ken je {other} al? Jullie houden allebei van {topic}. [waarom het klikt …]
introduce: Jullie moeten elkaar leren kennen: {name}, dit is {other}; {other}, {name}. [wat jullie delen …]
welcome: Welkom, {name}! [wat ons bij elkaar bracht …]
welcome: Wat fijn dat je erbij bent, {name}. [wat er nu komt …]
ask_feedback: {name}, jij weet veel van {topic}. [waar je over twijfelt …] Wat vind jij?
ask_feedback: Ik ben benieuwd hoe jij het ziet, {name}. [de vraag, en waarom je haar of hem vraagt …]
report_back: {name}, je zei wat je ervan vond, en dit is ervan gekomen: [wat je ermee deed …]
report_back: Weet je nog wat je zei, {name}? [wat er daardoor veranderde …]
send_picture: {name}, ik zag dit en dacht aan jou. [waarom …]
send_picture: Iets met {topic} voor je dag, {name}. [waar het vandaan komt …]
""")  # noqa: E501 (a row is one line)
