#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib

NAMES = {
    "sample/1": "Haetae",
    "sample/2": "kim",
    "secret/01-one-letter": "Q",
    "secret/02-lower-case": "seoul",
    "secret/03-upper-case": "HANYANG",
    "secret/04-mixed": "McGregorOHara",
    "secret/05-longest": "aB" * 25,
}

data = pathlib.Path(__file__).parent.parent / "data"
for test, name in NAMES.items():
    (data / test).with_suffix(".in").write_text(f"{name}\n")
    (data / test).with_suffix(".ans").write_text(f"Hello, {name}!\n")
