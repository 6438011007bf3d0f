"""Who may what: how each address answers when it is asked for what belongs to Ada's draft.

200 shows it. 302 leads on, for a guest to the sign-in page. 403 and 404 are a no; 405 says that
the address takes only forms, or only visits. 422 shows a form again. In `GET` the columns are
guest, another member, the author, a moderator, the archivist; in `POST`, where all but
the author send an empty form, guest, another member, a moderator, the archivist.
"""

from tests.house.who_may_what import moving, office, people, reading, talk, writing

GET = moving.GET | office.GET | people.GET | reading.GET | talk.GET | writing.GET
POST = moving.POST | office.POST | people.POST | reading.POST | talk.POST | writing.POST
