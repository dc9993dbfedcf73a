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
    "on_network": """
        written             | network  | holds
        on_network:bluesky  | bluesky  | yes
        on_network:bluesky  | mastodon | no
    """,
}

REFUSED = """
    written               | because
    purrs                 | No condition is called “purrs”. There are: asks_a_question, has_words, on_network.
    has_words             | “has_words” needs a word: write has_words:tigers, say.
    has_words:            | “has_words” needs a word: write has_words:tigers, say.
    on_network            | “on_network” needs a word: write on_network:bluesky, say.
    on_network:nowhere    | “on_network” does not know “nowhere”. It knows: address book, bluesky, mastodon, offline, x.
    on_network:Bluesky    | “on_network” does not know “Bluesky”. It knows: address book, bluesky, mastodon, offline, x.
    asks_a_question:why   | “asks_a_question” takes no word: leave “why” out.
"""  # noqa: E501 (a row is one line)
