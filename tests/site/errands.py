"""Tasks for the tests of the worker."""

from django_tasks import task

done: list[str] = []


@task()
def write_down(word: str) -> None:
    done.append(word)


@task()
def stumble() -> None:
    raise RuntimeError("a step that is not there")
