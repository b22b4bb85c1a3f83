import pytest
from django.conf import settings as s
from axe_playwright_python.sync_playwright import Axe
from tests import factories as f
from meetings.models import Decision, Meeting, Portfolio
from tests import world
import os
OUT="/tmp/scratch/shots"
os.makedirs(OUT, exist_ok=True)

def build():
    world.build()
    p = f.document(title="Minutes of the Children's Services Cabinet Panel, 7 February 2024", date="2024-02-07", portfolio="Children's Services")
    c="Children's Services Cabinet Panel"
    f.accepted(p,"Meeting",committee=c,held_on="2024-02-07",status="held",joint_with=["Health Scrutiny Committee"])
    for n,(r,t) in enumerate([("chair","Rosalind Amberly"),("vice_chair","T Okafor"),("member","J Pell"),("apologies","D Marsh"),("officer","Director of Children's Services")]):
        f.accepted(p,"Attendance",committee=c,held_on="2024-02-07",name=t,role=r)
    f.accepted(p,committee=c,decided_on="2024-02-07",item="4. Marlow Lane respite centre",text="RESOLVED: That the Panel recommends to Cabinet that the respite service at Marlow Lane be closed from 30 September 2024, that families be offered a direct payment or a place at another centre, and that the Director report back in six months on how each child is cared for.",outcome="recommended",votes={"for":7,"against":3,"abstained":1,"method":"show of hands"},reasons="The building no longer meets the standard for overnight care.")
    f.accepted(p,committee=c,decided_on="2024-02-07",item="5",text="The Panel noted the performance report.",outcome="noted",votes={"unanimous":True})
    f.accepted(p,committee=c,decided_on="2024-02-07",item="6",text="That consideration of the fostering allowance be deferred.",outcome="deferred")
    f.accepted(p,"Action",text="Bring a note on waiting times for speech and language therapy to the next meeting, with the figures for each district and the reasons where a family waited longer than eighteen weeks.",owner="Head of Early Help",due_on="2024-03")
    f.accepted(p,"Amendment",committee=c,held_on="2024-02-07",text="That the centre stay open for a year.",carried=False,votes={"for":4,"against":7,"names_for":["J Pell","D Marsh"]},proposer="J Pell",seconder="D Marsh")
    for amount,d in ((170000,"Placements close to home"),(190000,"Placements close to home")):
        f.accepted(p,"Saving",reference="CS07",amount=amount,description=d,financial_year="2024/25")
    f.accepted(p,"Saving",reference="CS09",amount=-52500.5,description="Special guardianship allowances",financial_year="2024/25")
    f.accepted(p,"PlannedDecision",title="Commissioning of short breaks",due_on="2026-12",key_decision=True)
    f.accepted(p,"PortfolioHolder",name="R J Amberly",as_of="2024-02")
    f.actions.publish(document=p, by=f.user("publisher"))
    for y in range(2018,2024):
        q = f.document(title=f"Minutes {y}", date=f"{y}-05-14")
        for k in range(6):
            f.accepted(q,committee=["Cabinet","County Council",c][k%3],decided_on=f"{y}-0{k+2}-14",text=f"That the proposal {k} of {y} be agreed subject to a report in a year.",outcome=["approved","noted","deferred"][k%3])
        f.actions.publish(document=q, by=f.user("publisher"))

@pytest.mark.django_db(transaction=True)
def test_shots(page, live_server, client, context):
    build()
    u=f.user("officer","cleared"); client.force_login(u)
    context.add_cookies([{"name":"sessionid","value":client.cookies["sessionid"].value,"url":live_server.url}])
    d = Decision.objects.get(votes_for=7); m=d.meeting
    pages = {"decisions":"/decisions/","timeline":"/decisions/?view=timeline&outcome=approved","decision":d.get_absolute_url(),"meetings":"/meetings/","meeting":m.get_absolute_url(),"plan":"/forward-plan/","actions":"/actions/","portfolios":"/portfolios/","portfolio":Portfolio.objects.get(name="Children's Services").get_absolute_url(),"questions":"/questions/","savings":"/savings/","judgements":"/judgements/","events":"/events/","people":"/people/","error":"/decisions/?date_from=soon&words=hub"}
    only=os.environ.get("ONLY","").split(",") if os.environ.get("ONLY") else pages
    for w in (1280,320):
        page.set_viewport_size({"width":w,"height":900})
        for n,url in pages.items():
            if n not in only: continue
            page.goto(url); page.wait_for_timeout(150)
            page.screenshot(path=f"{OUT}/{n}-{w}.png", full_page=True)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide>w: print("WIDE",n,w,wide)
            r = Axe().run(page)
            for v in r.response["violations"]:
                print("AXE",n,w,v["id"],[x["html"][:150] for x in v["nodes"]][:3])
