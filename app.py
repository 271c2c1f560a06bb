"""Opens the shop, builds the page and launches it; the encoder loads while the page is served."""

from demo.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["serve"]))
