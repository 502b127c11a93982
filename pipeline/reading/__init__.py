"""Line boxes → text with a confidence, a place and a doubt for every character."""

from pipeline.reading.engine import Engine, layer_engine, select_engine

__all__ = ["Engine", "layer_engine", "select_engine"]
