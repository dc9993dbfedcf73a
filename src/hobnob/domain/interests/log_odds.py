"""Whose word a word is: weighted log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn: Fightin' Words, Political Analysis 16 (2008), section 3.5.1, equations
16 and 22 (https://doi.org/10.1093/pan/mpn018): how much more often somebody says a word than all
others do, in standard deviations. The prior is what everybody says together, so that a word said
twice by one person and by nobody else proves little, and one that everybody says proves nothing.
"""

import numpy as np
from numpy.typing import NDArray

PRIOR_WORDS = 50.0
"""How many words the prior weighs as much as. Fewer believe rare words sooner."""

_NOTHING_ELSE = 1e-9
"""For somebody of whom nothing but one word is known."""


def log_odds(
    theirs: NDArray[np.float64],
    their_words: NDArray[np.float64],
    everybodys: NDArray[np.float64],
    all_words: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The z-score of each pair of a person and a word.

    One entry a pair: `theirs` is how often they say it, `their_words` how much they say at all,
    `everybodys` how often everybody says it, `all_words` how much everybody says, them included.
    """
    prior = PRIOR_WORDS * everybodys / all_words
    said, said_by_others = theirs + prior, everybodys - theirs + prior
    other_words = all_words - their_words
    theirs_else = their_words + PRIOR_WORDS - said
    others_else = other_words + PRIOR_WORDS - said_by_others
    gap = np.log(said / np.maximum(theirs_else, _NOTHING_ELSE)) - np.log(
        said_by_others / np.maximum(others_else, _NOTHING_ELSE)
    )
    return np.asarray(gap / np.sqrt(1 / said + 1 / said_by_others), dtype=np.float64)
