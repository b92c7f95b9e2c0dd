"""What a link of a page dials, mails and opens is right, and is what its words say."""

import pytest

from resourcehub.prose.links import is_mail
from resourcehub.prose.reading import read
from resourcehub.rules.bodies import address_faults


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[us](tel:+15105550100)", None),
        ("[us](tel:510-555-0100)", None),
        ("[555-0100 ext. 12](tel:5550100;ext=12)", None),
        ("[510-555-0100](tel:+15105550100)", None),
        ("[1-800-4-A-CHILD](tel:+18004224453)", None),
        ("[us](tel:5550100x)", "bad-phone"),
        ("[us](tel:call-me)", "bad-phone"),
        ("[us](tel:2026-01-15)", "bad-phone"),
        ("[us](tel:)", "bad-phone"),
        ("[us](tel:+1%20510%20555%200100)", "bad-phone"),
        ("[us](<tel:+1 510 555 0100>)", "bad-phone"),
        ("[+1 510 555 0100](tel:+15105550101)", "other-target"),
        ("[us](mailto:office@example.org?subject=Hi)", None),
        ("[Office@example.org](mailto:office@example.org)", None),
        ("office@example.org", None),
        ("[us](mailto:office)", "bad-mail"),
        ("[us](<mailto:office at example.org>)", "bad-mail"),
        ("[us](mailto:a@example.org,b@example.org)", "bad-mail"),
        ("[office@example.org](mailto:other@example.org)", "other-target"),
        ("[https://example.org](https://example.com/)", "other-target"),
        ("[www.example.org/a](https://example.net/a)", "other-target"),
        ("[example.org](https://www.example.org/a)", None),
        ("[sub.example.org](https://example.org/)", None),
        ("[handbook.pdf](https://example.org/a)", None),
        ("[https://example.org/a](https://web.archive.org/web/2020/https://example.org/a)", None),
        ("<https://example.org/?fbclid=1>", "tracking-address"),
        ("[a](https://bit.ly/a)", "odd-address"),
        ("[a](https://example.org//a)", "odd-address"),
        ("[a](https://192.168.0.1/)", "bad-address"),
        ("[a](https://printer.local/)", "bad-address"),
        ("[a](https://8.8.8.8/)", None),
        ("https://\u0440\u0430\u0443\u0440\u0430l.com/", "look-alike"),
    ],
)
def test_a_link_leads_where_it_says(text: str, code: str | None) -> None:
    (link,) = read(text).links
    assert [found for _, found in address_faults(link)] == ([code] if code else [])


@pytest.mark.parametrize("text", ["o'brien+hub@mail.example.org", "a.b-c_d@example.org", "öffice@exämple.org"])
def test_a_mail_address_is_one(text: str) -> None:
    assert is_mail(text)


@pytest.mark.parametrize(
    "text",
    [
        *("office@example", "office@-example.org", "office@example-.org", ".office@example.org", "a..b@example.org"),
        *("a" * 65 + "@example.org", "office@example..org", "office@example.org.", "a@b@example.org", "a@1.2.3.4"),
        *("office at example.org", "a b@example.org", "office＠example.org", f"a@{'b' * 64}.org", "@example.org"),
    ],
)
def test_what_is_none_is_refused(text: str) -> None:
    assert not is_mail(text)
