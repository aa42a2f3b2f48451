"""Django with its object mapper, templates and a form, in one file."""

import datetime
import os
from pathlib import Path

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="only for a load on loopback", ROOT_URLCONF=__name__, DEBUG=False,
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    DATABASES={"default": {
        "ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["PEER_DATABASE"], "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 30, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA synchronous = FULL"},
    }},
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).resolve().parent / "templates"],
    }],
)
django.setup()

from django import forms  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models, transaction  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402


class Need(models.Model):
    number = models.AutoField(primary_key=True)
    words = models.TextField()
    sort = models.TextField()
    grid = models.TextField()
    state = models.TextField()
    made = models.TextField()

    class Meta:
        app_label, db_table, managed = "needs", "need", False


class Step(models.Model):
    id = models.AutoField(primary_key=True)
    need = models.ForeignKey(Need, models.CASCADE)
    state = models.TextField()
    made = models.TextField()

    class Meta:
        app_label, db_table, managed = "needs", "step", False


class NeedForm(forms.Form):
    words = forms.CharField(max_length=2000)
    grid = forms.CharField(max_length=20)


def hello(request):
    return HttpResponse("ok", content_type="text/plain")


def needs(request):
    before = int(request.GET.get("before", 1 << 62))
    rows = list(Need.objects.filter(number__lt=before).order_by("-number")[:20])
    return render(request, "list.html", {"needs": rows, "last": rows[-1].number if rows else 0})


def need(request, number):
    row = get_object_or_404(Need, number=number)
    return render(request, "item.html", {"need": row, "steps": Step.objects.filter(need=row).order_by("id")})


def create(request):
    form = NeedForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    made = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
    with transaction.atomic():
        row = Need.objects.create(
            words=form.cleaned_data["words"], sort="邻里", grid=form.cleaned_data["grid"], state="提出", made=made)
        Step.objects.create(need=row, state="提出", made=made)
    return HttpResponseRedirect(f"/needs/{row.number}")


urlpatterns = [
    path("hello", hello), path("needs", needs), path("needs/<int:number>", need), path("needs/new", create),
]
application = get_wsgi_application()
