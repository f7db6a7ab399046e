"""``python -m printpress``."""

from printpress.cli import main

if __name__ == "__main__":
    main(prog_name="printpress")
