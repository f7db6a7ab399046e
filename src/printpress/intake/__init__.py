"""Copy as it comes: Word files, plain text, text of old pages, pictures of phones.

Takes the bytes people send and gives stories in our Markdown, with a list of all that
was guessed, changed or left out. Each character of what was sent stands in the story
or in that list: :mod:`.conserved` counts them, whatever the readers believe.
"""
