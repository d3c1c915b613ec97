"""Records whose producers mean something else by a name, or nest what others keep flat, in the usual names.

trafilatura   `source` is the address, `source-hostname` the site, `author` a list joined by "; "
Event Registry (newsapi.ai)   `date`, `time` and `dateTime` are when it was found; an author may be an agency
IPTC ninjs    1.x: `body_<format>`, `headline_<kind>`; 2.x and 3.x: `bodies`, `headlines`, each with a role
Media Cloud   `ap_syndicated` says that the text is one of the Associated Press

Sources: trafilatura 2 `xml.build_json_output`; newsapi.ai documentation, "Article data model"; the JSON schemas of
ninjs 1.5, 2.1 and 3.0 (iptc.org/std/ninjs); Media Cloud API 2.0 specification, "Stories".
"""

from __future__ import annotations

from typing import Any

type Record = dict[str, Any]


def in_plain_names(record: Record) -> Record:
    """The record of a known producer in names that `fields.toml` lists; any other as it is."""
    if "source-hostname" in record or {"fingerprint", "hostname"} <= record.keys():
        return _trafilatura(record)
    if "dateTimePub" in record or {"dataType", "isDuplicate"} <= record.keys():
        return _event_registry(record)
    if _is_ninjs(record):
        return _ninjs(record)
    if record.get("ap_syndicated") is True or record.get("ap_syndicated") == 1:
        return record | {"agency": "Associated Press"}
    return record


def _trafilatura(record: Record) -> Record:
    author = record.get("author")
    authors = [name.strip() for name in author.split(";")] if isinstance(author, str) else author
    plain = {name: value for name, value in record.items() if name not in ("author", "source", "comments")}
    return {"url": record.get("source")} | plain | {"authors": authors}


def _event_registry(record: Record) -> Record:
    found = record.get("dateTime") or record.get("date")
    plain = {name: value for name, value in record.items() if name not in ("date", "time", "dateTime", "uri")}
    authors = record.get("authors")
    people = [one for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    return plain | {
        "authors": [one.get("name") for one in people if not one.get("isAgency")] or None,
        "agencies": [one.get("name") for one in people if one.get("isAgency")],
        "fetched": found,
    }


def _is_ninjs(record: Record) -> bool:
    told = {"versioncreated", "pubstatus", "representationtype", "bodies", "headlines", "urgency"} & record.keys()
    return "uri" in record and bool(told)


def _ninjs(record: Record) -> Record:
    plain = dict(record)
    uri = record.get("uri")
    if isinstance(uri, str) and uri.startswith(("http:", "https:")):
        plain.setdefault("url", uri)
    plain["headline"] = record.get("headline") or _chosen(record.get("headlines"), "main") or record.get("title")
    plain |= _ninjs_body(record)
    plain["summary"] = record.get("description_text") or _chosen(record.get("descriptions"), "summary")
    if not record.get("firstcreated"):
        plain["published"] = record.get("versioncreated")
    plain["outlet"] = next(
        (_named(record.get(name)) for name in ("provider", "copyrightholder") if _named(record.get(name))),
        record.get("copyrightholder"),
    )
    sources = record.get("infosources") or record.get("infosource") or []
    plain["agencies"] = [_named(one) for one in sources if _named(one)] if isinstance(sources, list) else []
    return plain


def _ninjs_body(record: Record) -> Record:
    """The body as `body_html` or `text`; markup first, as it keeps paragraphs that a text may have lost."""
    texts = {name: value for name, value in record.items() if name.startswith("body_") and isinstance(value, str)}
    for one in record.get("bodies") or () if isinstance(record.get("bodies"), list) else ():
        if isinstance(one, dict) and isinstance(one.get("value"), str):
            media = str(one.get("contenttype") or one.get("contentType") or "")
            texts.setdefault("body_html" if "html" in media or "xml" in media else "body_text", one["value"])
    markup = next((texts[name] for name in ("body_html", "body_xhtml", "body_html5") if name in texts), None)
    if markup is not None:
        return {"body_html": markup}
    return {"text": next(iter(texts.values()))} if texts else {}


def _chosen(items: Any, role: str) -> str | None:
    """The value of the item with a role, else of the first."""
    given = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    fit = [one for one in given if one.get("role") == role] or given
    value = fit[0].get("value") if fit else None
    return value if isinstance(value, str) else None


def _named(item: Any) -> str | None:
    """The name of something that is stated as text or as an object."""
    if isinstance(item, dict):
        item = item.get("name") or item.get("literal")
    return item if isinstance(item, str) and item.strip() else None
