"""What the gate says in examples: test, and the manual's page."""
# A row is one line.
# ruff: noqa: E501

TABLES = {
    "Fair to ask": """
        size   | messages  | I gave                                                      | they gave               | I asked                                                         | says
        small  | 2 and 2   | 1 repost 10 days ago                                        |                         |                                                                 | Fair to ask: you shared their words; you asked nothing in 90 days.
        small  | 1 and 1   | 2 thanks 3 days ago                                         |                         |                                                                 | Fair to ask: you thanked them twice; you asked nothing in 90 days.
        small  | 9 and 7   | 3 thanks, 2 repost, 1 answer 5 days ago                     | 2 repost 20 days ago    |                                                                 | Fair to ask: you thanked them 3 times, answered them and shared their words twice; you asked nothing in 90 days.
        medium | 9 and 7   | 3 thanks, 2 repost, 1 answer 5 days ago                     | 2 repost 20 days ago    |                                                                 | Fair to ask: you thanked them 3 times, answered them and shared their words twice; you asked nothing in 90 days.
        large  | 9 and 7   | 3 thanks, 2 repost, 1 answer 5 days ago                     | 2 repost 20 days ago    |                                                                 | Fair to ask: you thanked them 3 times, answered them and shared their words twice; you asked nothing in 90 days.
        large  | 20 and 18 | 1 gift, 1 visit, 4 thanks 30 days ago                       | 1 donation 200 days ago |                                                                 | Fair to ask: you thanked them 4 times, gave them a gift and visited them; you asked nothing in 90 days.
        large  | 20 and 18 | 1 feedback, 1 feedback used, 2 thanks, 3 answer 12 days ago | 1 donation 200 days ago | 210 days ago: yes 200 days ago                                  | Fair to ask: you thanked them twice, answered them 3 times, asked what they think and told them what came of it; you asked nothing in 90 days.
        medium | 4 and 5   | 1 introduction 8 days ago                                   |                         | 50 days ago: yes 49 days ago                                    | Fair to ask: you introduced somebody to them; you asked once in 90 days, and gave since.
        medium | 4 and 5   | 1 introduction 8 days ago                                   |                         | 80 days ago: silence 60 days ago / 40 days ago: yes 39 days ago | Fair to ask: you introduced somebody to them; you asked twice in 90 days, and gave since.
        small  | 4 and 5   | 1 call 2 days ago                                           |                         | 15 days ago: yes 14 days ago                                    | Fair to ask: you called them; you asked once in 90 days, and gave since.
        small  | 0 and 4   | 1 help 5 days ago                                           | 1 repost 60 days ago    |                                                                 | Fair to ask: you helped them; you asked nothing in 90 days.
        small  | 12 and 9  | 1 meeting 40 days ago                                       |                         |                                                                 | Fair to ask: you met them; you asked nothing in 90 days.
        large  | 9 and 9   | 3 gift 2 days ago                                           |                         | 120 days ago: no 61 days ago                                    | Fair to ask: you gave them a gift 3 times; you asked nothing in 90 days.
    """,
    "Nothing to stand on": """
        size   | messages | I gave                    | says
        small  | 0 and 0  |                           | Give first: you have not exchanged a word yet; there is nothing to stand on.
        small  | 1 and 0  |                           | Give first: you have exchanged one message; that is nothing to stand on.
        small  | 0 and 1  | 1 repost 4 days ago       | Give first: you have exchanged one message; that is nothing to stand on.
        small  | 0 and 6  | 4 repost 4 days ago       | Give first: nothing has come from them yet, and an ask is no good beginning.
        medium | 2 and 1  | 2 repost 4 days ago       | Give first: you have exchanged 3 messages; that is little to stand on for a medium ask.
        large  | 3 and 2  | 1 gift, 1 help 4 days ago | Give first: you have exchanged 5 messages; that is little to stand on for a large ask.
    """,
    "Only your side on record": """
        size   | messages         | I gave               | they gave             | I asked                      | says
        small  | unheard and 58   | 6 thanks 4 days ago  |                       |                              | Can’t tell: you wrote to them 58 times, and what came from them is not on record. Go by what you remember.
        medium | unheard and 1    |                      |                       |                              | Can’t tell: you wrote to them once, and what came from them is not on record. Go by what you remember.
        large  | unheard and 1240 | 12 repost 4 days ago |                       |                              | Can’t tell: you wrote to them 1,240 times, and what came from them is not on record. Go by what you remember.
        small  | unheard and 58   | 6 thanks 4 days ago  |                       | 5 days ago: yes 4 days ago   | Wait: you asked 5 days ago; leave 14 days before a small ask.
        small  | unheard and 58   | 6 thanks 4 days ago  |                       | 20 days ago: no 12 days ago  | Wait: they said no 12 days ago; leave it at that for 60 days.
        small  | unheard and 58   | 6 thanks 60 days ago |                       | 40 days ago: yes 39 days ago | Give first: you asked once and gave nothing since.
        large  | unheard and 58   | 3 gift 20 days ago   | 1 donation 9 days ago |                              | Fair to ask: you gave them a gift 3 times; you asked nothing in 90 days.
    """,
    "Too little given": """
        size   | I gave                         | they gave                    | says
        small  |                                |                              | Give first: nothing that you did for them shows yet; a thank-you or an answer is a beginning.
        small  | 1 thanks 20 days ago           |                              | Give first: so far you thanked them, which is little for a small ask.
        medium | 1 repost 20 days ago           |                              | Give first: so far you shared their words, which is little for a medium ask.
        large  | 2 repost, 1 thanks 20 days ago |                              | Give first: so far you thanked them and shared their words twice, which is little for a large ask.
        large  | 2 gift 400 days ago            |                              | Give first: you gave them a gift twice, and the last of it was in October 2025.
        small  | 1 thanks, 1 answer 9 days ago  | 4 repost, 1 help 10 days ago | Give first: they did more for you: they shared your words 4 times and helped you, and you thanked them and answered them.
        medium | 1 thanks, 2 repost 9 days ago  | 1 donation 20 days ago       | Give first: they did more for you: they donated, and you thanked them and shared their words twice.
        large  | 4 thanks, 1 call 9 days ago    | 2 donation 40 days ago       | Give first: they did more for you: they donated twice, and you thanked them 4 times and called them.
    """,
    "Not thanked yet": """
        size  | I gave               | they gave             | not thanked                      | says
        large | 3 gift 20 days ago   | 1 donation 3 days ago | they donated 3 days ago          | Give first: they donated 3 days ago, and were not thanked yet.
        small | 3 repost 20 days ago | 1 repost 2 days ago   | they shared your post 2 days ago | Give first: they shared your post 2 days ago, and were not thanked yet.
    """,
    "Asked lately": """
        size   | I gave               | they gave           | I asked                                                                                    | not thanked                      | says
        small  | 3 repost 50 days ago |                     | 40 days ago: yes 39 days ago                                                               |                                  | Give first: you asked once and gave nothing since.
        small  | 3 repost 90 days ago |                     | 60 days ago: yes 59 days ago / 40 days ago: silence 20 days ago                            |                                  | Give first: you asked twice and gave nothing since.
        large  | 3 gift 90 days ago   |                     | 60 days ago: yes 59 days ago / 50 days ago: yes 49 days ago / 40 days ago: yes 39 days ago |                                  | Give first: you asked 3 times and gave nothing since.
        small  | 3 repost 2 days ago  |                     | 0 days ago                                                                                 |                                  | Wait: your last ask is not answered yet (you asked today).
        small  | 3 repost 2 days ago  |                     | 1 days ago                                                                                 |                                  | Wait: your last ask is not answered yet (you asked yesterday).
        small  | 3 repost 2 days ago  |                     | 3 days ago                                                                                 |                                  | Wait: your last ask is not answered yet (you asked 3 days ago).
        large  | 3 gift 2 days ago    |                     | 13 days ago                                                                                |                                  | Wait: your last ask is not answered yet (you asked 13 days ago).
        large  | 3 gift 2 days ago    |                     | 20 days ago                                                                                |                                  | Wait: you asked 20 days ago and no answer is written down; was it a yes, a no or silence?
        small  | 3 repost 2 days ago  |                     | 5 days ago: yes 4 days ago                                                                 |                                  | Wait: you asked 5 days ago; leave 14 days before a small ask.
        medium | 3 repost 2 days ago  |                     | 20 days ago: yes 19 days ago                                                               |                                  | Wait: you asked 20 days ago; leave 30 days before a medium ask.
        large  | 3 gift 2 days ago    |                     | 45 days ago: silence 30 days ago                                                           |                                  | Wait: you asked 45 days ago; leave 90 days before a large ask.
        small  | 3 repost 2 days ago  |                     | 20 days ago: no 12 days ago                                                                |                                  | Wait: they said no 12 days ago; leave it at that for 60 days.
        large  | 3 gift 2 days ago    |                     | 120 days ago: no 59 days ago                                                               |                                  | Wait: they said no 59 days ago; leave it at that for 60 days.
        small  | 3 repost 2 days ago  | 1 repost 2 days ago | 3 days ago                                                                                 | they shared your post 2 days ago | Wait: your last ask is not answered yet (you asked 3 days ago).
    """,
    "Left alone": """
        size  | I gave            | leave them be                  | says
        small | 9 gift 2 days ago | they have died                 | Not at all: they have died.
        large | 9 gift 2 days ago | they asked not to be contacted | Not at all: they asked not to be contacted.
        small | 9 gift 2 days ago | you block them                 | Not at all: you block them.
    """,
}
