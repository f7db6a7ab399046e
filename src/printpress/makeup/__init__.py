"""Galleys, headings, pictures and furniture put in their places on the pages (拼版).

Takes an :class:`~printpress.content.issue.Issue`; gives a
:class:`~printpress.makeup.placed.Makeup`, in which every line, rule and picture has its
final place. Nothing is laid out twice: the rows a story takes follow from its galley,
which is set once for each measure profile.
"""
