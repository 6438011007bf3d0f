"""Letters on their way."""

from django.db import models


class Letter(models.Model):
    """One e-mail: waiting, leaving, sent, or given up.

    The text is kept only until it is sent: letters carry one-time links.
    """

    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    # News can also be read in the archive: it waits behind letters that somebody waits for, and
    # when nobody knows whether it arrived, it is not sent again.
    is_news = models.BooleanField(default=False)
    written_at = models.DateTimeField(auto_now_add=True)
    leaving_at = models.DateTimeField(null=True, blank=True)  # while a worker hands it over
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(auto_now_add=True)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(
                fields=["is_news", "next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="letters_on_their_way",
            ),
            models.Index(
                fields=["-given_up_at"],
                condition=models.Q(given_up_at__isnull=False),
                name="letters_given_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
