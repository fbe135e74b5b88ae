from kiosk.operations.members import members
from tests.e2e.gate.conftest import *
from tests.e2e.gate.conftest import _made
def test_m(people):
    with Database.open(people.folder) as db:
        g=[t for t in db.read(lambda u: [u.roster.ticket(n) for n in range(0)])]
        from kiosk.operations.identify import identify
        seen=db.read(lambda u: identify(u, people.by_class.text, typed=False))
        print(seen.facts, seen.listed)
        print(db.read(lambda u: members(u, seen.facts.number)))
        print(db.read(lambda u: u.roster.members(CLASS.group_id)))
