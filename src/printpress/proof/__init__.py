"""Reading copies of a page and who has read it.

:func:`page_pictures` draws finished PDFs; :mod:`.content_hash` names what a page shows,
:mod:`.signoff` keeps the reviews of it.
"""

from printpress.proof.pictures import PROOF_PPI, page_pictures

__all__ = ["PROOF_PPI", "page_pictures"]
