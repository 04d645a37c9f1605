"""The form in force, and the one before, as the tests name them."""

from model.form import forms

FORM = forms.named("2021")
OLD_FORM = forms.named("2019")
