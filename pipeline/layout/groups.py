"""Things linked in pairs → groups of all that hang together."""

from __future__ import annotations

from collections.abc import Iterable


def group_linked(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups of the numbers 0 to `count` - 1 that are linked, directly or through others, in the order of their firsts.

    >>> group_linked(5, [(3, 1), (4, 3)])
    [[0], [1, 3, 4], [2]]
    """
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in links:
        parent[root(one)] = root(other)
    groups: dict[int, list[int]] = {}
    for index in range(count):
        groups.setdefault(root(index), []).append(index)
    return list(groups.values())
