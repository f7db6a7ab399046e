"""The XMP packet: what the Info dictionary says, again in XML (ISO 16684-1)."""

from html import escape

from printpress.pdf.conformance import NAMESPACES, Statement, statements
from printpress.pdf.facts import FileFacts
from printpress.spec.press import Standard

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""{spaces}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""A packet that is not to be changed in place (``end="r"``), so without padding."""


def packet(facts: FileFacts, standard: Standard | None) -> bytes:
    """The packet, in UTF-8."""
    rows = tuple(statements(standard))
    prefixes = sorted({row.xmp.split(":")[0] for row in rows})
    spaces = "".join(f'\n xmlns:{each}="{NAMESPACES[each]}"' for each in prefixes)
    properties = "\n".join(_property(row, facts) for row in rows)
    return _PACKET.format(spaces=spaces, properties=properties).encode()


def _property(row: Statement, facts: FileFacts) -> str:
    value = escape(row.says(facts), quote=False)
    if row.form == "alternatives":
        item = f'<rdf:li xml:lang="x-default">{value}</rdf:li>'
        value = f"<rdf:Alt>{item}</rdf:Alt>"
    elif row.form == "list":
        value = f"<rdf:Seq><rdf:li>{value}</rdf:li></rdf:Seq>"
    return f"<{row.xmp}>{value}</{row.xmp}>"
