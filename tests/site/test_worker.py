"""The worker does what waits, takes up what a killed one left, and keeps to its schedule."""

import os
from datetime import timedelta

import pytest
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from storyhold.site import tasks
from storyhold.site.schedule import CHORES, Chore
from storyhold.site.worker import BackgroundWorker
from tests.site import errands

# The worker closes old connections, and with one the transaction around an ordinary test.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_done():
    errands.done.clear()


def left_running(*, by: str, starts: int = 1, for_minutes: int = 0) -> DBTaskResult:
    """A task that a worker has begun."""
    waiting = errands.write_down.enqueue("late").db_result
    DBTaskResult.objects.filter(pk=waiting.pk).update(
        status="RUNNING",
        worker_ids=[by] * starts,
        started_at=now() - timedelta(minutes=for_minutes),
    )
    return waiting


def dead_worker() -> str:
    """The name of a worker of this machine whose process has ended."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return tasks.name_of_this_worker().replace(str(os.getpid()), str(child))


def test_tasks_are_done_in_order():
    errands.write_down.enqueue("first")
    errands.write_down.enqueue("second")

    BackgroundWorker([]).work_once()

    assert errands.done == ["first", "second"]
    assert not tasks.are_waiting()


def test_a_task_that_fails_stops_nobody():
    failed = errands.stumble.enqueue()
    errands.write_down.enqueue("next")

    BackgroundWorker([]).work_once()

    assert errands.done == ["next"]
    assert DBTaskResult.objects.get(pk=failed.id).exception_class_path == "builtins.RuntimeError"


def test_looking_for_tasks_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        BackgroundWorker([]).work_once()

    assert queries.captured_queries[0]["sql"].startswith("SELECT")


def test_a_task_of_a_killed_worker_is_done_by_the_next():
    left_running(by=dead_worker())

    BackgroundWorker([Chore("", timedelta(0), tasks.take_up_abandoned)]).work_once()

    assert errands.done == ["late"]


def test_a_task_of_a_worker_that_lives_is_left_to_it():
    left_running(by=tasks.name_of_this_worker().replace(str(os.getpid()), str(os.getppid())))

    assert tasks.take_up_abandoned() == 0


@pytest.mark.parametrize(("minutes", "taken_up"), [(1, 0), (31, 1)])
def test_on_another_machine_only_time_tells(minutes, taken_up):
    left_running(by="elsewhere 12", for_minutes=minutes)

    assert tasks.take_up_abandoned() == taken_up


def test_a_task_that_ends_every_worker_is_given_up():
    killer = left_running(by=dead_worker(), starts=3)

    tasks.take_up_abandoned()

    killer.refresh_from_db()
    assert killer.status == "FAILED"
    assert killer.exception_class_path.endswith("AbandonedError")


def test_finished_tasks_are_forgotten_after_a_while():
    kept, forgotten = (errands.write_down.enqueue(word).id for word in ("new", "old"))
    BackgroundWorker([]).work_once()
    old = DBTaskResult.objects.filter(pk=forgotten)
    old.update(finished_at=now() - timedelta(days=2))

    tasks.forget_finished()

    assert [str(result.pk) for result in DBTaskResult.objects.all()] == [kept]


def test_a_chore_is_done_at_first_and_then_when_its_time_has_come():
    counted = []
    worker = BackgroundWorker(
        [
            Chore("often", timedelta(0), lambda: counted.append("often")),
            Chore("seldom", timedelta(hours=1), lambda: counted.append("seldom")),
        ]
    )

    worker.work_once()
    worker.work_once()

    assert counted == ["often", "seldom", "often"]


def test_a_chore_that_fails_is_logged_and_the_others_are_done(caplog):
    counted = []
    chores = [
        Chore("divide by nothing", timedelta(hours=1), lambda: 1 / 0),
        Chore("go on", timedelta(hours=1), lambda: counted.append("on")),
    ]

    BackgroundWorker(chores).work_once()

    assert counted == ["on"]
    assert "Could not divide by nothing" in caplog.text


def test_every_chore_of_the_schedule_can_be_done():
    for chore in CHORES:
        chore.do()

    assert len({chore.name for chore in CHORES}) == len(CHORES)
