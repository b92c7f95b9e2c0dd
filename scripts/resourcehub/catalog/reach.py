"""The types of the fields that say how a person is reached: a telephone number, opening hours."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from resourcehub.catalog.fields import Title
from resourcehub.catalog.plain import shown
from resourcehub.hours import MOST, Hours, read_hours
from resourcehub.telephone import CURE, read_telephone
from resourcehub.telephone import MOST as LONGEST


def _phone(text: str) -> str:
    try:
        read_telephone(text)
    except ValueError as error:
        values = {"text": shown(text), "what": str(error), "cure": CURE}
        raise PydanticCustomError("bad-phone", "'{text}': {what}: {cure}", values) from None
    return text


def _hours(text: object) -> object:
    if isinstance(text, Hours):
        return text
    if not isinstance(text, str):
        raise PydanticKnownError("string_type")
    try:
        return read_hours(text)
    except ValueError as error:
        raise PydanticCustomError("bad-hours", "{what}", {"what": str(error)}) from None


# These patterns let pass what an editor's tool may let pass; the readers above have the last word.
_DIALLED = r"^(?!(19|20)\d\d-)\+?\(?\d([ ().\-/]*[\dA-Z]){2,}([ ,;]*(ext|extension|extn|x|#)[ .:=]*\d{1,7})?$"
_OPEN = r"^([Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|[Dd]aily).*\d"
Phone = Annotated[
    Title,
    AfterValidator(_phone),
    WithJsonSchema({"type": ["string", "integer"], "pattern": _DIALLED, "maxLength": LONGEST}),
]
OpenHours = Annotated[
    Hours, BeforeValidator(_hours), WithJsonSchema({"type": "string", "pattern": _OPEN, "maxLength": MOST})
]
