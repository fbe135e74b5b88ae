"""`kiosk trial`: results of professional trials."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.devices import Source
from kiosk.domain.programme import Trial, hhmm
from kiosk.domain.staff import Right
from kiosk.domain.trials import Outcome
from kiosk.operations.log_trial import (
    TrialLine,
    find_participant,
    log_trial,
    trial_called,
    trial_list,
)
from kiosk.operations.ports import Store
from kiosk.scanning.scan import scan_of

app = typer.Typer(help="Professional trials: record results, list them.", no_args_is_help=True)


@app.command()
def record(
    ticket: Annotated[str, typer.Argument(help="The short code or the ticket's text.")],
    trial: Annotated[str, typer.Option(help="The trial's id, as `kiosk trial list` shows it.")],
    outcome: Annotated[Outcome, typer.Option()],
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
    score: Annotated[int | None, typer.Option()] = None,
    remark: Annotated[str, typer.Option(help="Kept beside the record, not in it.")] = "",
) -> None:
    """Record how a ticket's holder did in a trial. The latest result counts."""
    scanned = scan_of(ticket, Source.TYPED)
    with open_kiosk(data_dir, at=at, operator=operator, right=Right.TRIALS) as kiosk:
        moment = kiosk.moment()
        written = kiosk.store.write(
            lambda uow: log_trial(
                uow,
                moment,
                find_participant(uow, scanned.text, typed=True),
                trial,
                outcome,
                score=score,
                remark=remark,
            )
        )
    fields = {
        "seq": written.seq,
        "device_id": written.device_id,
        "recorded_at": iso(written.recorded_at),
        "trial": trial,
        "outcome": outcome,
        "score": score,
    }
    say(fields, f"record {written.seq}: {trial} {outcome.replace('_', ' ')}", as_json=as_json)


@app.command("list")
def list_(
    data_dir: DataDir = None,
    as_json: Json = False,
    trial: Annotated[str, typer.Option(help="Show this trial's results.")] = "",
) -> None:
    """List the site's trials, or with --trial the results that count in one."""
    with open_kiosk(data_dir, writable=False) as kiosk:
        if trial:
            _list_results(kiosk.store, trial, as_json=as_json)
        else:
            _list_trials(kiosk.store, as_json=as_json)


def _list_results(store: Store, trial: str, *, as_json: bool) -> None:
    lines = store.read(lambda uow: trial_list(uow, trial))
    for line in lines:
        fields = _result_fields(line)
        say(fields, " · ".join(str(v) for v in fields.values()), as_json=as_json)
    if not lines:
        store.read(lambda uow: trial_called(uow, trial))
        typer.echo("Nobody has a result in this trial yet.", err=True)


def _list_trials(store: Store, *, as_json: bool) -> None:
    trials = store.read(lambda uow: uow.roster.trials())
    for one in trials:
        say(_trial_fields(one), _trial_sentence(one), as_json=as_json)
    if not trials:
        typer.echo("The list of this site has no trials: run «kiosk sync».", err=True)


def _trial_fields(trial: Trial) -> dict[str, Any]:
    return {
        "trial": trial.trial_id,
        "okso": trial.okso,
        "title": trial.title,
        "start": hhmm(trial.start),
        "places": trial.places,
        "max_score": trial.max_score,
    }


def _trial_sentence(trial: Trial) -> str:
    return f"{trial.trial_id} · {trial.okso} {trial.title} · {hhmm(trial.start)}"


def _result_fields(line: TrialLine) -> dict[str, Any]:
    listed = line.participant.listed
    return {
        "name": listed.label if listed else None,
        "code": listed.code if listed else None,
        "outcome": line.result.outcome,
        "score": line.result.score,
        "heads": line.result.heads,
        "recorded_at": iso(line.result.recorded_at),
        "entered": line.participant.entered,
    }
