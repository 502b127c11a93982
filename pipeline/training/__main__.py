"""`python -m pipeline.training`: train the reader, measure it, write the model file. `make train` calls it."""

from pipeline.training.commands import main

if __name__ == "__main__":
    main()
