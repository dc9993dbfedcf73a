"""What an archive holds, counted while it is written: what a correct reader must find in it."""

from dataclasses import dataclass

from hobnob.domain.people import Account
from hobnob.operations.demo.tweets import Tweet


@dataclass(slots=True, kw_only=True)
class Written:
    """Counts of one archive."""

    tweets: int = 0
    replies: int = 0
    """To other people."""
    nameless_replies: int = 0
    """Of these, to accounts of which only the id is left."""
    self_replies: int = 0
    mentions: int = 0
    """People named in a tweet besides the one it answers or repeats."""
    quotes: int = 0
    """Tweets with a link to somebody else's post."""
    self_quotes: int = 0
    retweets: int = 0
    cut_retweets: int = 0
    note_tweets: int = 0
    """Tweets that were longer, and are kept in full elsewhere."""
    people_named: int = 0
    """Others of whom id and handle are told."""
    likes: int = 0
    likes_author_known: int = 0
    """Likes whose author the tweets give away."""
    following: int = 0
    followers: int = 0
    blocks: int = 0
    mutes: int = 0
    messages: int = 0
    group_messages: int = 0
    contacts: int = 0
    lists: int = 0

    def count(self, tweet: Tweet, owner: Account) -> None:
        """Count one tweet and what it does."""
        self.tweets += 1
        is_retweet = tweet.text.startswith("RT @")
        if is_retweet:
            self.retweets += 1
            self.cut_retweets += tweet.text.endswith("…")
        else:
            self.mentions += sum(account is not tweet.answers_account for account in tweet.mentions)
        if tweet.answers_account is owner:
            self.self_replies += 1
        elif tweet.answers_account:
            self.replies += 1
            self.nameless_replies += not tweet.is_named
        for _, leads_to in tweet.links:
            if "/status/" in leads_to:
                is_mine = f"/{owner.handle}/" in leads_to
                self.quotes += not is_mine
                self.self_quotes += is_mine
