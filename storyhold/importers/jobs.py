"""What is done about imports in the background."""

from django_tasks import task

from storyhold.importers.models import Undertaking
from storyhold.importers.undertakings import carry_out


@task()
def carry_out_undertaking(pk: int) -> None:
    """Rehearse or move in, as was begun. Started anew after a power cut, it goes on."""
    carry_out(Undertaking.objects.get(pk=pk))
