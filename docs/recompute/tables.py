"""Reads the tables that `rewardlab export` writes: a folder of CSV or Parquet files, or one workbook."""

import csv
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np


def read_tables(place):
    """All tables by name: each a dict of columns; numbers as arrays (blank is nan), texts as lists (blank is None)."""
    place = Path(place)
    raw = read_workbook(place) if place.suffix == ".xlsx" else read_folder(place)
    about = raw["columns"]
    types = dict(zip(zip(about["table"], about["column"]), about["type"]))
    return {
        name: {column: typed(cells, types[name, column]) for column, cells in columns.items()}
        for name, columns in raw.items()
    }


def typed(cells, kind):
    """Cells of a column in the type that the data dictionary gives it."""
    if kind == "text":
        return [None if one is None or one == "" else str(one) for one in cells]
    if kind == "yes or no":
        return [None if one in (None, "") else one in (True, "yes", "1", 1) for one in cells]
    words = {"": np.nan, None: np.nan, "infinity": np.inf, "-infinity": -np.inf}
    return np.array([words[one] if one in words else float(one) for one in cells], dtype=float)


def rows_of(table):
    """The rows of a table as dicts."""
    return [dict(zip(table, row)) for row in zip(*table.values())]


def read_folder(place):
    files = sorted(place.glob("*.csv"))
    if files:
        return {path.stem: read_csv(path) for path in files}
    import pandas  # only Parquet needs it

    return {
        path.stem: {
            name: [None if one is None or one != one else one for one in cells.astype(object)]
            for name, cells in pandas.read_parquet(path).items()
        }
        for path in sorted(place.glob("*.parquet"))
    }


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    columns = list(zip(*rows)) if rows else [()] * len(head)
    return {name: [plain(one) for one in cells] for name, cells in zip(head, columns)}


def plain(text):
    """Text that a spreadsheet would take for a formula has an apostrophe in front."""
    return text[1:] if re.match(r"'\s*[=+\-@]", text) else text


SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_workbook(path):
    with zipfile.ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [one.get("name") for one in book.iter(f"{SHEET}sheet")]
        return {name: read_sheet(archive.read(f"xl/worksheets/sheet{k + 1}.xml")) for k, name in enumerate(names)}


def read_sheet(xml):
    rows = []
    for row in ElementTree.fromstring(xml).iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            place = column_number(cell.get("r"))
            if cell.get("t") == "inlineStr":
                text = "".join(one.text or "" for one in cell.iter(f"{SHEET}t"))
                cells[place] = re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)
            else:
                value = cell.find(f"{SHEET}v").text
                cells[place] = value == "1" if cell.get("t") == "b" else value
        rows.append(cells)
    head, *body = rows
    return {head[k]: [row.get(k) for row in body] for k in sorted(head)}


def column_number(place):
    """0 for A1, 27 for AB7."""
    number = 0
    for letter in re.match(r"[A-Z]+", place)[0]:
        number = 26 * number + ord(letter) - 64
    return number - 1
