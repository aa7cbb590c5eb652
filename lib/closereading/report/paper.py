"""A page on paper: a tagged PDF with an outline, printed by a Chromium.

Looks for a Chromium on this machine, asks it to print one file, and lets it
fetch nothing. Two prints of the same page by the same Chromium are the same
bytes; another version of it, or other typefaces on the machine, give others.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from ..errors import CloseReadingError, UsageError

NAMED = "CHROMIUM"  # the environment variable that may name one
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
)
CLOCK = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")


class PrintError(CloseReadingError):
    """The Chromium that was found did not print."""


def chromium() -> Path:
    """The Chromium that CHROMIUM names, else one that is installed.

    Raises UsageError where there is none.
    """
    named = os.environ.get(NAMED)
    if named:
        found = shutil.which(named)
        if not found:
            raise UsageError(f"{NAMED} names {named!r}, which is no program.")
        return Path(found)
    found = next(filter(None, map(shutil.which, (*NAMES, *PLACES))), None)
    if not found:
        raise UsageError(
            f"--pdf needs a Chromium or Chrome, and none is installed; {NAMED} may name one that lies elsewhere."
        )
    return Path(found)


def printed(page: Path, pdf: Path, browser: Path, timeout: int = 180) -> None:
    """Print the page to the file `pdf`, without the clock's time in it.

    Raises PrintError if that does not succeed; then there is no file.
    """
    with tempfile.TemporaryDirectory(prefix="closereading-", ignore_cleanup_errors=True) as scratch:
        made = Path(scratch) / "made.pdf"
        said = _run(
            [
                *(str(browser), *FLAGS),
                *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
                f"--user-data-dir={Path(scratch) / 'profile'}",
                f"--print-to-pdf={made}",
                page.resolve().as_uri(),
            ],
            timeout,
        )
        content = made.read_bytes() if made.is_file() else b""
    if not (content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")):
        raise PrintError(f"{browser} did not print {page.name}: {said}.")
    pdf.write_bytes(CLOCK.sub(lambda date: b" " * len(date[0]), content))


def _run(words: list[str], timeout: int) -> str:
    """Run a program to its end, or end it and what it started; what it said last."""
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        _, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        return f"it was not done after {timeout} seconds"
    finally:
        if process.poll() is None:
            _end(process)
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return (lines[-1][:300] if lines else f"exit status {process.returncode}").rstrip(".")


def _end(process: subprocess.Popen) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
