"""The scoreboard of reading and understanding: truth against what the program made of the sample scans.

`make accuracy` prints it. It is no test: nothing passes or fails.
"""
