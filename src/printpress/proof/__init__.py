"""Reading copies of a page and who has read it.

:mod:`.pictures` draws finished PDFs; :mod:`.content_hash` names what a page shows,
:mod:`.signoff` keeps the reviews of it.
"""
