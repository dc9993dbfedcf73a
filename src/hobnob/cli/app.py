"""Every command, in the order of `hobnob --help`, each with an example."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from hobnob import __version__
from hobnob.cli import (
    act,
    ask,
    ask_plan,
    ask_who,
    chats,
    chats_only,
    chats_session,
    connect,
    curate,
    demo,
    demo_folder,
    doctor,
    export,
    feed,
    forget,
    give,
    give_book,
    handles,
    hygiene,
    hygiene_act,
    import_file,
    liked,
    list_edit,
    list_show,
    list_suggestions,
    lists,
    log,
    match,
    match_basis,
    match_review,
    match_search,
    mirror,
    outbox,
    people_list,
    person,
    rebuild,
    results,
    rules,
    same_person,
    search,
    sources,
    sync,
    tell,
    today,
    topics,
    up,
    voice,
    worth_following,
)
from hobnob.cli.help import Command, Group, short_for
from hobnob.domain.by_hand import SORTS

_ABOUT = "Remember who talks with you, whom to answer today, and what came of it."

app = typer.Typer(
    cls=Group,
    help=_ABOUT,
    no_args_is_help=True,
    # A bug keeps Python's own traceback; a nicer one would print the words people wrote.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
list_app = typer.Typer(
    cls=Group,
    help="Who is on a list: show, suggestions, faded, edit, promote, demote, remove, restore, "
    "copy.",
    epilog='Example:\n\nhobnob list show "Mentioned You"',
    no_args_is_help=True,
)
act_app = typer.Typer(
    cls=Group,
    help="Act on a network: answer, post, like, repost, follow, unfollow, mute, block.\n\nEach "
    "command shows exactly what would be sent and asks. Half a minute after the yes it leaves; "
    "until then it can be called back.",
    epilog="Example:\n\nhobnob act reply x:ana 'They sleep in trees.'",
    no_args_is_help=True,
)
ask_app = typer.Typer(cls=short_for("person"), help=ask.show.__doc__)
plan_app = typer.Typer(cls=Group, help=ask_plan.show.__doc__)
chats_app = typer.Typer(cls=Group, help=chats.show.__doc__)
match_app = typer.Typer(
    cls=Group,
    help="Find your supporters on the networks: run, review, search, status, basis.\n\nhobnob "
    "proposes, with what shows it; you say who is who, and that is remembered.",
    epilog="Example:\n\nhobnob match run",
    no_args_is_help=True,
)
give_app = typer.Typer(cls=short_for("to"), help=give.show.__doc__)
idea_app = typer.Typer(
    cls=Group, help="Write ideas of your own down: add, drop.", no_args_is_help=True
)
outbox_app = typer.Typer(cls=Group, help=outbox.show.__doc__)
handles_app = typer.Typer(cls=Group, help=handles.show.__doc__)
hygiene_app = typer.Typer(cls=Group, help=hygiene.show.__doc__)
rules_app = typer.Typer(cls=Group, help=rules.show.__doc__)
topics_app = typer.Typer(cls=Group, help=topics.show.__doc__)
log_app = typer.Typer(cls=Group, help=log.show.__doc__)
sources_app = typer.Typer(cls=Group, help=sources.sources.__doc__)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hobnob {__version__}")
        raise typer.Exit


@app.callback()
def hobnob(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="DIR",
            help="Keep the data in this folder. By default HOBNOB_HOME, or where this system "
            "keeps a person's data.",
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", metavar="", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Read what holds for every command, before Django reads its settings."""
    context.obj = home
    if home is not None:
        os.environ["HOBNOB_HOME"] = str(home)
    demo_folder.stay_in_it()


def _add(
    group: typer.Typer, name: str, run: Callable[..., None], panel: str | None, *examples: str
) -> None:
    epilog = "\n\n".join(["Example:", *examples])
    group.command(name, cls=Command, epilog=epilog, rich_help_panel=panel)(run)


DAILY, PEOPLE, DATA = "Every day", "People and lists", "Your data"

