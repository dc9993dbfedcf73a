from dataclasses import replace

import pytest

from hobnob.domain.moments import DAY
from hobnob.domain.people import Network, Profile
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.posts import NOTHING_ATTACHED, Attached, Link, Media, Post
from hobnob.operations.record import record
from hobnob.operations.recording.find_hashtags import find_every_hashtag
from hobnob.operations.recording.judge_posts import READ_FOR, judge_anew, judge_rest
from hobnob.operations.streams.revise_posts import revise
from hobnob.storage import attached, models
from tests import people
from tests.people import ANA, NOW_US

pytestmark = pytest.mark.django_db

CARD = Attached(links=(Link(url="https://news.example/otters", title="Otters", is_card=True),))


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def post(text: str = "", carries: Attached = NOTHING_ATTACHED, native_id: str = "p1") -> Post:
    return Post(
        network=Network.MASTODON,
        native_id=native_id,
        author=ANA,
        text=text,
        at_us=NOW_US,
        attached=carries,
    )


def keep(*posts: Post) -> models.Post:
    record([], posts=posts, now_us=NOW_US)
    return models.Post.objects.get()


def test_a_new_post_is_judged_as_it_is_kept() -> None:
    kept = keep(post("Otters https://news.example/otters", CARD))
    assert kept.kind == PostKind.LINK_DROP
    assert kept.because
    assert attached.load(kept.attached) == CARD


def test_a_source_that_tells_what_a_post_carries_completes_one_that_did_not() -> None:
    keep(post("Otters https://news.example/otters"))
    kept = keep(post("Otters https://news.example/otters", CARD))
    assert attached.load(kept.attached) == CARD
    assert kept.kind == PostKind.LINK_DROP


def test_a_source_that_does_not_tell_takes_nothing_away() -> None:
    keep(post("Otters https://news.example/otters", CARD))
    kept = keep(post("Otters https://news.example/otters"))
    assert attached.load(kept.attached) == CARD


def test_the_fuller_of_two_tellings_in_one_batch_is_kept() -> None:
    bare = post("Otters https://news.example/otters")
    assert attached.load(keep(bare, replace(bare, attached=CARD), bare).attached) == CARD


def test_hashtags_are_found_again_when_words_change() -> None:
    kept = keep(post("today #TuskTalk"))
    assert list(kept.tags.values_list("tag", "at_us")) == [("tusktalk", NOW_US)]
    revise([], [post("tomorrow #nptech")], [], network=Network.MASTODON, now_us=NOW_US)
    assert list(kept.tags.values_list("tag", flat=True)) == ["nptech"]


def test_a_deleted_post_carries_nothing_any_more() -> None:
    kept = keep(post("look #otters", Attached(media=(Media(alt="an otter"),))))
    revise([], [], ["p1"], network=Network.MASTODON, now_us=NOW_US)
    kept.refresh_from_db()
    assert (kept.text, kept.attached, kept.tags.count()) == ("", {}, 0)


def test_a_deleted_post_without_words_is_emptied_too() -> None:
    kept = keep(post("", Attached(media=(Media(alt="my daughter at the school gate"),))))
    revise([], [], ["p1"], network=Network.MASTODON, now_us=NOW_US)
    kept.refresh_from_db()
    assert kept.attached == {}


def test_an_older_telling_does_not_bring_back_what_was_deleted() -> None:
    shown = post("look #otters", Attached(media=(Media(alt="an otter"),)))
    kept = keep(shown)
    revise([], [], ["p1"], network=Network.MASTODON, now_us=NOW_US)
    keep(shown)
    kept.refresh_from_db()
    assert (kept.text, kept.attached, kept.tags.count()) == ("", {}, 0)


