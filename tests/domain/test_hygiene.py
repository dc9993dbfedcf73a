from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hobnob.domain.hygiene.adult_words import EXPLICIT, FOR_ADULTS
from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes
from hobnob.domain.hygiene.insult_words import INSULT, THREAT
from hobnob.domain.hygiene.letters import forges_letters, readable, shape
from hobnob.domain.hygiene.likeness import Familiar, Known, is_near, says_the_same
from hobnob.domain.hygiene.look import CHECKS, FAMILIES, look_at, propose
from hobnob.domain.hygiene.phrases import LONGEST, Telling, phrases
from hobnob.domain.hygiene.seen import Mark, OnList, Relationship, Seen, Told
from hobnob.domain.hygiene.selling_words import OFFER
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network, Profile
from hobnob.domain.posts import Attached, Post

NOW_US = 1_795_000_000_000_000
SELLER = Account(
    network=Network.X, native_id="7", handle="growth", bio="Buy 1000 followers, instant delivery"
)
ANA = Familiar(network="x", handle="ana_lima", person=1, name="Ana Lima", made_us=100 * DAY)

strangers = st.builds(
    Relationship, towards_me=st.integers(0, 9), from_me=st.just(0), is_kept=st.just(False)
)
friends = st.one_of(
    st.builds(Relationship, towards_me=st.integers(1, 9), from_me=st.integers(1, 9)),
    st.builds(Relationship, tags=st.just(("donor",))),
    st.builds(Relationship, has_notes=st.just(True)),
)
findings = st.builds(
    Finding,
    check=st.sampled_from(sorted(CHECKS)),
    because=st.just("because"),
    proposes=st.sampled_from(Proposes),
)


def seen(account: Account = SELLER, **rest: object) -> Seen:
    return replace(Seen(account=account), **rest)  # type: ignore[arg-type]  # fields of Seen


def test_nothing_is_said_of_somebody_who_died() -> None:
    died = replace(SELLER, profile=Profile(labels=("memorial",), posts=0))
    assert look_at(seen(SELLER), NOW_US)
    assert look_at(seen(died, i_follow=True), NOW_US) == ()


@given(st.lists(findings), friends)
@settings(max_examples=200, deadline=None)
def test_nobody_with_a_real_relationship_is_proposed_for_a_block_or_an_unfollow(
    found: list[Finding], relationship: Relationship
) -> None:
    act = propose(found, seen(relationship=relationship))

    assert act not in (Proposes.BLOCK, Proposes.UNFOLLOW)


@given(st.lists(findings), strangers)
@settings(max_examples=100, deadline=None)
def test_nobody_on_a_close_list_is_proposed_for_a_block_or_an_unfollow(
    found: list[Finding], relationship: Relationship
) -> None:
    close = OnList(key="say", name="People Who Say Things", silent_days=90, is_close=True)

    act = propose(found, seen(relationship=relationship, lists=(close,)))

    assert act not in (Proposes.BLOCK, Proposes.UNFOLLOW)


