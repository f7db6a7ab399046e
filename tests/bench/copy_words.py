"""Copy for the benchmarks: the same every time."""

import random
from pathlib import Path

ROOT = Path(__file__).parents[2]


def copy_words(count: int, chance: random.Random) -> str:
    """Copy-like text: Zipf over the most used characters, with marks and figures."""
    table = (ROOT / "fonts" / "tgh8105.txt").read_text("utf-8")[:3000]
    weights = [1 / (rank + 3) for rank in range(len(table))]
    parts: list[str] = []
    length = 0
    while length < count:
        clause = "".join(chance.choices(table, weights, k=chance.randint(4, 14)))
        shape = chance.random()
        if shape < 0.08:
            clause = f"“{clause}”"
        elif shape < 0.14:
            clause += f"{chance.randint(2, 999)}米"
        clause += chance.choices("，。；！、", [50, 25, 4, 2, 6])[0]
        if chance.random() < 0.04:
            clause += "\n\n"
        parts.append(clause)
        length += len(clause)
    return "".join(parts)
