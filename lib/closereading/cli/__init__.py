"""The command `closereading`: what it is called with, and how it ends.

Each module beside this one holds the commands of one idea. Here the two halves
meet on the command line: the study, which knows the article, and the runner and
the report, which know notebooks. A module imports what it works with inside the
command, so that `closereading --help` is there at once.
"""

import sys

import click

from closereading import __version__
from closereading.cli import attributing, running, sharing, updating
from closereading.errors import CloseReadingError


def main() -> None:
    """Run the command; an error is a line on standard error and an exit status."""
    try:
        sys.exit(command(standalone_mode=False))
    except CloseReadingError as error:
        _stop(str(error), error.exit_status)
    except click.ClickException as error:
        _stop(error.format_message(), 2)
    except (KeyboardInterrupt, click.Abort):
        _stop("stopped; what was there before is as it was.", 130)
    except OSError as error:
        _stop(f"{error.strerror or error}: {error.filename or 'no file named'}.", 1)


def _stop(message: str, status: int) -> None:
    click.echo(f"closereading: {message}", err=True)
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="closereading")
def command() -> None:
    """Read a news article closely: whose words are these, and on whose word does each claim rest?"""


COMMANDS = (
    running.run,
    attributing.attribute,
    attributing.evaluate,
    updating.update,
    sharing.share,
    sharing.restore,
)
for one in COMMANDS:
    command.add_command(one)
