"""Takes a draft and the verdict on it, turns the draft's type and status where the judge is sure of others."""

from dragoman.events.draft import Draft
from dragoman.events.judging.verdict import Verdict
from dragoman.knowledge.judging import Thresholds


def hear(draft: Draft, verdict: Verdict, at: Thresholds) -> None:
    """Turn type and status, and say so in the draft's steps."""
    if verdict.type != draft.type and verdict.types[verdict.type] >= at.retype and draft.type in verdict.types:
        draft.steps.append(f"judged {verdict.type} ({verdict.types[verdict.type]:.2f}), not {draft.type}")
        draft.turned = (verdict.type, None)
    # Words that put an act off or call it off are seldom idle: more is asked before they are passed over.
    least = at.undo if verdict.status == "occurred" else at.restate
    if verdict.status != draft.status and verdict.statuses[verdict.status] >= least:
        draft.steps.append(f"judged {verdict.status} ({verdict.statuses[verdict.status]:.2f}), not {draft.status}")
        draft.status, draft.cue = verdict.status, None
