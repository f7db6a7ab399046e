"""What will be printed: stories, pictures, the day's facts, the QR code.

Takes an :class:`~printpress.spec.issue.IssueSpec`, in which every name is resolved;
gives an :class:`~printpress.content.issue.Issue`. No character of copy is lost on the
way, and each knows its place in its file.
"""