_add(app, "today", today.today, DAILY, "hobnob today")
_add(
    app,
    "feed",
    feed.feed,
    DAILY,
    "hobnob feed",
    'hobnob feed "The Watchlist" --by person',
    "hobnob feed --questions",
    "hobnob feed watchlist --seen",
    "hobnob feed home",
)
_add(app, "voice", voice.voice, DAILY, "hobnob voice")
_add(
    app,
    "results",
    results.results,
    DAILY,
    "hobnob results",
    "hobnob results --since 2026-01-01 --csv results.csv",
    "hobnob results --since year --pdf for-the-board.pdf",
)
_add(app, "sync", sync.sync, DAILY, "hobnob sync", "hobnob sync --watch")
_add(app, "up", up.up, DAILY, "hobnob up", "hobnob up --port 9000 --no-open")
_add(app, "signin", up.signin, DAILY, "hobnob signin")

app.add_typer(act_app, name="act", rich_help_panel=DAILY)
_add(
    act_app,
    "reply",
    act.reply,
    None,
    "hobnob act reply @ana@tusk.example '@ana@tusk.example In trees.'",
    "hobnob act reply https://tusk.example/@ana/12 'In trees.' --as robin@tusk.example",
)
_add(act_app, "post", act.post, None, "hobnob act post mastodon 'Good morning, tigers.'")
_add(act_app, "like", act.like, None, "hobnob act like @ana@tusk.example --yes")
_add(act_app, "repost", act.repost, None, "hobnob act repost https://tusk.example/@ana/12")
_add(act_app, "follow", act.follow, None, "hobnob act follow @ana@tusk.example")
_add(act_app, "unfollow", act.unfollow, None, "hobnob act unfollow @ana@tusk.example")
_add(act_app, "mute", act.mute, None, "hobnob act mute @bo@den.example")
_add(act_app, "block", act.block, None, "hobnob act block @bo@den.example")
app.add_typer(
    outbox_app,
    name="outbox",
    callback=outbox.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob outbox",
)
_add(outbox_app, "approve", outbox.approve, None, "hobnob outbox approve 12")
_add(outbox_app, "cancel", outbox.cancel, None, "hobnob outbox cancel 12")
_add(outbox_app, "look", outbox.look, None, "hobnob outbox look 12")
_add(outbox_app, "there", outbox.there, None, "hobnob outbox there 12")
_add(outbox_app, "again", outbox.again, None, "hobnob outbox again 12")
_add(outbox_app, "drop", outbox.drop, None, "hobnob outbox drop 12")
_add(outbox_app, "back", outbox.back, None, "hobnob outbox back 12")
_add(outbox_app, "send", outbox.send, None, "hobnob outbox send")

app.add_typer(
    give_app,
    name="give",
    callback=give.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob give\n\nhobnob give x:ana",
)
_add(give_app, "to", give.to, None, "hobnob give to x:ana")
_add(
    give_app,
    "done",
    give.done,
    None,
    "hobnob give done 1",
    "hobnob give done x:ana birthday --words 'Happy birthday!' --picture tigers/cub.jpg",
)
_add(give_app, "not", give.not_this_one, None, "hobnob give not 2")
_add(give_app, "made", give_book.made, None, "hobnob give made")
_add(give_app, "ideas", give_book.ideas, None, "hobnob give ideas")
give_app.add_typer(
    idea_app, name="idea", epilog="Example:\n\nhobnob give idea add 'Send a postcard'"
)
_add(
    idea_app,
    "add",
    give_book.add_idea,
    None,
    "hobnob give idea add 'Send a postcard' --for otters --words '{name}, from the canal.'",
)
_add(idea_app, "drop", give_book.drop_idea, None, "hobnob give idea drop 3")
_add(
    give_app,
    "manner",
    give_book.manner,
    None,
    "hobnob give manner --words 'First names; no exclamation marks'",
    "hobnob give manner --greeting 'Hello {name},' --farewell Wilma",
)
_add(give_app, "picture", give_book.picture, None, "hobnob give picture cub-asleep.jpg tigers")
app.add_typer(
    log_app,
    name="log",
    callback=log.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob log",
)
for each in SORTS.values():
    _add(log_app, each.word, log.log(each), None, f"hobnob log {each.word} x:ana 'over soup'")
