"""Beginnings in English."""

from hobnob.domain.gestures.wordings.reading import read

ENGLISH = read("""
thank_repost: Thank you for passing that on, {name}. [what it led to …]
thank_repost: {name}, you passed that on, and it got further than I could have taken it. [whom it reached …]
thank_repost: I saw that you shared this, {name}, and I was glad. [why it matters to you …]
thank_gift: Thank you, {name}. [what becomes of your gift …]
thank_gift: {name}, your gift arrived, and I wanted to say so myself. [what it is for …]
thank_gift: That was generous, {name}. [what you can do now that you could not before …]
thank_gift: Thank you for your gift of {gift}, {name}. [what becomes of it …]
thank_gift: {name}, your gift of {gift} arrived, and I wanted to say so myself. [what it is for …]
thank_answer: Thank you for taking the time, {name}. [what you will do with it …]
thank_answer: That helps, {name}. [what was new to you …]
thank_answer: I had not seen it like that, {name}. Thank you. [what you think now …]
thank_help: Thank you for your help, {name}. [what would not have happened without it …]
thank_help: {name}, that made a difference. [which one …]
thank_help: I noticed what you did, {name}, and I am grateful. [how it went on …]
answer_question: [your answer …]
answer_question: {name}, [what you know of it …]
congratulate: Congratulations, {name}! [what you are glad about …]
congratulate: What good news, {name}! [what you would like to hear more of …]
congratulate: {name}, I am so happy for you. [what it took, as you saw it …]
birthday: Happy birthday, {name}! [a wish of your own …]
birthday: All the best for your birthday, {name}! [what you wish them …]
birthday: A very happy birthday, {name}! [what you remember of the last year …]
birthday with a picture: Happy birthday, {name}! Something with {topic} for you. [why you thought of it …]
birthday with a picture: {name}, happy birthday! I saw this and thought of you and {topic}. [a wish of your own …]
birthday with a picture: All the best today, {name}, and something with {topic} to go with it. [what you wish them …]
belated_birthday: Happy birthday, {name}, a little late! [a wish of your own …]
belated_birthday: {name}, I hope your birthday was a good day. [what you wish them …]
belated_birthday with a picture: A late happy birthday, {name}, and something with {topic} for you. [a wish of your own …]
belated_birthday with a picture: {name}, I hope you had a good birthday. Here is something with {topic} to go on with. [what you wish them …]
long_lost: {name}, I thought of you today. How are you? [what made you think of them …]
long_lost: It has been a while, {name}. [what happened with you since …] And with you?
long_lost: I miss your posts, {name}. [one that you remember …] How have you been?
introduce: {name}, do you know {other}? You both love {topic}. [why they would like each other …]
introduce: I keep thinking that you two should meet: {name}, this is {other}; {other}, {name}. [what you have in common …]
welcome: Welcome, {name}! [what brought you together …]
welcome: How good that you are with us, {name}. [what comes next …]
welcome: {name}, welcome! I am [your name …], and you can ask me anything.
ask_feedback: {name}, you know about {topic}. [what you are not sure of …] What do you think?
ask_feedback: I would like to know how you see it, {name}. [the question, and why you ask them …]
report_back: {name}, you told me what you think, and this is what came of it: [what you did with it …]
report_back: Remember what you said, {name}? [what changed because of it …]
send_picture: {name}, I saw this and thought of you. [why …]
send_picture: Something with {topic} for your day, {name}. [where it is from …]
""")  # noqa: E501 (a row is one line)
