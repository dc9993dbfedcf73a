"""What every adapter must tell of feeds: home, what hangs on posts, who posts.

    class TestMastodonFeeds(FeedContract):
        @pytest.fixture
        def stage(self, ...) -> FeedStage: ...

It goes together with the other contract: a stage for this one is a stage for both.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

import pytest

from hobnob.domain.networks import Capability, Mode, Reach, Stream
from hobnob.domain.posts import Post
from hobnob.networks.base import Adapter, Cursor, Page
from tests.contract.networks import Stage, as_stored, lines

LINK = "https://zoo.example/tigers"
SHOWN = "a tiger in a bath"


class FeedStage(Stage, Protocol):
    """A network where I follow somebody who posts."""

    def post_at_home(self, text: str) -> str:
        """Somebody whom I follow posts. The native id of the post."""
        ...

    def post_a_picture(self, text: str, *, link: str, shows: str) -> str:
        """They post with a link behind their words, and a picture. The native id of the post."""
        ...

    def hand_on(self, post: str) -> str:
        """They hand a post on. The native id of the repost."""
        ...


class FeedContract:
    """An adapter that passes shows what people post, as posts and as nothing else."""

    @pytest.fixture
    def stage(self) -> FeedStage:
        raise NotImplementedError("give the network a stage")

    # ── Home ─────────────────────────────────────────────────────────────────

    def test_home_can_be_seen(self, stage: FeedStage) -> None:
        adapter = stage.adapter()
        assert adapter.capabilities()[Capability.SEE_HOME] is Mode.API
        assert adapter.price(Stream.HOME, reach=Reach.TAIL, count=100).requests > 0

    def test_home_is_what_those_i_follow_post(self, stage: FeedStage) -> None:
        said = stage.post_at_home("Do tigers swim?")
        [page] = home(stage.adapter())
        [post] = [each for each in page.posts if each.native_id == said]
        assert post.author is not None
        assert post.author.handle
        assert "Do tigers swim?" in post.text
        assert post.at_us is not None

    def test_what_it_says_of_me_is_told_elsewhere(self, stage: FeedStage) -> None:
        stage.post_at_home("Tea?")
        stage.mention_me(1)
        pages = list(home(stage.adapter()))
        assert lines(pages) == []
        assert [page.accounts for page in pages] == [()]

    def test_a_first_look_is_one_page(self, stage: FeedStage) -> None:
        for number in range(stage.page_size + 1):
            newest = stage.post_at_home(f"Tea number {number}")
        pages = list(home(stage.adapter()))
        assert [page.is_last for page in pages] == [True]
        assert newest in shown(pages)

    def test_what_is_posted_later_is_read_though_each_page_kills_the_reader(
        self, stage: FeedStage
    ) -> None:
        stage.post_at_home("Early.")
        [page] = home(stage.adapter())
        later = [stage.post_at_home(f"Late {n}") for n in range(stage.page_size + 1)]
        pages: list[Page] = []
        while not pages or not pages[-1].is_last:
            [page] = islice(home(stage.adapter(), as_stored(page.cursor)), 1)
            pages.append(page)
        assert shown(pages) >= set(later)

    # ── What hangs on posts ──────────────────────────────────────────────────

    def test_a_link_and_a_picture_hang_on_a_post(self, stage: FeedStage) -> None:
        post = _shown_as(stage, stage.post_a_picture("They do:", link=LINK, shows=SHOWN))
        assert [link.url for link in post.attached.links] == [LINK]
        assert [media.alt for media in post.attached.media] == [SHOWN]
        assert not post.attached.has_poll
        assert post.attached.labels == ()

    def test_nothing_hangs_on_mere_words(self, stage: FeedStage) -> None:
        post = _shown_as(stage, stage.post_at_home("Do tigers swim?"))
        assert (post.attached.links, post.attached.media) == ((), ())
        assert (post.attached.quotes, post.attached.reposts) == ("", "")

    def test_a_repost_is_a_post_of_its_own_beside_the_original(self, stage: FeedStage) -> None:
        original = stage.post_at_home("Do tigers swim?")
        handed_on = stage.hand_on(original)
        [page] = home(stage.adapter())
        posts = {post.native_id: post for post in page.posts}
        repost = posts[handed_on]
        assert repost.attached.reposts == original
        assert repost.text == ""
        assert repost.author is not None
        assert repost.at_us is not None
        assert posts[original].text
        assert posts[original].attached.reposts == ""

    # ── Who posts ────────────────────────────────────────────────────────────

    def test_who_posts_is_told_with_more_than_their_names(self, stage: FeedStage) -> None:
        post = _shown_as(stage, stage.post_at_home("Do tigers swim?"))
        assert post.author is not None
        assert post.author.profile is not None
        assert post.author.profile.made_us is not None
        assert post.author.profile.is_suspended is not True

    def test_who_follows_me_is_told_with_more_than_their_names(self, stage: FeedStage) -> None:
        stage.follow_me(1)
        [line] = lines(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
        assert line.actor is not None
        assert line.actor.profile is not None
        assert line.actor.profile.made_us is not None


def home(adapter: Adapter, since: Cursor | None = None) -> Iterator[Page]:
    """The pages of my home, as its tail tells them."""
    return adapter.pull(Stream.HOME, reach=Reach.TAIL, since=since)


def shown(pages: list[Page]) -> set[str]:
    """The native ids of every post on some pages."""
    return {post.native_id for page in pages for post in page.posts}


def _shown_as(stage: FeedStage, native_id: str) -> Post:
    [page] = home(stage.adapter())
    [post] = [each for each in page.posts if each.native_id == native_id]
    return post
