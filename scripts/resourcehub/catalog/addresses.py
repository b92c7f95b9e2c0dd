"""What an address of the web holds besides the page that is meant: tails that track, wrappers, look-alike letters.

An address is kept as it was written; the forms made here are for comparing and for messages alone.
"""

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

# Parameters that say who sent a reader and from where; the page is the same without them.
_TRACKING = re.compile(
    r"(?i)utm_\w+|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh(?:id)?|mc_[ce]id|"
    r"mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_(?:id|conv)|oly_(?:anon|enc)_id|rb_clickid|s_cid|ref_src|ref_url|"
    r"share_?id|si|wickedid|_ga|_gl|_kx|ml_subscriber\w*|trk|trkcampaign|campaign_?id|sfmc_\w+|emci|emdi|ceid"
)
# Only where it belongs to the host: elsewhere the name may choose the page.
_OF_HOST = {"si": ("youtube.com", "youtu.be", "spotify.com"), "trk": ("linkedin.com",), "s_cid": ("cdc.gov",)}
# Addresses that only pass a reader on, and the parameter that holds the true one.
_WRAPPERS = (
    (re.compile(r"(?:[\w-]+\.)*safelinks\.protection\.(?:outlook|office365)\.(?:com|us)"), "", ("url",)),
    (re.compile(r"urldefense(?:\.proofpoint)?\.com|urldefense\.us"), "", ("u",)),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), "/url", ("q", "url")),
    (re.compile(r"(?:l|lm|www)\.facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.instagram\.com"), "", ("u",)),
    (re.compile(r"(?:[\w-]+\.)?linkprotect\.cudasvc\.com"), "/url", ("a",)),
    (re.compile(r"protect[\w-]*\.mimecast\.com|(?:[\w-]+\.)?mimecastprotect\.com"), "/s/", ()),
    (re.compile(r"(?:www\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/redir/redirect", ("url",)),
    (re.compile(r"out\.reddit\.com|slack-redir\.net|vk\.com"), "", ("url", "to")),
)
# One of these words is in each of those hosts: most addresses need no closer look.
_MAY_WRAP = re.compile(
    r"(?i)safelinks|urldefense|google|facebook|instagram|cudasvc|mimecast|youtube|linkedin|reddit|slack|vk\."
)
# Addresses that anybody can have made for any page; those of one house (youtu.be, forms.gle) say whose they are.
_SHORT = frozenset(
    [
        *("bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "t.ly"),
        *("shorturl.at", "tiny.cc", "rb.gy", "lnkd.in"),
    ]
)
# Marks of a sentence, in any script; an address seldom ends in one.
_LAST = ".,;:!'\"*…’”»›）］】〉》」』。，、；：！？،؛؟۔।։፡።"
_INNER = re.compile(r"__(https?:/+.+?)__;")
_EDITING = re.compile(
    r"(https://docs\.google\.com/(?:document|spreadsheets|presentation|forms)/d/(?:e/)?[\w-]+)/edit\b\S*"
)


def _parts(address: str) -> SplitResult:
    """Return the parts of an address; none of what is no address, such as one with an open bracket."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def wrapped(address: str) -> tuple[str, str | None] | None:
    """Return the host that only passes readers on and the address behind it, if it can be read; None for others."""
    if not _MAY_WRAP.search(address):
        return None
    parts = _parts(address)
    host, query = (parts.hostname or "").lower(), dict(parse_qsl(parts.query))
    for hosts, path, names in _WRAPPERS:
        if hosts.fullmatch(host) and parts.path.startswith(path) and (parts.path != "/" or query):
            inner = next((query[name] for name in names if name in query), None)
            if found := _INNER.search(address):
                inner = re.sub(r":/+", "://", found[1])
            if inner or (path and not names) or "urldefense" in host:
                return host, inner if inner and re.match("https?://", inner) else None
    return None


def untracked(address: str) -> str:
    """Return an address without the parts that track its readers; as it was where it has none."""
    before, sharp, anchor = address.partition("#")
    start, mark, query = before.partition("?")
    if not mark:
        return address
    host = (_parts(address).hostname or "").lower()
    kept = [part for part in query.split("&") if not _tracks(unquote(part.split("=")[0]), host)]
    if len(kept) == len(query.split("&")):
        return address
    return start + (f"?{'&'.join(kept)}" if kept else "") + sharp + anchor


def _tracks(name: str, host: str) -> bool:
    of = _OF_HOST.get(name.lower())
    return bool(_TRACKING.fullmatch(name)) and (of is None or any(host == h or host.endswith(f".{h}") for h in of))


def tidy(address: str) -> tuple[str, str] | None:
    """Return what looks odd about an address and the address that was probably meant; None where nothing does."""
    bare = address.rstrip(_LAST)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(_LAST)
    if bare != address:
        return f"it ends in '{address[len(bare) :]}', which mostly belongs to the sentence around it", bare
    if found := _EDITING.match(address):
        return "it opens the document for editing", f"{found[1]}/preview"
    if (written := re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address)) != address:
        return "a '%' in it stands for no sign", written
    if address.find("//", len("https://")) < 0:
        return None
    parts = _parts(address)
    if (once := re.sub(r"(?<!:)/{2,}", "/", parts.path)) != parts.path:
        return "it has two slashes in a row", urlunsplit(parts._replace(path=once))
    return None


def hides(address: str) -> bool:
    """Say whether an address is a short one of a service that passes readers on to any page."""
    parts = _parts(address)
    return (parts.hostname or "").lower().removeprefix("www.") in _SHORT and len(parts.path) > 1


def key(address: str) -> str:
    """Return what two addresses of one page have in common: not the scheme, ``www.``, tracking, or a last slash."""
    try:
        parts = urlsplit(untracked(address))
        host = (parts.hostname or "").rstrip(".").removeprefix("www.").encode("idna").decode()
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return address
    path = re.sub(r"/(?:index\.html?)?$", "", re.sub(r"%[0-9a-fA-F]{2}", lambda code: code[0].upper(), parts.path))
    query = "&".join(sorted(parts.query.split("&")))
    return f"{host}{port}{path}?{query}#{parts.fragment}"


def look_alike(address: str) -> str | None:
    """Return, in words, the letter of a host that looks like another of a second script; None where there is none.

    Unicode's advice for names is one script a label, but for those of Chinese, Japanese and Korean (UTS 39, 5.2);
    a label wholly of Cyrillic or Greek letters that have Latin twins is as deceptive.
    """
    if address.isascii() and "xn--" not in address.lower():
        return None
    for label in _labels(address):
        scripts = {letter: _script(letter) for letter in label if letter.isalpha()}
        foreign = [letter for letter, script in scripts.items() if script not in ("LATIN", *_TOGETHER)]
        mixed = "LATIN" in scripts.values() or len({scripts[letter] for letter in foreign}) > 1
        if foreign and (mixed or (label.isascii() is False and set(foreign) <= _TWINS)):
            letter = foreign[0]
            return f"'{letter}' in '{label}' is U+{ord(letter):04X} {unicodedata.name(letter, '')}"
    return None


_TOGETHER = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "KATAKANA-HIRAGANA")
_TWINS = frozenset("асԁеһіјӏорԛѕυԝхуνοραικτεоѵԍգզհոսցօ")


def _labels(address: str) -> list[str]:
    try:
        host = urlsplit(address).hostname or ""
        return [
            label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in host.split(".")
        ]
    except ValueError:
        return []


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]
