"""What reaches which rung, and what is said to come next.

Test, and docs/reference/ladder.md. `happened` lists the first time of each thing: whose doing it
was (a call, meeting or visit is nobody's alone), what, where, and how many days ago; `weeks` in how
many weeks something went both ways.
"""

CLIMBED = """
    happened | weeks | outcome | reached | next
     | 0 |  |  | Next: a first word. Nothing went between you so far.
    they donation address book 40 | 0 | a donation | outcome | Next: a first word. There was a donation, and you never spoke.
    they like bluesky 9 | 0 |  | met | Next: a first word. You know of each other, and have not spoken.
    they follow mastodon 9 | 0 |  | met | Next: a first word. You know of each other, and have not spoken.
    they mention bluesky 9 | 0 |  | met | Next: your answer. They spoke to you, and you have not answered on record.
    I reply bluesky 9 | 0 |  | met | Next: their answer. You spoke to them, and nothing came back on record.
    I reply x 9 | 0 |  | met | Next: hearing them. Your archive holds only what you said; a sync brings the rest.
    they mention bluesky 9, I reply bluesky 8 | 1 |  | met, talking | Next: a habit. You have talked in one week; two more make it a habit.
    they mention bluesky 9, I reply bluesky 8 | 2 |  | met, talking | Next: a habit. You have talked in two different weeks; a third makes it a habit.
    they reply x 9, I mention x 20 | 1 |  | met, talking | Next: a habit. You have talked in one week; two more make it a habit.
    they mention bluesky 90, I reply bluesky 89 | 3 |  | met, talking, mutual | Next: a call. You talk now and then, and have none on record.
    they mention bluesky 90, I reply bluesky 89 | 6 |  | met, talking, mutual | Next: a call. You talk most weeks, and have none on record.
    they mention bluesky 90, I reply bluesky 89 | 12 |  | met, talking, mutual | Next: a call. You talk every week, and have none on record.
    they mention bluesky 90, I reply bluesky 89, they reply mastodon 5 | 5 |  | met, talking, mutual, other network | Next: a call. You talk now and then, and have none on record.
    they like bluesky 90, they like mastodon 80 | 0 |  | met | Next: a first word. You know of each other, and have not spoken.
    they mention bluesky 90, I reply bluesky 89, I call offline 5 | 5 |  | met, talking, mutual, call | Next: meeting in person. You talk now and then, and never met as far as you said.
    I call offline 5 | 1 |  | met, talking, call | Next: a habit. You have talked in one week; two more make it a habit.
    I meeting offline 5 | 1 |  | met, talking, met in person | Next: a habit. You have talked in one week; two more make it a habit.
    they visit offline 5 | 1 |  | met, talking, met in person | Next: a habit. You have talked in one week; two more make it a habit.
    they mention bluesky 90, I meeting offline 5 | 4 |  | met, talking, mutual, met in person | Next: what comes of it comes by itself. Write it down when it does.
    they mention bluesky 90, I reply bluesky 89 | 4 | a referral | met, talking, mutual, outcome | Next: a call. You talk now and then, and have none on record.
    they mention bluesky 90, I call offline 50, I visit offline 5 | 4 | a job | met, talking, mutual, call, met in person, outcome | You have come all the way together. Keep it.
    they mention bluesky ?, I reply bluesky ? | 0 |  | met, talking | Next: a habit. You have talked; three weeks in which something goes both ways make it a habit.
"""  # noqa: E501 (a row is one line)

ANOTHER_NETWORK = """
    networks | next
    0 | call
    1 | call
    2 | other network
    3 | other network
"""
"""Two who have the habit: another network comes next only where both are on one."""
