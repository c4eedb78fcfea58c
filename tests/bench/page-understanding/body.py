# Prints what trafilatura and readability-lxml take for the article of each HTML file given: a JSON object a line.
import json
import sys

import lxml.html
import readability
import trafilatura


def text_of(html):
    """The text of an HTML fragment, its elements apart."""
    if not html:
        return ""
    return "\n".join(part.strip() for part in lxml.html.fromstring(html).itertext() if part.strip())


def attempt(extract):
    try:
        return extract() or ""
    except Exception as error:  # a page that breaks a tool is a page it finds nothing in
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return ""


for file in sys.argv[1:]:
    with open(file, encoding="utf-8") as opened:
        html = opened.read()
    found = {
        "trafilatura": attempt(lambda: trafilatura.extract(html, include_comments=False)),
        "readability-lxml": attempt(lambda: text_of(readability.Document(html).summary())),
    }
    print(json.dumps({"file": file, **found}), flush=True)
