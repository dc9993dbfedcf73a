"""What each condition says to examples. A condition without a table fails the build."""

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
