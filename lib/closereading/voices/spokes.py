"""Unnamed spokespersons and offices: they speak for whom they are said to speak for.

"A company spokesman", "a spokeswoman for Venn", "Venn’s office": the words are
the company's, and Venn's. A spokesperson with a name is somebody; aides and
colleagues speak for themselves, and stay unnamed.
"""

import re

from closereading.voices.aliases import Known, mentions

HEAD = r"(?:spokes(?:man|woman|person|men|women|people|persons)|(?:press\s+)?office)"
OF = re.compile(rf"(?:(?:a|an|the)\s+)?{HEAD}\s+(?:for|of)\s+(?P<who>.+)", re.IGNORECASE)
BEFORE = re.compile(rf"(?:(?:a|an)\s+)?(?P<who>.+?)(?P<own>['’]s?)?\s+{HEAD}", re.IGNORECASE)


def spoken_for(words: str, known: tuple[Known, ...]) -> str:
    """The code of the one listed voice that a source speaks for, or "".

    `words` is the whole source: a name beside it makes the speaker somebody.
    """
    match = OF.fullmatch(words) or BEFORE.fullmatch(words)
    if not match:
        return ""
    who = match["who"]
    for said in (who, f"the {who}", f"the {who}".lower()):
        found = list(mentions(said, known))
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(said)):
            return found[0].voice
    return ""