_add(
    log_app,
    "outcome",
    log.outcome,
    None,
    "hobnob log outcome x:ana referral 'sent us their neighbour' --value '500 EUR'",
    "hobnob log outcome x:ana fun 'pancakes' --on yesterday",
)
_add(log_app, "near", log.near, None, "hobnob log near Utrecht")
_add(log_app, "defenders", log.defenders, None, "hobnob log defenders")
_add(log_app, "proposed", log.proposed, None, "hobnob log proposed")
_add(log_app, "yes", log.yes, None, "hobnob log yes 12")
_add(log_app, "no", log.no, None, "hobnob log no 12")

app.add_typer(
    ask_app,
    name="ask",
    callback=ask.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob ask",
)
_add(
    ask_app,
    "person",
    ask.person,
    None,
    "hobnob ask person x:ana --for donation",
    "hobnob ask person x:ana 'a bench by the water' --for donation --plan wetlands-in-spring",
)
_add(ask_app, "who", ask_who.who, None, "hobnob ask who --for petition --topic wetlands")
_add(ask_app, "yes", ask.yes, None, "hobnob ask yes 12")
_add(ask_app, "no", ask.no, None, "hobnob ask no 12")
_add(ask_app, "silence", ask.silence, None, "hobnob ask silence 12")
_add(ask_app, "owed", ask.owed, None, "hobnob ask owed")
ask_app.add_typer(
    plan_app,
    name="plan",
    callback=ask_plan.show,
    invoke_without_command=True,
    epilog="Example:\n\nhobnob ask plan",
)
_add(
    plan_app,
    "add",
    ask_plan.add,
    None,
    "hobnob ask plan add 'Wetlands in spring' --list watchlist --topic wetlands "
    "--ask 'petition: sign for the heron meadow' --until 2027-05-01",
)
_add(plan_app, "show", ask_plan.people, None, "hobnob ask plan show wetlands-in-spring --ask 2")
_add(plan_app, "close", ask_plan.close, None, "hobnob ask plan close wetlands-in-spring")
_add(plan_app, "go-on", ask_plan.go_on, None, "hobnob ask plan go-on wetlands-in-spring")

app.add_typer(
    hygiene_app,
    name="hygiene",
    callback=hygiene.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob hygiene",
)
_add(hygiene_app, "look", hygiene.look, None, "hobnob hygiene look")
_add(hygiene_app, "unfollow", hygiene_act.unfollow, None, "hobnob hygiene unfollow @bo@den.example")
_add(hygiene_app, "mute", hygiene_act.mute, None, "hobnob hygiene mute @bo@den.example")
_add(hygiene_app, "block", hygiene_act.block, None, "hobnob hygiene block @bo@den.example --yes")
_add(
    hygiene_app,
    "keep",
    hygiene_act.keep,
    None,
    "hobnob hygiene keep @bo@den.example --why 'posts little, and well'",
)
_add(
    hygiene_app,
    "follow",
    worth_following.follow,
    None,
    "hobnob hygiene follow",
    "hobnob hygiene follow @ana@tusk.example",
)

app.add_typer(
    chats_app,
    name="chats",
    callback=chats.show,
    invoke_without_command=True,
    rich_help_panel=DAILY,
    epilog="Example:\n\nhobnob chats",
)
_add(
    chats_app,
    "add",
    chats.add,
    None,
    "hobnob chats add '#tusktalk' tuesday 20:00 --zone Europe/Amsterdam",
)
_add(chats_app, "session", chats_session.session, None, "hobnob chats session tusktalk 2026-11-17")
_add(chats_app, "only", chats_only.only, None, "hobnob chats only")
_add(chats_app, "calendar", chats.calendar, None, "hobnob chats calendar --ics chats.ics")
_add(chats_app, "end", chats.end, None, "hobnob chats end tusktalk")

