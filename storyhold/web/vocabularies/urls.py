"""Addresses of this room."""

from django.urls import path

from storyhold.web.vocabularies.views import kinds, parting, pictures, ratings, tags

app_name = "vocabularies"
urlpatterns = [
    path("office/tags/", kinds.kinds, name="kinds"),
    path("office/tags/new/", kinds.new_kind, name="new_kind"),
    path("office/tags/<number:tag>/", tags.edit_tag, name="edit_tag"),
    path("office/tags/<number:tag>/move/", tags.move_tag, name="move_tag"),
    path("office/tags/<number:tag>/sort/", tags.sort_tags, name="sort_tags"),
    path("office/tags/<number:tag>/kind/", parting.change_kind_of_tag, name="change_kind_of_tag"),
    path("office/tags/<number:tag>/merge/", parting.merge_tag, name="merge_tag"),
    path("office/tags/<number:tag>/delete/", parting.delete_tag, name="delete_tag"),
    path("office/tags/<number:tag>/picture/", pictures.give_picture, name="give_picture"),
    path("office/tags/<number:tag>/picture/take/", pictures.take_picture, name="take_picture"),
    path("office/tags/<slug:kind>/", tags.kind, name="kind"),
    path("office/tags/<slug:kind>/edit/", kinds.edit_kind, name="edit_kind"),
    path("office/tags/<slug:kind>/move/", kinds.move_kind, name="move_kind"),
    path("office/tags/<slug:kind>/delete/", kinds.delete_kind, name="delete_kind"),
    path("office/ratings/", ratings.ratings, name="ratings"),
    path("office/ratings/new/", ratings.new_rating, name="new_rating"),
    path("office/ratings/<number:rating>/", ratings.edit_rating, name="edit_rating"),
    path("office/ratings/<number:rating>/move/", ratings.move_rating, name="move_rating"),
    path("office/ratings/<number:rating>/delete/", ratings.delete_rating, name="delete_rating"),
]
