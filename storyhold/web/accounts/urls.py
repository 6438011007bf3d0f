"""Addresses of this room. The names are allauth's, which looks for them; hence no namespace."""

from django.urls import path, re_path

from storyhold.web.accounts import addresses, views

urlpatterns = [
    path("account/sign-in/", views.SignIn.as_view(), name="account_login"),
    path("account/sign-out/", views.SignOut.as_view(), name="account_logout"),
    path("account/register/", views.Register.as_view(), name="account_signup"),
    path("account/banned/", views.Banned.as_view(), name="account_inactive"),
    path("account/password/", views.ChangePassword.as_view(), name="account_change_password"),
    path(
        "account/password/forgotten/",
        views.ForgottenPassword.as_view(),
        name="account_reset_password",
    ),
    path(
        "account/password/forgotten/sent/",
        views.LetterSent.as_view(),
        name="account_reset_password_done",
    ),
    re_path(
        r"^account/password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        views.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("account/email/", addresses.email, name="account_email"),
    path("account/email/letter/", addresses.send_again, name="account_email_letter"),
    path("account/email/take-back/", addresses.take_back, name="account_email_take_back"),
    path("account/email/confirm/<str:key>/", addresses.confirm, name="account_confirm_email"),
]
