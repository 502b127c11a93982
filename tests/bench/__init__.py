"""The scoreboard of speed and memory. `make bench` prints it; nothing passes or fails."""
