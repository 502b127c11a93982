"""Line boxes → text with a confidence, a place and a doubt for every character."""

from pipeline.reading.engine import OWN_ENGINE, Engine, layer_engine, select_engine
from pipeline.reading.legibility import tell_illegible
from pipeline.reading.settle import settle_layer

__all__ = ["OWN_ENGINE", "Engine", "layer_engine", "select_engine", "settle_layer", "tell_illegible"]
