"""The command ``duiyi``: the table of commands, and where errors become exit codes."""

from __future__ import annotations

import difflib
import importlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType

# one BLAS thread a process: two spinning threads on two busy cores are ten times slower;
# read by numpy when it loads, so before anything else is imported
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import click  # noqa: E402

from cli import exit_codes  # noqa: E402
from corpus.errors import DuiyiError  # noqa: E402

#: Command to the module that holds it; imported only when it is called.
COMMANDS = {
    "align": "cli.align",
    "check": "cli.check",
    "consistency": "cli.consistency",
    "convert": "cli.convert",
    "eval": "cli.eval",
    "review": "cli.review",
    "rules": "cli.rules",
}


class Commands(click.Group):
    """A group that loads a command's module when the command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and args[0][:1] != "-":
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"No such command {args[0]!r}{meant}", ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="duiyi", prog_name="duiyi")
def commands() -> None:
    """Align bilingual Chinese-English articles, write TMX, and say what the translation left out.

    \b
    duiyi align article.docx -o out     pairs, a TMX and a report of one document
    duiyi align articles/ -o out        the same of a folder
    duiyi review out                    decide about the pairs on a local page
    duiyi check memory.tmx              what a translation got wrong or left out

    Each command tells its options with -h. Exit codes: 0 done, 1 findings as grave as
    --fail-on, 2 wrong usage or an input that could not be read, 3 a bug, 130 interrupted.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; without one, help."""
    arguments = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        result = commands.main(arguments, prog_name="duiyi", standalone_mode=False)
        sys.stdout.flush()
        return int(result or exit_codes.DONE)
    except click.UsageError as error:
        _say(_usage(error))
        return exit_codes.UNREADABLE
    except click.ClickException as error:
        _say(error.format_message())
        return exit_codes.UNREADABLE
    except DuiyiError as error:
        _say(str(error))
        return exit_codes.UNREADABLE
    except (KeyboardInterrupt, click.Abort):
        _say("interrupted; what was finished is kept")
        return exit_codes.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # the reader of our stdout went away (| head): no error of anybody's; click turns it
        # into SystemExit, which nothing else here raises
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exit_codes.DONE
    except Exception as error:  # the boundary: everything else is a bug of ours
        if os.environ.get("DUIYI_DEBUG"):
            traceback.print_exc()
        _say(
            f"a bug in duiyi: {type(error).__name__}: {error}"
            " (set DUIYI_DEBUG=1 to see where, and report it)"
        )
        return exit_codes.BUG


def _usage(error: click.UsageError) -> str:
    """What is wrong with the arguments, and where to look them up."""
    command = error.ctx.command_path if error.ctx else "duiyi"
    more = "lists the options" if error.ctx and error.ctx.parent else "lists the commands"
    message = error.format_message().rstrip(".")
    return f"{message} ({command} -h {more})"


def _say(line: str) -> None:
    print(f"duiyi: {' '.join(line.split())}", file=sys.stderr)


def main() -> None:
    """The entry point of the console script."""
    for name in ("SIGTERM", "SIGHUP"):
        # not where somebody ignores it, as nohup does
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _terminated)
    sys.exit(run())


def _terminated(signal_number: int, frame: FrameType | None) -> None:
    """A kill that asks first ends like Ctrl-C: unfinished files are taken away."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
