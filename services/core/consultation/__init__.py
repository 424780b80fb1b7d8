"""Meetings of professionals about nobody named, a group or all children of a place.

Why no path leads back to a child: no row here holds one, and none has a key to a case or from one; whoever takes part
is a professional by foreign key; what is written is compared with the names of the writer's own children first, and
of that comparison only the outcome stays; the access event of such a meeting stands alone in its transaction, by the
database's own refusal; no moment is kept but the meeting's own time; and what a meeting leads to is advice in words,
never a link. A later case may say that something was discussed, because a professional says so.
"""
