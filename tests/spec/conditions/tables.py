"""What each condition says to examples, and what is none. Test, and docs/reference/conditions.md.

A condition without a table fails the build.
"""

TABLES = {
    "asks_a_question": """
        written         | text                        | holds
        asks_a_question | how are the tigers?         | yes
        asks_a_question | good morning                | no
        asks_a_question | 何時ですか？                 | yes
        asks_a_question | هل تحب النمور؟              | yes
        asks_a_question |                             | no
    """,
    "has_words": """
        written           | text                        | holds
        has_words:tigers  | I saw Tigers today          | yes
        has_words:tigers  | I saw a cat today           | no
        has_words:straße  | die STRASSE ist leer        | yes
    """,
    "is_about": """
        written                    | text                              | holds
        is_about:tiger*, big cats  | I saw Tigers today                | yes
        is_about:tiger*, big cats  | BIG  CATS sleep a lot             | yes
        is_about:tiger*, big cats  | two big dogs                      | no
        is_about:tiger             | tigers and lions                  | no
        is_about:cat               | concatenate                       | no
        is_about:straße            | die STRASSE ist leer              | yes
        is_about:núñez             | Ask Núñez, she knows.             | yes
        is_about:虎                | 大虎が寝ている                      | yes
        is_about:c++               | I write C++ by night              | yes
    """,
    "matches": """
        written                | text                    | holds
        matches:\\d+ tigers?   | I counted 12 Tigers     | yes
        matches:\\d+ tigers?   | I counted some tigers   | no
        matches:^good          | Good morning            | yes
        matches:^good          | a good morning          | no
    """,
    "in_chat": """
        written            | text                             | holds
        in_chat:tusktalk   | A1 They sleep in trees #TuskTalk | yes
        in_chat:#tusktalk  | A1 They sleep in trees #TuskTalk | yes
        in_chat:tusktalk   | #tusktalkers unite               | no
        in_chat:tusktalk   | we talked of tusktalk            | no
    """,
    "on_network": """
        written             | network  | holds
        on_network:bluesky  | bluesky  | yes
        on_network:bluesky  | mastodon | no
    """,
    "in_language": """
        written         | language | text                                | holds
        in_language:en  | en       | Guten Morgen                        | yes
        in_language:en  | en-GB    | Cheerio                             | yes
        in_language:EN  | en       | Good morning                        | yes
        in_language:en  | de       | Good morning                        | no
        in_language:en  | not told | I would like to know where they are | yes
        in_language:en  | not told | Ich möchte wissen, wo sie sind      | no
        in_language:en  | not told | Brr                                 | no
    """,
    "not_a_bot": """
        written    | they                             | holds
        not_a_bot  | are not known to be a bot        | yes
        not_a_bot  | have an account that is a bot    | no
    """,
    "not_flagged": """
        written      | they                                      | holds
        not_flagged  | were never found to do anything bad       | yes
        not_flagged  | were found to sell followers              | no
    """,
    "followed": """
        written   | they             | holds
        followed  | are followed     | yes
        followed  | are not followed | no
    """,
    "at_least": """
        written           | days on which it happened | holds
        at_least:3 in 30  | 1, 12, 30                 | yes
        at_least:3 in 30  | 1, 12, 31                 | no
        at_least:3 in 30  | 1, 2, 40, 45, 50          | yes
        at_least:3 in 30  | 5, 5, 5                   | yes
        at_least:3 in 30  | 5, 6                      | no
        at_least:3 in 30  | 5, 6, unknown             | no
        at_least:1 in 1   | 5                         | yes
    """,
}

REFUSED = """
    written               | because
    purrs                 | No condition is called “purrs”. There are: asks_a_question, at_least, followed, has_words, in_chat, in_language, is_about, matches, not_a_bot, not_flagged, on_network.
    has_words             | “has_words” needs a word: write has_words:tigers, say.
    has_words:            | “has_words” needs a word: write has_words:tigers, say.
    on_network            | “on_network” needs a word: write on_network:bluesky, say.
    on_network:nowhere    | “on_network” does not know “nowhere”. It knows: address book, bluesky, mastodon, offline, x.
    on_network:Bluesky    | “on_network” does not know “Bluesky”. It knows: address book, bluesky, mastodon, offline, x.
    asks_a_question:why   | “asks_a_question” takes no word: leave “why” out.
    not_a_bot:never       | “not_a_bot” takes no word: leave “never” out.
    is_about:, *          | Write words with commas between them: tigers, big cats.
    matches:(tigers       | The pattern “(tigers” cannot be searched for: a bracket “(” is never closed.
    matches:(?=tigers)    | The pattern “(?=tigers)” cannot be searched for: it looks ahead or back, or names a group, and hobnob searches without that.
    matches:(t+)\\1       | The pattern “(t+)\\1” cannot be searched for: a backslash stands before something that it means nothing to.
    matches:t{9999}       | The pattern “t{9999}” cannot be searched for: it repeats something too often.
    in_chat:tusk talk     | “tusk talk” is no hashtag: write one word, without spaces, like tusktalk.
    in_language:English   | “English” is no language as networks write it: two or three letters, like en or de.
    at_least:often        | “often” is no number of times in a number of days: write 3 in 30, say.
    at_least:0 in 30      | “0 in 30” is no number of times in a number of days: write 3 in 30, say.
    at_least:3 in 99999   | “3 in 99999” is no number of times in a number of days: write 3 in 30, say.
"""  # noqa: E501 (a row is one line)
