"""Many files: what to read, what is already read, workers, and where the results go."""
