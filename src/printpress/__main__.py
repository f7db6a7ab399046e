"""``python -m printpress``."""

from printpress.cli import run

if __name__ == "__main__":
    run()
