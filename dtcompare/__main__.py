"""``python -m dtcompare``: the same as the command."""

from dtcompare.start import run

if __name__ == "__main__":
    run()
