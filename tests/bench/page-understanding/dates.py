"""Prints the dates that htmldate and trafilatura find in HTML files, a JSON line each; run by dates.mjs in an environment of its own."""

import json
import os
import sys

import htmldate
import trafilatura


def found(find, html):
    """What `find` says about the page; a page that a reference fails on has no date for it."""
    try:
        return find(html)
    except Exception:
        return None


for folder, name in ((sys.argv[1], name) for name in sys.argv[2:]):
    with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
        html = file.read()
    dates = {
        "htmldate": found(lambda html: htmldate.find_date(html, original_date=True), html),
        "trafilatura": found(lambda html: trafilatura.extract_metadata(html).date, html),
    }
    print(json.dumps({"name": name.removesuffix(".html"), **dates}))
