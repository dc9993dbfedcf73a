"""What each check finds in examples and in what it finds nothing: test, and the manual's page.

A check without a table fails the build.
"""
# A row is one line.
# ruff: noqa: E501

TABLES = {
    "sells_followers": """
        bio                                       | posts                                                             | finds
        Buy 1000 followers, instant delivery      |                                                                   | they sell followers in their bio: “Buy 1000 followers”
        Growth for brands                         | Cheap followers, DM me / 5k followers for $9                      | they sell followers in 2 of their posts: “Cheap followers”
        Growth for brands                         | Cheap followers here https://followers-shop.example               | they sell followers in a post, with a link to a shop for it: “Cheap followers”
        Growth for brands                         | Cheap followers, DM me                                            | –
        Compra seguidores reales                  |                                                                   | they sell followers in their bio: “Compra seguidores”
        Follower kaufen ab 4,99 €                 |                                                                   | they sell followers in their bio: “Follower kaufen”
        Takipçi satın al                          |                                                                   | they sell followers in their bio: “Takipçi satın”
        Накрутка подписчиков                      |                                                                   | they sell followers in their bio: “Накрутка подписчиков”
        フォロワー購入はこちら                               |                                                                   | they sell followers in their bio: “フォロワー購入”
        𝐁𝐮𝐲 𝐟𝐨𝐥𝐥𝐨𝐰𝐞𝐫𝐬 𝐧𝐨𝐰                         |                                                                   | they sell followers in their bio: “Buy followers”
        Never buy followers, talk to people       |                                                                   | –
        I report on companies that sell followers |                                                                   | –
        Ceramics                                  | 1000 followers, thank you! / Mugs from $12                        | –
        Ceramics                                  | They write “Buy 5000 followers for $10”. / And “cheap followers”. | –
        Ceramics                                  | Why buy followers? / Who wants to buy 1000 followers?             | –
    """,
    "pornography": """
        network  | bio                         | label | links                      | posts                                                                        | finds
        bluesky  | after dark                  | porn  |                            |                                                                              | the account is labelled “porn” on Bluesky
        bluesky  |                             |       |                            | one [porn] / two [porn] / three                                              | 2 of the 3 posts seen are labelled or worded as pornography
        x        | best of                     |       |                            | xxx classics https://xvideos.example/1 / xxx again https://xvideos.example/2 | 2 of the 2 posts seen are labelled or worded as pornography
        bluesky  | 🔞                           |       |                            | one [porn] / two [sexual] / three [sexual]                                   | 3 of the 3 posts seen are labelled or worded as pornography
        x        | 18+ NSFW                    |       |                            | new video tonight, xxx [flagged]                                             | they say in their profile: “18+” and “NSFW”
        x        | 🔞 nudes                     |       | https://onlyfans.example/m |                                                                              | they say in their profile: “nudes”
        mastodon |                             |       |                            | new [nsfw, lewd] / again [porn]                                              | 2 of the 2 posts seen are labelled or worded as pornography
        bluesky  | Life drawing, nude studies  |       |                            | pose one [nudity] / pose two [nudity]                                        | –
        bluesky  | Comics                      |       |                            | page one [sexual] / page two [sexual]                                        | –
        bluesky  | Photographs                 |       |                            | no. 1 [porn] / no. 2 [nudity] / no. 3 / 4 / 5                                | –
        x        | Model. Swim and sport       |       |                            | on the beach [flagged] / in the rain [flagged]                               | –
        x        | Soups                       |       | https://onlyfans.example/s | Leek soup / Stock                                                            | –
        x        | Cake                        |       |                            | #foodporn / pure cake porn                                                   | –
        x        | Whisky. 18+ only            |       |                            | New cask                                                                     | –
        x        | Lawyer against revenge porn |       |                            | Nudes shared without consent are a crime                                     | –
        x        | Adult literacy              |       |                            | Adult learners’ week                                                         | –
    """,
    "never_posts": """
        posts told | made     | followed | is        | towards me | as   | finds
        0          | 900 days | 400 days |           |            |      | they have not posted once since the account was made in June 2024
        0          |          | 40 days  |           |            |      | they have not posted once
        0          | 20 days  | 10 days  |           |            |      | –
        0          | 900 days | 400 days | protected |            |      | –
        0          | 900 days | 400 days |           | (liked)    | like | –
                   | 900 days | 400 days |           |            |      | –
        1          | 900 days | 400 days |           |            |      | –
    """,
    "long_silent": """
        last post | looked   | lists              | is        | finds
        200 days  | 1 days   |                    |           | their last word was 200 days ago
        100 days  | 1 days   |                    |           | –
        100 days  | 1 days   | 90 days            |           | their last word was 100 days ago
        100 days  | 1 days   | 90 days / 400 days |           | –
        200 days  | 190 days |                    |           | –
        200 days  |          |                    |           | –
                  | 1 days   |                    |           | –
        200 days  | 1 days   |                    | protected | –
    """,
    "does_not_follow_back": """
        followed | follows me | followers | following | lists           | from me | is    | finds
        60 days  | no         | 300       | 280       |                 |         |       | you have followed them for 60 days and they don’t follow you
        60 days  | no         | 300       | 280       | 90 days         |         |       | you have followed them for 60 days and they don’t follow you
        20 days  | no         | 300       | 280       |                 |         |       | –
        60 days  | unknown    | 300       | 280       |                 |         |       | –
                 | no         | 300       | 280       |                 |         |       | –
        60 days  | yes        | 300       | 280       |                 |         |       | –
        60 days  | no         | 300       | 280       |                 | 1       |       | –
        60 days  | no         | 300       | 280       | 90 days by hand |         |       | –
        60 days  | no         | 48000     | 210       |                 |         |       | –
        60 days  | no         | 300       | 0         |                 |         | a bot | –
    """,
    "abuses_me": """
        towards me                                                | from me | finds
        you are an idiot / shut up, loser                         |         | they insulted you twice
        kill yourself                                             |         | they threatened you or wished you dead
        I know where you live                                     | 9       | they threatened you or wished you dead
        du bist so ein Trottel / halt die Klappe                  |         | they insulted you twice
        eres un imbécil / cállate                                 |         | they insulted you twice
        ты идиот / заткнись                                       |         | they insulted you twice
        you are an idiot                                          |         | –
        you are an idiot / shut up, loser                         | 4       | –
        you idiot, you forgot the cake 😂 / shut up, you won, haha |         | –
        the referee is an idiot / that stupid timetable           |         | –
        I'm such an idiot / he told me to shut up                 |         | –
        you're not an idiot / don't be a fool                     |         | –
    """,
    "mentions_crowds": """
        as      | towards me                                                         | from me | finds
        mention | now @me @a @b @c @d / today @me @e @f @g @h / last @me @i @j @k @l |         | they named you in a crowd 3 times, never to talk with you
        mention | now @me @a @b @c @d / today @me @e @f @g @h                        |         | –
        mention | now @me @a / today @me @e / last @me @i                            |         | –
        reply   | yes @me @a @b @c @d / no @me @a @b @c @d / right @me @a @b @c @d   |         | –
        mention | #FF @me @a @b @c @d / #FF @me @e @f @g @h / #FF @me @i @j @k @l    |         | –
        mention | now @me @a @b @c @d / today @me @e @f @g @h / last @me @i @j @k @l | 2       | –
    """,
    "spams_links": """
        as      | towards me                                                                                                                                                                                     | from me | finds
        mention | look https://shop.example/a / wow https://shop.example/a / there https://shop.example/a                                                                                                        |         | they sent you 3 unasked links to shop.example
        mention | look https://shop.example/a / look https://shop.example/b / look! https://shop.example/c                                                                                                       |         | they sent you 3 unasked links to shop.example
        mention | look https://shop.example/a / look https://shop.example/a                                                                                                                                      |         | –
        mention | look https://one.example / look https://two.example / look https://three.example                                                                                                               |         | –
        mention | The minutes of 1931 say it on page 4 https://archive.example/4 / And the map you asked for is here https://archive.example/m / Taken from the tower in 1902, I think https://archive.example/p |         | –
        mention | look https://shop.example/a / wow https://shop.example/a / there https://shop.example/a                                                                                                        | 1       | –
        mention | new https://shop.example/a / sale https://shop.example/b / order https://shop.example/c                                                                                                        |         | they sent you 3 unasked links to shop.example
        reply   | this song https://songs.example/?v=a / or this https://songs.example/?v=b / the best https://songs.example/?v=c                                                                                |         | –
    """,
    "marked_bad": """
        marked                          | finds
        mocked Bo                       | you marked what they did as bad behaviour: mocked Bo
        mocked Bo / told lies about Cem | you marked 2 things they did as bad behaviour: mocked Bo
                                        | –
    """,
    "moved": """
        network  | moved to         | I follow the new one | finds
        mastodon | ana@moss.example | no                   | they moved to @ana@moss.example
        mastodon | ana@moss.example | yes                  | they moved to @ana@moss.example, which you follow already
        mastodon |                  | no                   | –
    """,
    "suspended": """
        network  | is        | I follow | finds
        mastodon | suspended | yes      | Mastodon closed their account
        mastodon |           | yes      | –
        x        | suspended | no       | –
    """,
    "warned_of": """
        network | label                | finds
        bluesky | spam                 | Bluesky labels the account as “spam”
        bluesky | scam / impersonation | Bluesky labels the account as “scam” and “impersonation”
        bluesky | nudity               | –
        bluesky | bot                  | –
        bluesky |                      | –
    """,
    "impersonates": """
        I know                                              | handle        | name        | bio                            | made      | finds
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_Iima     | Ana Lima    |                                | 9 days    | their handle looks like Ana Lima’s, @ana_lima
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @write_to_ana | Аnа Limа    |                                | 9 days    | they write Ana Lima’s name with letters of another script
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_limaa    | Ana Lima    |                                | 9 days    | they use Ana Lima’s name under a new handle that is almost @ana_lima
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @real.ana     | Ana Lima    | Tigers, tea and town libraries | 9 days    | they use Ana Lima’s name and bio under another handle
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_lima_rio | Ana Lima    | Padeira no Recife              | 9 days    | –
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_limaa    | Ana Lima    |                                | 400 days  | –
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_limaa    | Ana Lima    | Padeira no Recife              | 9 days    | –
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_limaa    | Bruno Costa |                                | 9 days    | –
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @analima      | Ana Lima    |                                | 3000 days | –
        @ana_lima “Ana Lima” Tigers, tea and town libraries | @ana_Iima     | Ana Lima    | Parody, not Ana                | 9 days    | –
        @ana_lima “Ana Lima” Second account: @ana_limaa     | @ana_limaa    | Ana Lima    |                                | 9 days    | –
        @maria_ath “Maria” Athens                           | @maria_m      | Maria Μαρία |                                | 9 days    | –
    """,
}

WEIGHED = """
    bio            | towards me                        | I follow | from me | lists         | tags  | kept | proposes
    Buy followers  |                                   | yes      |         |               |       | no   | block
    Buy followers  | hello                             | yes      | 1       |               |       | no   | look
    Buy followers  |                                   | yes      |         | 90 days close |       | no   | look
    Buy followers  |                                   | yes      |         | 90 days       |       | no   | block
    Buy followers  |                                   | yes      |         |               | donor | no   | look
    Buy followers  |                                   | yes      |         |               |       | yes  | –
                   | you are an idiot / shut up, loser | no       |         |               |       | no   | mute
                   | you idiot / shut up / cállate     | no       |         |               |       | no   | block
                   | kill yourself                     | no       |         |               |       | no   | block
                   | I know where you live             | no       | 9       |               |       | no   | mute
                   | I know where you live             | no       | 9       |               |       | yes  | –
"""
