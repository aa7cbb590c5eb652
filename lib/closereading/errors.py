"""What goes wrong, said in one or two sentences: the value, the place, what would do."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager


class CloseReadingError(Exception):
    """A mistake that a person can mend; its text is all they need to see."""

    exit_status = 1


class InputError(CloseReadingError):
    """Something is wrong with what a person wrote: an article, a codebook, a reading."""


class UsageError(CloseReadingError):
    """Something was asked for that is not there: a study, a voice, a parameter."""

    exit_status = 2


Tell = Callable[[InputError], None]  # what is done about a mistake


def stop(mistake: InputError) -> None:
    """Raise it: what is done about a mistake unless somebody collects them."""
    raise mistake


@contextmanager
def told(tell: Tell) -> Iterator[None]:
    """A mistake within is told; if that does not raise, what comes after goes on."""
    try:
        yield
    except InputError as mistake:
        tell(mistake)


def there_is(asked: str, known: Iterable[str]) -> str:
    """A sentence that lists what there is instead, the names most like `asked` first.

    >>> there_is("Berzna", ["Trump", "Berzina"])
    'There is: Berzina, Trump.'
    """
    names = list(dict.fromkeys(" ".join(name.split()) or repr(name) for name in known))
    near = difflib.get_close_matches(asked, names, n=3, cutoff=0.5)
    listed = [*near, *(name for name in names if name not in near)]
    return f"There is: {', '.join(listed)}." if listed else "There is none."
