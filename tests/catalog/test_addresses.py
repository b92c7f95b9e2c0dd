"""Addresses: what tracks, wraps, looks odd or poses as another, and when two lead to one page."""

import pytest
from pydantic_core import PydanticCustomError

from resourcehub.catalog.addresses import key, look_alike, tidy, untracked, wrapped
from resourcehub.catalog.fields import require_address


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?b=1&fbclid=Iw#part", "https://example.org/a?b=1#part"),
        ("https://example.org/?mc_cid=1&mc_eid=2&page=3", "https://example.org/?page=3"),
        ("https://www.youtube.com/watch?v=abc&si=xyz", "https://www.youtube.com/watch?v=abc"),
        ("https://example.org/a?UTM_Source=x", "https://example.org/a"),
        ("https://example.org/a?si=en", None),
        ("https://example.org/a?id=1&source=b", None),
        ("https://example.org/utm_source=x", None),
        ("https://example.org/#?utm_source=x", None),
        ("https://example.org/a?b=%2B&c", None),
    ],
)
def test_tracking_is_told_from_what_chooses_the_page(address: str, clean: str | None) -> None:
    assert untracked(address) == (clean or address)


@pytest.mark.parametrize(
    ("address", "inner"),
    [
        (
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05%7C02%7Cx&reserved=0",
            "https://example.org/a",
        ),
        ("https://urldefense.com/v3/__https://example.org/a__;!!abc!def$", "https://example.org/a"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org&d=x", None),
        ("https://www.google.com/url?q=https://example.org/a&sa=D", "https://example.org/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT", "https://example.org/"),
        ("https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.org", "https://example.org"),
        ("https://protect-us.mimecast.com/s/AbC", None),
    ],
)
def test_a_wrapper_is_an_error_that_names_the_page_behind_it(address: str, inner: str | None) -> None:
    found = wrapped(address)
    assert found and found[1] == inner
    with pytest.raises(PydanticCustomError) as raised:
        require_address(address)
    assert raised.value.type == "wrapped-address"
    assert (inner or "open it, and write where it leads") in raised.value.message()


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/maps?q=https://example.org",
        "https://www.facebook.com/ptaofexample",
        "https://urldefense.org/",
        "https://www.youtube.com/watch?v=1",
    ],
)
def test_other_pages_of_those_hosts_are_no_wrappers(address: str) -> None:
    assert wrapped(address) is None


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("https://example.org/guide).", "https://example.org/guide"),
        ("https://example.org/guide,", "https://example.org/guide"),
        ("https://example.org/a//b", "https://example.org/a/b"),
        ("https://docs.google.com/document/d/AbC/edit?usp=sharing", "https://docs.google.com/document/d/AbC/preview"),
        ("https://example.org/a_(b)", None),
        ("https://web.example.org/2020/https://example.org/", None),
        ("https://example.org/?next=//a", None),
    ],
)
def test_odd_addresses(address: str, better: str | None) -> None:
    found = tidy(address)
    assert (found[1] if found else None) == better


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/ready",
        "https://www.example.org/ready/",
        "https://EXAMPLE.org/ready?utm_source=x",
        "https://example.org:443/ready/index.html",
    ],
)
def test_addresses_of_one_page(other: str) -> None:
    assert key(other) == key("https://example.org/ready")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/Ready",
        "https://example.org/ready?id=1",
        "https://a.example.org/ready",
        "https://example.org/ready#es",
    ],
)
def test_addresses_of_other_pages(other: str) -> None:
    assert key(other) != key("https://example.org/ready")


@pytest.mark.parametrize(
    ("address", "letter"),
    [
        ("https://ex\u0430mple.org/", "U+0430"),
        ("https://xn--exmple-4nf.org/", "U+0430"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.example/", "U+0430"),
        ("https://g\u03bf\u03bfgle.example/", "U+03BF"),
        ("https://bücher.example/", None),
        ("https://школа.example/", None),
        ("https://مدرسة.example/", None),
        ("https://学校abc.example/", None),
        ("https://example.org/\u0430", None),
    ],
)
def test_letters_that_look_like_others(address: str, letter: str | None) -> None:
    found = look_alike(address)
    assert (letter in found) if letter and found else found is letter


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("www.example.org/a", "write 'https://www.example.org/a'"),
        (
            "https://example.org/sql?filename=job_class&format=csv&q=a b",
            "a blank behind 'class&format=csv&q=a' cannot stand in one",
        ),
        ("https://example.org/<b>", "'<' behind"),
        ("https://example.org/\u200b", "U+200B behind"),
        ("https://example.org/?a=1&amp;b=2", "write 'https://example.org/?a=1&b=2'"),
        ("ftp://example.org", "it must begin with https://"),
    ],
)
def test_the_message_names_the_sign_and_its_place(address: str, words: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        require_address(address)
    assert (raised.value.type, words in raised.value.message()) == ("bad-address", True), raised.value.message()


@pytest.mark.parametrize("address", ["https://[example.org/?a=1", "https://[/a//b", "https://a\u2100b/?x=1"])
def test_what_is_no_address_has_no_parts_to_look_at(address: str) -> None:
    assert (wrapped(address), untracked(address), look_alike(address)) == (None, address, None)
    assert tidy(address) is None
