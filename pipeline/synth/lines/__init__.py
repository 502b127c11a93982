"""Lines of print with their text, made by the thousand: what the reader learns from."""
