"""The counts of the filters, by the script that runs in the browser."""

import json

import pytest
import quickjs

from builds import ROOT

# What every object of JavaScript seems to have.
INHERITED = ("constructor", "toString", "valueOf", "hasOwnProperty", "__proto__")
ASK = """
  const columns = HubFacets.columns(data);
  const { kept, many } = HubFacets.narrow(columns, ["topic"], chosen, [0, 1, 2]);
  const found = HubFacets.counts(columns, ["topic"], [many]).topic;
  JSON.stringify([kept.length, Object.keys(found).sort().map((name) => [name, found[name]])]);
"""


def counted(chosen: dict[str, list[str]], *topics: list[str]) -> list[object]:
    """Return how many documents fit what is chosen, and the counts of their topics."""
    data = {"facets": [{"name": "topic"}], "fields": ["topic"], "docs": [[names] for names in topics]}
    context = quickjs.Context()
    context.eval((ROOT / "overrides/assets/search/facets.js").read_text(encoding="utf-8"))
    context.eval(f"const data = {json.dumps(data)}, chosen = {json.dumps(chosen)};")
    found: list[object] = json.loads(context.eval(ASK))
    return found


@pytest.mark.parametrize("name", INHERITED)
def test_a_topic_may_have_the_name_of_what_every_object_has(name: str) -> None:
    topics = [[name, "reading"], [name], ["reading"]]
    both = sorted([[name, 2], ["reading", 2]])
    assert counted({}, *topics) == [3, both]
    assert counted({"topic": [name]}, *topics) == [2, both]
