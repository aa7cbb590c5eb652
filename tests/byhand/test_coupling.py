"""What follows from a code for the others of a claim, and what does not."""

import pytest

from closereading.byhand.coupling import with_what_follows

SAID = {
    "voice": "Trump", "manner": "indirect", "cue": "said", "holder": "Putin", "aim": "peace",
    "stance": "affirms", "chain": "article → Trump (said) → Putin (wants)",
}  # fmt: skip
TOLD = {
    "voice": "narrator", "manner": "narrated", "cue": "said", "holder": "none", "aim": "none",
    "stance": "not stated", "chain": "article",
}  # fmt: skip
NEW = dict.fromkeys(SAID, "")

FOLLOWS = [
    # the claim, what is set, in quotation marks?, what follows
    (SAID, {"voice": "Europe"}, False, {"chain": "article → Europe (said) → Putin (wants)"}),
    (SAID, {"voice": "narrator"}, False, {"manner": "narrated", "chain": "article → Putin (wants)"}),
    (SAID, {"holder": "Russia"}, False, {"chain": "article → Trump (said) → Russia (wants)"}),
    (SAID, {"aim": "none"}, False, {"stance": "not stated"}),
    (SAID, {"stance": "not stated"}, False, {"aim": "none"}),
    (SAID, {"manner": "narrated"}, False, {"voice": "narrator", "chain": "article → Putin (wants)"}),
    (TOLD, {"voice": "Trump"}, False, {"manner": "indirect", "chain": "article → Trump (said)"}),
    (TOLD, {"voice": "Trump"}, True, {"manner": "direct", "chain": "article → Trump (said)"}),
    (NEW, {"voice": "narrator"}, False, {"manner": "narrated"}),
    (NEW, {"voice": "Trump"}, True, {"manner": "direct"}),
    # the person's own choice stands
    (TOLD, {"voice": "Trump", "manner": "mixed", "chain": "article"}, False, {}),
    # nothing follows
    (SAID, {"manner": "direct"}, False, {}),
    (SAID, {"stance": "denies"}, False, {}),
    (TOLD, {"aim": "peace"}, False, {}),  # which stance is for the person to say
    (SAID, {"note": "so"}, False, {}),
    (SAID | {"chain": "not a chain"}, {"voice": "Europe"}, False, {}),
]  # fmt: skip


@pytest.mark.parametrize("row, cells, quoted, follows", FOLLOWS)
def test_what_follows(row, cells, quoted, follows):
    got, told = with_what_follows(row, cells, quoted)
    assert got == cells | follows
    assert bool(told) == bool(follows)
    assert all(cell in told for cell in follows.values())
