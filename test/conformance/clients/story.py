"""The story of clients.test.ts by openapi-python-client: what it saw is its last line, as JSON."""

import json
import os
import time

import httpx
from whereabouts_client import AuthenticatedClient
from whereabouts_client.api.assessments import give_verdict, list_platforms, put_platform, submit_assessment
from whereabouts_client.api.decisions import approve_decision, list_decisions, propose_decision, record_hearing
from whereabouts_client.api.policy import get_scores_json
from whereabouts_client.api.scores import get_score
from whereabouts_client.models import Assessment, GivenHearing, Platform, Problem, Proposal, Verdict, Word
from whereabouts_client.types import UNSET

BASE_URL = os.environ["BASE_URL"]


def read(name: str) -> dict:
    with open(os.environ[name], encoding="utf-8") as file:
        return json.load(file)


def sign_in(name: str) -> AuthenticatedClient:
    form = {"grant_type": "client_credentials", "client_id": name}
    token = httpx.post(f"{BASE_URL}/local/oauth/token", data=form).json()["access_token"]
    return AuthenticatedClient(base_url=BASE_URL, token=token)


def got(answer):
    if answer is None or isinstance(answer, Problem):
        raise SystemExit(f"refused: {answer}")
    return answer


analyst = sign_in("analyst")
for platform in ["first", "second", "third"]:
    got(put_platform.sync(platform, client=analyst, body=Platform.from_dict(read("PROFILE")), if_none_match="*"))

refusal = submit_assessment.sync("first", client=analyst, body=Assessment.from_dict(read("FAULTY")), idempotency_key="refused")
assert isinstance(refusal, Problem), refusal
submitted = got(submit_assessment.sync("first", client=analyst, body=Assessment.from_dict(read("ASSESSMENT")), idempotency_key="facts"))
revision = submitted.revision

verdict = Verdict.from_dict({"verdict": "approve", "hash": revision.hash_})
got(give_verdict.sync("first", revision.revision, client=sign_in("reviewer"), body=verdict))
score = got(get_score.sync("first", client=analyst))

pages, cursor = [], UNSET
while cursor is not None:
    page = got(list_platforms.sync(client=analyst, limit=2, cursor=cursor))
    pages.append([item.id for item in page.items])
    cursor = page.next_cursor

decider = sign_in("decider-1")
decision = got(propose_decision.sync("first", client=decider, body=Proposal.from_dict(read("PROPOSAL")), idempotency_key="suspend"))
waiver = GivenHearing.from_dict({"hash": decision.hash_, "waived": {"reason": "It was heard on the same grounds last year."}})
for name in ["decider-1", "decider-2"]:
    got(record_hearing.sync("first", decision.id, client=sign_in(name), body=waiver))
for name in ["decider-2", "decider-3"]:
    got(approve_decision.sync("first", decision.id, client=sign_in(name), body=Word.from_dict({"hash": decision.hash_})))
decisions = got(list_decisions.sync(client=decider, platform="first"))

tool, blocked = sign_in("policy-tool"), False
for _ in range(300):
    export = get_scores_json.sync(client=tool)
    blocked = not isinstance(export, Problem) and export is not None and decision.id in json.dumps(export.to_dict())
    if blocked:
        break
    time.sleep(0.2)

print(
    json.dumps(
        {
            "refused": refusal.type_.value,
            "pointers": [fault.pointer for fault in refusal.errors],
            "band": score.band.value,
            "gate": score.gate.value,
            "point": score.score.point,
            "strongest": score.contributions[0].of,
            "pages": pages,
            "decisions": [item.state.value for item in decisions.items],
            "blocked": blocked,
        }
    )
)
