"""The command line: commands, options, exit codes. The only room that prints."""


def main() -> None:
    """Run `memo` with this process's arguments and exit with its code."""
    try:
        # Not at the top: loading the libraries takes seconds, in which someone may press Ctrl-C.
        from pipeline.cli.app import start
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    start()


__all__ = ["main"]
