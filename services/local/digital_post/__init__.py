"""Digital Post of this machine, shaped as SF1601: keeps every letter as one `.xml` file, and tells what became of it.

    python -m services.local.digital_post --port PORT --dir DIR --channels FILE --receipts HOST:PORT --ready-file FILE

It takes `POST /service/KombiPostAfsend_1/kombi` and `GET /service/PostForespoerg_1/digitalpost`. A letter is held against
`memo.xsd` and its file appears whole before the sender hears the answer; one with a `messageUUID` that is there already is
answered the same and not kept again. Then receipts go to the notifier, in Beskedfordeler's envelope, until they are taken.

It takes no number but those that can be nobody's, with 60 added to the day. Those that begin with 9112 try the sender's
patience: with a last part of `0…` always, of `1…` at a letter's first attempt only.

    …001  exempt: the question is answered no, a letter fails    …400  400, refused
    …002  taken, and never answered                              …401  401, no access
    …003  taken, and the connection cut                          …429  429, Retry-After: 2
    …004  cut, and not taken                                     …500  500, broken, and not taken
    …005  taken, and no receipt ever                             …600  answered with Result false
    …006  taken, and the receipt says that it failed             …007  receipts in the wrong order
"""
