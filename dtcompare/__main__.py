"""``python -m dtcompare``: the same as the command."""

from dtcompare.cli import run

if __name__ == "__main__":
    run()
