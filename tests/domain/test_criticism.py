"""Who runs somebody down, and who only looks as if."""

import pytest

from hobnob.domain.criticism import speaks_badly

BAD = """
What a waste of money, those heron people.
The heron walk is a scam.
They are liars, all of them.
Shame on the reserve for closing the path.
They should be ashamed of that bridge.
Never trust these people with a dyke.
They only want your money.
You lied to us about the tigers.
Useless, the lot of them.
They cannot be trusted.
You are an idiot.
Wat een zakkenvullers, daar bij de reigers.
Weggegooid geld, dat hek.
Jullie zijn oplichters.
Alles Betrüger, diese Reiherleute.
Reine Abzocke, der Eintritt.
Honte à vous et à vos hérons.
Une arnaque, cette visite.
Son unos mentirosos con sus garzas.
Qué vergüenza de reserva.
Una truffa, la passeggiata degli aironi.
São uns mentirosos.
"""

FINE = """
The herons are back.
It is not a scam, I was there.
They aren't liars; I counted the herons with them.
I wasted my morning and loved it.
Beware of scams that use the herons' name.
Do you trust your map?
I felt useless in the mud, and then the owl came.
It's no joke: nine herons.
Somebody wrote “what a scam” and I laughed.
Dat zijn geen oplichters, ik heb ze zelf gesproken.
Das ist kein Betrug, ich war dabei.
Ce n'est pas une arnaque.
No es una estafa, doy fe.
Non è una truffa.
Thank you for the walk.
"""


@pytest.mark.parametrize("text", BAD.strip().splitlines())
def test_it_runs_somebody_down(text: str) -> None:
    assert speaks_badly(text)


@pytest.mark.parametrize("text", FINE.strip().splitlines())
def test_it_runs_nobody_down(text: str) -> None:
    assert not speaks_badly(text)
