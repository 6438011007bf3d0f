"""Addresses of this room."""

from django.urls import path

from storyhold.web.moderation import cases, held, messages, views

app_name = "moderation"
urlpatterns = [
    path("contact/", views.contact, name="contact"),
    path("report/", views.report_page, name="report_page"),
    path("people/<tailed:pen_name>/write/", messages.write, name="write"),
    path("messages/", messages.list_messages, name="messages"),
    path("messages/<number:message>/", messages.message, name="message"),
    path("messages/<number:message>/delete/", messages.delete, name="delete_message"),
    path("office/held/", held.held, name="held"),
    path("office/held/decided/", held.decided, name="decided"),
    path("office/held/trusted/", held.trusted, name="trusted"),
    path("office/held/trusted/<number:story>/end/", held.end_trust, name="end_trust"),
    path("office/held/<number:held>/", held.read, name="read_held"),
    path("office/held/<number:held>/approve/", held.approve, name="approve"),
    path("office/held/<number:held>/send-back/", held.send_back, name="send_back"),
    path("office/reports/", cases.reports, name="reports"),
    path("office/reports/<number:report>/", cases.report, name="report"),
    path("office/reports/<number:report>/reopen/", cases.reopen_report, name="reopen_report"),
    path("office/inquiries/", cases.inquiries, name="inquiries"),
    path("office/inquiries/<number:inquiry>/", cases.inquiry, name="inquiry"),
    path("office/inquiries/<number:inquiry>/reopen/", cases.reopen_inquiry, name="reopen_inquiry"),
]
