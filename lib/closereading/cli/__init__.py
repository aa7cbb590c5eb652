"""The command `closereading`: what it is called with, and how it ends.

Each module beside this one holds the commands of one idea. Here the two halves
meet on the command line: the study, which knows the article, and the runner and
the report, which know notebooks. A module imports what it works with inside the
command, so that `closereading --help` is there at once.
"""

import sys
from io import TextIOWrapper

import click

from closereading import __version__, interrupts
from closereading.characters import visible
from closereading.cli import (
    attributing,
    checking,
    running,
    sharing,
    starting,
    updating,
    verifying,
)
from closereading.errors import CloseReadingError


def main() -> None:
    """Run the command; an error is a line on standard error and an exit status."""
    interrupts.listen()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what the locale has no letter for is shown escaped
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(command(standalone_mode=False))
    except CloseReadingError as error:
        _stop(str(error), error.exit_status)
    except click.ClickException as error:
        _stop(error.format_message(), 2)
    except (KeyboardInterrupt, click.Abort) as stopped:
        ended = isinstance(stopped.__context__ or stopped, interrupts.Ended)
        _stop("stopped; what was there before is as it was.", 143 if ended else 130)
    except OSError as error:
        _stop(f"{error.strerror or error}: {error.filename or 'no file named'}.", 1)


def _stop(message: str, status: int) -> None:
    click.echo(f"closereading: {visible(message)}", err=True)
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="closereading")
def command() -> None:
    """Read a news article closely: whose words are these, and on whose word does each claim rest?"""


COMMANDS = (
    *(running.run, starting.new, checking.check, verifying.verify),
    *(updating.update, sharing.share, sharing.restore),
    *(attributing.attribute, attributing.evaluate),
)
for one in COMMANDS:
    command.add_command(one)
