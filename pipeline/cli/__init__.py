"""The command line: commands, options, exit codes. The only room that prints."""

from pipeline.cli.app import main

__all__ = ["main"]
