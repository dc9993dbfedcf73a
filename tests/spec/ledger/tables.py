"""What the ledger makes of what happened. Test, and docs/reference/ledger.md."""

DEEDS = """
    what happened                          | who gave   | deed          | counts
    I answered: Thank you for the soup!    | I          | thanks        | 1
    I answered: In trees, mostly           | I          | answer        | 1
    They answered: In trees, mostly        | they       | answer        | 1
    They answered: Thank you for the soup! | they       | answer        | 1
    I mentioned: Thanks for coming, Ana    | I          | thanks        | 1
    I mentioned: Look, Ana, a tiger        | nobody     |               | 0
    They mentioned: Look, Robin, a tiger   | nobody     |               | 0
    I reposted                             | I          | repost        | 2
    They reposted                          | they       | repost        | 2
    They quoted: Worth reading             | they       | repost        | 2
    I liked                                | nobody     |               | 0
    They followed                          | nobody     |               | 0
    They did to others: reposted           | nobody     |               | 0
    I logged thanks                        | I          | thanks        | 1
    I logged feedback                      | I          | feedback      | 2
    They logged feedback                   | they       | feedback      | 2
    I logged report                        | I          | feedback used | 3
    I logged help                          | I          | help          | 4
    They logged help                       | they       | help          | 4
    I logged call                          | I          | call          | 4
    They logged petition                   | they       | action        | 4
    They logged volunteering               | they       | action        | 4
    They logged event                      | they       | action        | 4
    I logged introduction                  | I          | introduction  | 5
    They logged referral                   | they       | referral      | 5
    They logged gift                       | they       | gift          | 5
    I logged visit                         | I          | visit         | 6
    I logged meeting                       | I and they | meeting       | 6
    They logged meeting                    | I and they | meeting       | 6
    They logged donation                   | they       | donation      | 8
    They logged membership                 | they       | join          | 8
"""

HALF_LIFE = """
    days ago | a donation counts
    0        | 8
    90       | 5.66
    180      | 4
    360      | 2
    720      | 0.5
    731      | 0
    -1       | 0
"""

ONCE_A_DAY = """
    what they did                        | counts
    answered 30 times on one day         | 1
    answered once on each of two days    | 2
    reposted 5 times on one day          | 2
    donated twice on one day             | 16
"""

MESSAGES = """
    messages, the oldest first           | my answers | their answers
    I                                    | 0          | 0
    I, they                              | 0          | 1
    they, I, they, I                     | 2          | 1
    they, they, I, I                     | 1          | 0
"""

TOLD_ONCE = """
    the log holds                 | logged by hand                 | counts
    They logged donation, day 10  |                                | donation
    They logged donation, day 10  | donation, day 12               | donation
    They logged donation, day 10  | donation, day 40               | donation, donation
    They logged donation, day 10  | donation of 25 EUR, day 12     | donation
    They logged donation of 25 EUR, day 10 | donation of 25 EUR, day 12 | donation
    They logged donation of 25 EUR, day 10 | donation of 40 EUR, day 12 | donation, donation
    They logged donation, day 10  | donation, day 12, donation, day 13 | donation, donation
    They logged gift, day 10      | donation, day 12               | gift, donation
    I answered, day 10            | my gesture, day 10             | answer
    I answered, day 10            | my gesture, day 14             | answer, gesture
    I liked, day 10               | my gesture, day 10             | gesture
    They reposted, day 10         | promotion shown by it, day 10  | promotion
    They reposted, day 10         | promotion, day 10              | repost, promotion
"""

SENTENCES = """
    I gave                               | they gave                        | the ledger says
                                         |                                  | Nothing went either way yet that would count.
    thanks                               |                                  | You thanked them. That is about even.
    thanks × 3                           |                                  | You thanked them 3 times. You gave more than they did.
                                         | donation                         | They donated. They gave more than you.
    thanks × 3, answer × 5, repost × 2   | repost × 7, donation × 2         | You thanked them 3 times, answered them 5 times and shared their words twice; they shared your words 7 times and donated twice. They gave more than you.
    answer × 4                           | answer × 4                       | You answered them 4 times; they answered you 4 times. That is about even.
    introduction, gift                   | help                             | You introduced somebody to them and gave them a gift; they helped you. You gave more than they did.
    meeting                              |                                  | You met them. That is about even.
    feedback, feedback used              | feedback, defence                | You asked what they think and told them what came of it; they told you what they think and stood up for you. They gave more than you.
    thanks on x × 6, repost on x × 12    |                                  | You thanked them 6 times and shared their words 12 times. Your X archive holds only your side: what they gave isn’t in it.
    thanks on x                          | donation                         | You thanked them; they donated. They gave more than you. Your X archive holds only your side: what they gave isn’t in it.
    answer on x                          |                                  | Nothing went either way yet that would count. Your X archive holds only your side, so your answers in it are left out.
    thanks, answer on x                  | repost                           | You thanked them; they shared your words. That is about even. Your X archive holds only your side, so your answers in it are left out.
"""  # noqa: E501 (a row is one line)
