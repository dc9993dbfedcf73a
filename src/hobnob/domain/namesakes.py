"""How likely an account near me is a supporter's when it shows their whole name: by how many people
are called so.

The shipped weights were learnt among as many namesakes as a search for a name brings. Those around
me were not searched for by name, so that there a rare name is seldom somebody else's: Bayes' rule,
with the supporter against everybody else of that name who could be here.
"""

import math

IS_NEAR = 0.1
"""How many of the people in somebody's files are around them on a network, cautiously."""
IN_ONE_PLACE = 100
"""So many times as often as among all people a name is met among people of one country or trade."""
SAME_PLACE = 0.1
"""How many namesakes live in the same region by chance, cautiously."""
AT_MOST = 0.95
"""A name alone is never beyond doubt: a person looks at each."""
AT_MOST_WITH_PLACE = 0.99


def by_whole_name(
    *, rarity: float, accounts: int, fits: int = 1, is_same_place: bool = False
) -> float:
    """The probability (0-1) that an account with somebody's whole name is theirs.

    `rarity` is minus the common logarithm of the share of people so called, `accounts` how many are
    around me, and `fits` how many pairs share the name: a father and a son, two accounts.
    """
    here = SAME_PLACE if is_same_place else 1.0
    others = accounts * IN_ONE_PLACE * here * math.pow(10.0, -rarity)
    most = AT_MOST_WITH_PLACE if is_same_place else AT_MOST
    return min(IS_NEAR / (IS_NEAR + others), most) / fits
