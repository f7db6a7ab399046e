"""Objects of a file as the preflight reads them."""

from io import BytesIO

import pikepdf

from printpress.preflight.objects import Ref, Stream
from printpress.preflight.reading import Source


def test_a_stream_may_be_as_long_as_a_full_pages_picture():
    with pikepdf.new() as pdf:
        pdf.Root.Long = pdf.make_stream(bytes(76_000_000))
        out = BytesIO()
        pdf.save(out, compress_streams=False)
    source = Source(out.getvalue())
    catalogue = source.trailer["Root"]
    assert isinstance(catalogue, Ref)
    root = source.get(catalogue)
    assert isinstance(root, dict)
    assert isinstance(root["Long"], Ref)
    found = source.get(root["Long"])
    assert isinstance(found, Stream)
    assert len(found.decoded) == 76_000_000
