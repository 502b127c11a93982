"""`python -m pipeline` is `memo`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