@given(st.lists(findings, min_size=1), strangers, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_strongest_act_is_proposed_whatever_the_order(
    found: list[Finding], relationship: Relationship, random: object
) -> None:
    stranger = seen(relationship=relationship)

    assert propose(found, stranger) == propose(found[::-1], stranger)
    assert propose(found, stranger) == max(
        (each.proposes for each in found), key=list(Proposes).index
    )


@given(st.lists(findings))
@settings(max_examples=50, deadline=None)
def test_nothing_is_proposed_against_whom_i_keep(found: list[Finding]) -> None:
    kept = seen(relationship=Relationship(is_kept=True), marked_bad=(Mark(why="rude"),))

    assert propose(found, kept) is None
    assert look_at(kept, NOW_US) == ()


def test_findings_come_softened_for_a_friend() -> None:
    friend = seen(relationship=Relationship(towards_me=3, from_me=3))

    assert [finding.proposes for finding in look_at(seen(), NOW_US)] == [Proposes.BLOCK]
    assert [finding.proposes for finding in look_at(friend, NOW_US)] == [Proposes.LOOK]


def test_a_pass_over_a_bare_account_finds_nothing() -> None:
    nobody = Account(network=Network.BLUESKY, native_id="did:plc:nobody")

    assert look_at(seen(nobody, i_follow=True, follows_me=False), NOW_US) == ()


def test_every_check_is_in_a_family_that_is_looked_at() -> None:
    families = {family.__name__ for family in FAMILIES}

    assert {check.look.__module__ for check in CHECKS.values()} == families


def test_what_somebody_hands_on_is_not_their_offer() -> None:
    reposted = Post(
        network=Network.X,
        native_id="1",
        text="Cheap followers, DM me",
        attached=Attached(reposts="2"),
    )
    plain = Account(network=Network.X, native_id="7", handle="ana")

    assert look_at(seen(plain, posts=(reposted, reposted)), NOW_US) == ()


def test_the_proof_of_a_post_names_it_with_the_part_that_gave_it_away() -> None:
    posts = tuple(
        Post(network=Network.X, native_id=number, text="Today: cheap followers for all", at_us=5)
        for number in ("1", "2")
    )
    plain = Account(network=Network.X, native_id="7", handle="ana")

    (finding,) = look_at(seen(plain, posts=posts), NOW_US)

    assert finding.proof[0] == Proof(
        place=Place.POST,
        words="Today: cheap followers for all",
        part="cheap followers",
        post="1",
        at_us=5,
    )


def test_crowds_of_long_ago_are_forgotten() -> None:
    def crowd(days_ago: int) -> tuple[Told, ...]:
        at_us = NOW_US - days_ago * DAY
        return (Told(kind=Kind.MENTION, at_us=at_us, text="now", names=9),) * 3

    loud = Account(network=Network.X, native_id="7", handle="loud")

    assert look_at(seen(loud, told_me=crowd(5)), NOW_US)
    assert not look_at(seen(loud, told_me=crowd(120)), NOW_US)


def test_a_profile_that_is_not_told_is_no_silence() -> None:
    profile = Profile(posts=None, last_post_us=None)
    account = Account(network=Network.X, native_id="7", handle="ana", profile=profile)

    assert look_at(seen(account, i_follow=True, looked_us=NOW_US), NOW_US) == ()


def test_a_forger_is_found_even_where_one_was_taken_in_but_only_to_be_looked_at() -> None:
    forger = Account(
        network=Network.X,
        native_id="8",
        handle="ana_Iima",
        name="Ana Lima",
        profile=Profile(made_us=NOW_US - 9 * DAY),
    )
    talked = Relationship(towards_me=2, from_me=1)

    (finding,) = look_at(seen(forger, person=8, relationship=talked, known=Known([ANA])), NOW_US)

    assert (finding.check, finding.proposes) == ("impersonates", Proposes.LOOK)


def test_accounts_of_one_person_do_not_pass_for_each_other() -> None:
    second = Account(network=Network.X, native_id="8", handle="ana_Iima", name="Ana Lima")

    assert look_at(seen(second, person=1, known=Known([ANA])), NOW_US) == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("𝐁𝐮𝐲 𝐧𝐨𝐰", "Buy now"),
        ("fоllowers", "followers"),
        ("f\u200bollowers", "followers"),
        ("Анна и Олег", "Анна и Олег"),
        ("Καλημέρα", "Καλημέρα"),
        ("雪 Yuki", "雪 Yuki"),
    ],
)
def test_text_is_read_as_it_looks(written: str, read: str) -> None:
    assert readable(written) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [("ana_lima", "ana.Iima"), ("omar", "ornar"), ("robin", "r0bin"), ("jimmy_lee", "jimmy__lee")],
)
def test_handles_of_one_shape_look_alike(one: str, other: str) -> None:
    assert shape(one) == shape(other)


def test_only_foreign_letters_forge_a_name() -> None:
    assert forges_letters("Аnа Limа", "Ana Lima")
    assert not forges_letters("Ana Lima", "Аnа Limа"), "the original is the one that was forged"
    assert not forges_letters("Ána Lima", "Ana Lima")
    assert not forges_letters("Анна", "Anna")


@pytest.mark.parametrize(
    "other",
    ["sofia_marquess", "sofia_marqes", "sofia_marqeus", "sofia_mariues", "sofia_marques_official"],
)
def test_one_slip_or_a_trimming_makes_a_near_handle(other: str) -> None:
    assert is_near("sofia_marques", other)
    assert is_near(other, "sofia_marques")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ana", "anna"), ("sofia_marques", "sofia_mendes"), ("elifkaya", "elifkara2")],
)
def test_short_or_distant_handles_are_not_near(one: str, other: str) -> None:
    assert not is_near(one, other)


