"""A number is dialled right or not at all: what is more, or less, than one number is refused."""

import pytest

from resourcehub.telephone import read_telephone

RIGHT = {
    "+1 555 0100": "+15550100",
    "5105550100": "5105550100",
    "+1 (510) 555-0100": "+15105550100",
    "510.555.0100": "5105550100",
    "510/555-0100": "5105550100",
    "510 555\u20130100": "5105550100",
    "555-0100 ext. 12": "5550100;ext=12",
    "555-0100, Ext: 12": "5550100;ext=12",
    "(555) 0100 x7": "5550100;ext=7",
    "5550100x12": "5550100;ext=12",
    "555-0100 #12": "5550100;ext=12",
    "1-800-4-A-CHILD": "18004224453",
    "1 800 FLOWERS": "18003569377",
    "555-HELP": "5554357",
    "(510) 555-KIDS": "5105555437",
    "+44 (0)20 7946 0000": "+442079460000",
    "011 44 20 7946 0000": "011442079460000",
    "911": "911",
    "\uff15\uff11\uff10\uff0d\uff15\uff15\uff15\uff0d\uff10\uff11\uff10\uff10": "5105550100",
    "\u0665\u0665\u0665-\u0660\u0661\u0660\u0660": "5550100",
}
WRONG = [
    *("", "12", "the office", "tel:5550100", "ext. 12", "+", "9" * 61, "(510)", "1-800-flowers"),
    *("555 0100 or 555 0101", "555 0100 OR 555 0101", "555-0100 / 555-0101", "555-0100/555-0101"),
    *("555-0100, 555-0101", "555 0100 555 0101", "+1 555 0100 555 0101", "555-0100 ext 12 or 13"),
    *("+1 555 0100 (Mon-Fri 8-4)", "555-0100 (8-4)", "555-0100 (84)", "555-0100 MON", "1-510-555-0100 ABC"),
    *("++1 555 0100", "2026-01-15", "1/15/2026", "2019-2020", "555-0100;phone-context=x", "555\n0100\nx"),
]


@pytest.mark.parametrize(("text", "dial"), RIGHT.items())
def test_one_number_is_dialled(text: str, dial: str) -> None:
    assert read_telephone(text).dial == dial


@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_not_dialled(text: str) -> None:
    with pytest.raises(ValueError, match="not one number"):
        read_telephone(text)