_add(app, "lists", lists.lists, PEOPLE, "hobnob lists")
app.add_typer(list_app, name="list", rich_help_panel=PEOPLE)
_add(list_app, "show", list_show.show, None, 'hobnob list show "Mentioned You"')
_add(
    list_app,
    "suggestions",
    list_suggestions.suggestions,
    None,
    "hobnob list suggestions watchlist",
)
_add(
    list_app,
    "faded",
    list_show.faded,
    None,
    "hobnob list faded mentioned",
    "hobnob list faded mentioned --bring-back x:ana",
)
_add(
    list_app,
    "edit",
    list_edit.edit,
    None,
    "hobnob list edit mentioned --fade-days 180",
    "hobnob list edit favorited --fade-days none",
)
_add(
    list_app,
    "promote",
    curate.promote,
    None,
    "hobnob list promote @ana@tusk.example --why 'asks good questions'",
    "hobnob list promote x:ana --to say --instead-of x:bo",
)
_add(list_app, "demote", curate.demote, None, "hobnob list demote x:ana --why 'we lost touch'")
_add(list_app, "remove", curate.remove, None, "hobnob list remove x:bo --from watchlist")
_add(list_app, "restore", curate.restore, None, "hobnob list restore x:bo --to mentioned")
_add(
    list_app,
    "copy",
    mirror.copy,
    None,
    "hobnob list copy watchlist --to Friends",
    "hobnob list copy watchlist --approve 3fa29c,81bc04",
)
_add(
    app,
    "people",
    people_list.show,
    PEOPLE,
    "hobnob people --losing-touch",
    "hobnob people --tag donor --not-found --keep-as 'Donors to find'",
    "hobnob people --view 'Donors to find' --json",
)
_add(
    app,
    "person",
    person.person,
    PEOPLE,
    "hobnob person @ana@tusk.example",
    "hobnob person x:ana --same-as @ana@tusk.example",
)
_add(app, "who-is-who", same_person.who_is_who, PEOPLE, "hobnob who-is-who --look")
_add(
    app,
    "forget",
    forget.forget,
    PEOPLE,
    "hobnob forget @ana@tusk.example",
    "hobnob forget x:bo --yes --reason 'asked by mail to be erased'",
)
app.add_typer(match_app, name="match", rich_help_panel=PEOPLE)
_add(match_app, "run", match.run, None, "hobnob match run")
_add(
    match_app,
    "review",
    match_review.review,
    None,
    "hobnob match review",
    "hobnob match review --segment major --network mastodon",
    "hobnob match review --json",
    "hobnob match review --yes 12=34 --no 12=35",
)
_add(match_app, "search", match_search.search, None, "hobnob match search 'Ana Núñez'")
_add(match_app, "status", match.status, None, "hobnob match status")
_add(
    match_app,
    "basis",
    match_basis.basis,
    None,
    "hobnob match basis",
    "hobnob match basis --model-notice > notice.txt",
    "hobnob match basis --basis 'legitimate interest' --notice notice.txt --told-on 2026-11-01",
    "hobnob match basis --basis personal",
)
_add(app, "note", curate.note, PEOPLE, "hobnob note x:ana 'loves tigers; prefers jokes'")
_add(app, "tag", curate.tag, PEOPLE, "hobnob tag x:ana donor")
_add(
    app,
    "tell",
    tell.tell,
    PEOPLE,
    "hobnob tell x:ana birthday '15 April'",
    "hobnob tell x:ana manner 'prefers jokes; never before ten' --private",
    "hobnob tell x:ana place --away",
)
_add(app, "cadence", tell.cadence, PEOPLE, "hobnob cadence x:ana 30", "hobnob cadence x:ana none")
app.add_typer(
    topics_app,
    name="topics",
    callback=topics.show,
    invoke_without_command=True,
    rich_help_panel=PEOPLE,
    epilog="Example:\n\nhobnob topics",
)
_add(
    topics_app,
    "add",
    topics.add,
    None,
    "hobnob topics add Wetlands --words 'wetland*, marsh*, heronwalk'",
)
_add(topics_app, "who", topics.who, None, "hobnob topics who tigers")
_add(
    topics_app,
    "say",
    topics.say,
    None,
    "hobnob topics say x:ana tigers",
    "hobnob topics say x:ana wetlands --not",
)
_add(topics_app, "drop", topics.drop, None, "hobnob topics drop wetlands")
_add(topics_app, "look", topics.look, None, "hobnob topics look")
_add(app, "undo", curate.undo, PEOPLE, "hobnob undo")
_add(app, "search", search.search, PEOPLE, "hobnob search tiger")
app.add_typer(
    handles_app,
    name="handles",
    callback=handles.show,
    invoke_without_command=True,
    rich_help_panel=PEOPLE,
    epilog="Example:\n\nhobnob handles",
)
_add(handles_app, "theirs", handles.theirs, None, "hobnob handles theirs 12=x:ana")
_add(handles_app, "not-theirs", handles.not_theirs, None, "hobnob handles not-theirs 12=x:ana")
_add(handles_app, "ask", handles.ask, None, "hobnob handles ask 12=34")
_add(
    handles_app,
    "answer",
    handles.answer,
    None,
    "hobnob handles answer 'Yes! hob-1a-2f3-k7q9mft2hw' --yes",
    "hobnob handles answer < reply.txt",
)
_add(handles_app, "form", handles.form, None, "hobnob handles form hello@herd.example")
app.add_typer(
    rules_app,
    name="rules",
    callback=rules.show,
    invoke_without_command=True,
    rich_help_panel=PEOPLE,
    epilog="Example:\n\nhobnob rules",
)
_add(rules_app, "try", rules.would, None, "hobnob rules try 1")
_add(rules_app, "on", rules.on, None, "hobnob rules on 1")
_add(rules_app, "off", rules.off, None, "hobnob rules off 1")
_add(rules_app, "apply", rules.apply, None, "hobnob rules apply 1")