def test_a_copied_bio_may_be_cut_but_three_words_are_common() -> None:
    bio = "Beekeeper in Harrow Vale. Honey on Saturdays."

    assert says_the_same("Beekeeper in Harrow Vale", bio)
    assert not says_the_same("Beekeeper in Harrow", bio)
    assert not says_the_same("Dentist in Harrow Vale. Teeth on Saturdays.", bio)


def test_one_known_among_many_is_found_by_each_look() -> None:
    crowd = [Familiar(network="x", handle=f"person_{n}", person=n) for n in range(2, 300)]
    known = Known([*crowd, ANA])

    def found(**account: str) -> list[str]:
        like = known.like(Account(network=Network.X, native_id="9", **account))
        return [each.handle for each in like]

    assert found(handle="ana_limma") == ["ana_lima"]
    assert found(handle="other", name="Ana Limа") == ["ana_lima"]
    assert found(handle="unlike", name="Unlike") == []


def test_a_phrase_is_found_within_its_sentence_unless_denied() -> None:
    telling = Telling(
        phrases=phrases("en: sell * {goods}\nfresh~ ... $", goods="eggs/milk"),
        unless=phrases("never/don't"),
    )

    assert telling.found_in("We sell very good eggs.") == "sell very good eggs"
    assert telling.found_in("I never sell eggs. They sell milk!") == "sell milk"
    assert telling.found_in("Freshly laid, only €3,50 today") == "Freshly laid, only €3,50"
    assert telling.found_in("I don’t sell eggs") == ""
    assert telling.found_in("They wrote “sell eggs”") == ""
    assert telling.found_in("We sell. Eggs are good") == ""
    assert telling.found_in("resell eggs") == ""


def test_a_question_tells_nothing_where_questions_do_not_count() -> None:
    asking = Telling(phrases=phrases("sell eggs"), unless=phrases("never"), counts_questions=False)

    assert asking.found_in("Who would sell eggs?") == ""
    assert asking.found_in("I sell eggs. Why?") == "sell eggs"


def test_only_the_beginning_of_a_treatise_is_read() -> None:
    telling = Telling(phrases=phrases("sell eggs"), unless=phrases("never"))

    assert telling.found_in("so " * LONGEST + "sell eggs") == ""


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_what_gave_it_away_always_stands_in_the_text(text: str) -> None:
    for telling in (OFFER, EXPLICIT, FOR_ADULTS, INSULT, THREAT):
        assert all(part in readable(text) for part in telling.all_in(readable(text)))


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_reading_twice_changes_nothing(text: str) -> None:
    assert readable(readable(text)) == readable(text)


@given(
    st.text("abcdefghlostu", min_size=7, max_size=15),
    st.integers(0, 14),
    st.sampled_from("abcdefghlostu"),
    st.sampled_from(["more", "less", "other", "swapped"]),
)
@settings(max_examples=200, deadline=None)
def test_whatever_the_slip_the_original_is_found(
    handle: str, place: int, letter: str, slip: str
) -> None:
    n = place % (len(handle) - 1)
    head, tail = handle[:n], handle[n:]
    forged = {
        "more": head + letter + tail,
        "less": head + tail[1:],
        "other": head + letter + tail[1:],
        "swapped": head + tail[1] + tail[0] + tail[2:],
    }[slip]
    known = Known([Familiar(network="x", handle=handle, person=1)])

    assert is_near(forged, handle)
    assert [
        each.handle for each in known.like(Account(network=Network.X, native_id="9", handle=forged))
    ] == [handle]


@pytest.mark.parametrize("url", ["https://[", "", "mailto:ana@tusk.example", "javascript:0", "a b"])
def test_a_link_that_is_none_is_passed_over(url: str) -> None:
    told = (Told(kind=Kind.MENTION, text="kisses", links=(url,)),) * 3
    account = Account(network=Network.X, native_id="7", handle="ana", profile=Profile(links=(url,)))

    assert look_at(seen(account, told_me=told), NOW_US) == ()


def test_a_last_post_without_words_is_told_by_its_day() -> None:
    at_us = NOW_US - 400 * DAY
    picture = Post(network=Network.X, native_id="1", at_us=at_us)
    plain = Account(network=Network.X, native_id="7", handle="ana")

    (finding,) = look_at(
        seen(plain, posts=(picture,), i_follow=True, looked_us=NOW_US - DAY), NOW_US
    )

    assert finding.check == "long_silent"
    assert finding.proof[0].words.startswith("last post in ")
    assert finding.proof[0].post == "1"
