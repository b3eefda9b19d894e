"""What Schemathesis has to be told about XML."""

import re

import schemathesis

# XML 1.0, section 2.2. Schemathesis leaves such characters out of what it sends.
NO_XML_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@schemathesis.hook
def filter_case(context, case):
    """Drops a body that XML cannot hold, for another one would arrive in its place.

    Schemathesis leaves out characters that XML has no way to write, and writes null as the text
    `null`. A value that is wrong because of them arrives as a right one, and the other way round.
    """
    return not (case.media_type or "").endswith("/xml") or fits_xml(case.body)


def fits_xml(value):
    if isinstance(value, dict):
        return all(fits_xml(member) for member in value.values())
    if isinstance(value, list):
        return all(map(fits_xml, value))
    return value is not None and not (isinstance(value, str) and NO_XML_CHARACTER.search(value))