_add(
    app,
    "import",
    import_file.import_file,
    DATA,
    "hobnob import twitter-archive.zip",
    "hobnob --home DIR import twitter-archive.zip --direct-messages --json",
)
_add(
    app,
    "export",
    export.export,
    DATA,
    "hobnob export people.csv",
    "hobnob export donors.xlsx --tag donor",
    "hobnob export birthdays.ics --list watchlist",
)
_add(
    app,
    "connect",
    connect.connect,
    DATA,
    "hobnob connect mastodon tusk.example",
    "hobnob connect mastodon tusk.example --act",
    "hobnob connect mastodon tusk.example --by-hand < token.txt",
)
_add(
    app,
    "disconnect",
    connect.disconnect,
    DATA,
    "hobnob disconnect mastodon",
    "hobnob disconnect mastodon tusk.example",
)
app.add_typer(
    sources_app,
    name="sources",
    callback=sources.sources,
    invoke_without_command=True,
    rich_help_panel=DATA,
    epilog="Example:\n\nhobnob sources",
)
_add(
    sources_app,
    "add-hashtag",
    sources.add_hashtag,
    None,
    "hobnob sources add-hashtag '#tusktalk' --on mastodon",
)
_add(
    sources_app,
    "drop-hashtag",
    sources.drop_hashtag,
    None,
    "hobnob sources drop-hashtag '#tusktalk'",
)
_add(sources_app, "limit", sources.limit, None, "hobnob sources limit 10 --on x")
_add(app, "liked", liked.liked, DATA, "hobnob liked", "hobnob liked --by cards --most 200")
_add(app, "rebuild", rebuild.rebuild, DATA, "hobnob rebuild")
_add(app, "doctor", doctor.doctor, DATA, "hobnob doctor")
_add(app, "demo", demo.demo, DATA, "hobnob demo", "hobnob demo --check")
