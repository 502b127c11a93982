"""A drawn placeholder for the emblem on a memo: a bird with open wings, in strokes only."""

from __future__ import annotations

_FEATHERS = "".join(
    f'<path d="M{side * 6} -4 Q{side * (20 + 4 * i)} {-26 + 9 * i} {side * (38 - 3 * i)} {-20 + 11 * i}"/>'
    for side in (-1, 1)
    for i in range(5)
)
EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-42 -42 84 84" width="57" height="57">'
    '<g fill="none" stroke="#000" stroke-width="3" stroke-linecap="round">'
    f'<circle cx="0" cy="-24" r="7" fill="#000"/><path d="M-5 -33 L0 -41 L5 -33"/>'
    f'<ellipse cx="0" cy="2" rx="8" ry="18" fill="#000"/>{_FEATHERS}'
    '<path d="M-4 20 L-14 38 M4 20 L14 38 M0 20 L0 40"/></g></svg>'
)