def test_a_fuller_telling_says_that_a_post_is_private_sensitive_and_an_answer() -> None:
    keep(post("only for you"))
    fuller = replace(
        post("only for you"), is_private=True, is_sensitive=True, in_reply_to="p0", language="en"
    )
    kept = keep(fuller)
    told = (kept.is_private, kept.is_sensitive, kept.in_reply_to, kept.language)
    assert told == (True, True, "p0", "en")
    keep(post("only for you"))
    kept.refresh_from_db()
    assert kept.is_private


def test_old_posts_are_found_by_their_hashtags_too() -> None:
    long_ago = replace(post("years ago #nptech"), at_us=NOW_US - 900 * DAY)
    kept = keep(long_ago)
    assert kept.tags.count() == 1
    models.PostTag.objects.all().delete()
    find_every_hashtag()
    assert list(kept.tags.values_list("tag", "at_us")) == [("nptech", NOW_US - 900 * DAY)]


def test_a_moment_that_is_learnt_later_stands_with_the_hashtag() -> None:
    keep(replace(post("#nptech"), at_us=None))
    kept = keep(post("#nptech"))
    assert list(kept.tags.values_list("at_us", flat=True)) == [NOW_US]


def test_posts_kept_before_are_judged_once() -> None:
    kept = keep(post("Otters https://news.example/otters", CARD))
    models.Post.objects.update(kind="", because="")
    models.PostTag.objects.all().delete()
    assert judge_rest(now_us=NOW_US) == 1
    kept.refresh_from_db()
    assert kept.kind == PostKind.LINK_DROP
    assert judge_rest(now_us=NOW_US) == 0


def test_what_nobody_reads_any_more_is_not_judged() -> None:
    kept = keep(
        replace(post("Otters https://news.example/otters", CARD), at_us=NOW_US - READ_FOR - 1)
    )
    assert (kept.kind, kept.because) == ("", "")
    assert judge_rest(now_us=NOW_US) == 0


def test_a_post_without_an_author_is_judged_once_somebody_tells_who_wrote_it() -> None:
    bare = post("Otters https://news.example/otters", CARD)
    assert keep(replace(bare, author=None)).kind == ""
    assert keep(bare).kind == PostKind.LINK_DROP


def test_every_post_can_be_judged_anew() -> None:
    kept = keep(post("Otters https://news.example/otters", CARD))
    models.Post.objects.update(kind=PostKind.STORY)
    judge_anew()
    kept.refresh_from_db()
    assert kept.kind == PostKind.LINK_DROP


# ── Profiles ─────────────────────────────────────────────────────────────────


def told(profile: Profile | None, *, seen_us: int = NOW_US) -> models.Profile:
    record([], accounts=[replace(ANA, profile=profile)], now_us=NOW_US, seen_us=seen_us)
    return models.Profile.objects.get()


def test_a_profile_is_kept_beside_the_account() -> None:
    kept = told(Profile(is_bot=True, labels=("spam",), links=("https://ana.example",), posts=3))
    assert (kept.is_bot, kept.labels, kept.links) == (True, ["spam"], ["https://ana.example"])
    assert (kept.posts, kept.is_suspended) == (3, None)


def test_what_a_later_telling_leaves_out_stays_as_it_was() -> None:
    told(Profile(is_bot=True, posts=3))
    kept = told(Profile(posts=4))
    assert (kept.is_bot, kept.posts) == (True, 4)


def test_links_stay_where_a_telling_has_none() -> None:
    told(Profile(links=("https://ana.example",)))
    assert told(Profile(labels=("spam",))).links == ["https://ana.example"]


def test_a_place_stays_where_a_telling_has_none_and_follows_who_moves() -> None:
    told(Profile(location="Utrecht"))
    assert told(Profile(posts=4)).location == "Utrecht"
    assert told(Profile(location="Malmö")).location == "Malmö"


def test_an_older_telling_changes_nothing() -> None:
    told(Profile(posts=4))
    assert told(Profile(posts=3), seen_us=NOW_US - 1).posts == 4


def test_names_alone_make_no_profile() -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    assert not models.Profile.objects.exists()
