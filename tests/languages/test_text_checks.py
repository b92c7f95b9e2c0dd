"""What is doubtful in a translation beside its source is said; what is right in its language is not."""

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.languages.text_checks import text_faults

LONG = "Schools must give you an interpreter at every meeting about your own child, at no cost."


@pytest.mark.parametrize(
    ("tag", "source", "text", "code"),
    [
        ("es", "Call 555-0100 or 555-0101.", "Llame al 555-0100 o al 555-0110.", "other-figure"),
        ("es", "Grade 3", "Grado 4", "other-figure"),
        ("ar", "In 2024", "في ٢٠٢٥", "other-figure"),
        ("es", "For 30 schools", "Para escuelas", "other-figure"),
        ("es", "See https://example.org/a.", "Vea https://example.org/b.", "lost-address"),
        ("es", "Write to office@example.org", "Escriba a la oficina", "lost-address"),
        ("es", "Read to your child every day", "Read to your child every day", "left-untranslated"),
        ("ar", "Read to your child", "Lea a su hijo todos los días", "other-script"),
        ("es", "Read to your child", "Читайте своему ребёнку", "other-script"),
        ("zh-Hans", "Read to your child", "Lea a su hijo todos los días", "other-script"),
        ("es", LONG, "Pida un intérprete.", "odd-length"),
        ("es", LONG, LONG.replace("Schools", "Las escuelas") * 4, "odd-length"),
        ("es", LONG, "Las escuelas deben darle un intérprete en cada reunión sobre su propio hijo", "other-mark"),
        ("ar", "Who can help?", "من يساعد?", "other-mark"),
        ("zh-Hans", "Ask, then go.", "先问,再去。", "other-mark"),
        ("es", "Who can help?", "Quién puede ayudar?", "other-mark"),
        ("es", "The (new) plan", "El plan (nuevo", "other-mark"),
        ("zh-Hans", "The word “plan”", "这个词«计划»", "other-mark"),
        ("hy", "The word “plan”", "“պլան” բառը", "other-mark"),
        ("es", "A plan", "Un\u200bplan", "hidden-character"),
        ("es", "A plan", "Un plan\u200f", "hidden-character"),
        ("ru", "A plan", "пла\u200cн", "hidden-character"),
    ],
)
def test_what_is_lost_or_foreign_is_told(tag: str, source: str, text: str, code: str) -> None:
    assert code in [found for found, _ in text_faults(source, text, builtin()[tag])]


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("es", "More than 1,000 schools, 2.5 MB", "Más de 1.000 escuelas, 2,5 MB"),
        ("fa", "In 2024, 25 schools", "در ۲۰۲۴، ۲۵ مدرسه"),
        ("ar", "In 2021-22", "في 2021/2022"),
        ("es", "One of 3 steps", "Uno de tres pasos"),
        ("zh-Hans", "More than 30 lists", "三十多份清单"),
        ("zh-Hans", "Unite for Literacy", "Unite for Literacy（一起阅读）"),
        ("ar", "The IEP and the PTA", "IEP و PTA"),
        ("es", "Head Start", "Head Start"),
        ("es", "Can I help? Yes!", "¿Puedo ayudar? ¡Sí!"),
        ("es", "He said “yes”", "Dijo «sí»"),
        ("fa", "Books", "کتاب\u200cها"),
        ("km", "Read to your child at home", "អាន\u200bឲ្យ\u200bកូន\u200bស្តាប់"),
        ("ar", "Talk. Read. Sing.", "\u200eTalk. Read. Sing.\u200e (تحدَّث)"),
        ("th", LONG, "โรงเรียนต้องจัดหาล่ามให้คุณในการประชุมทุกครั้งเกี่ยวกับลูกของคุณเองโดยไม่คิดค่าใช้จ่าย"),
        ("en", "AT&T; and R&D", "AT&T; and R&D"),
    ],
)
def test_what_a_language_does_in_its_own_way_is_no_fault(tag: str, source: str, text: str) -> None:
    assert list(text_faults(source, text, builtin()[tag])) == []
