"""`python -m kinerja` is `kinerja`."""

from kinerja.cli import cli

if __name__ == "__main__":
    cli()
