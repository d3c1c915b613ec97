"""The spaCy model, loaded once a worker and shared by the stages that need it."""

from __future__ import annotations

import importlib
from typing import cast

import spacy
from spacy.language import Language

from dateline.errors import SettingsError
from dateline.stage import Context


def load_model(name: str) -> Language:
    """A model by the name of its package. Nothing is downloaded."""
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        raise SettingsError(
            f"the language model {name} is not installed", "install it as a package, or set `model` to one that is"
        ) from error
    where = package.model_path() if hasattr(package, "model_path") else name
    return spacy.load(where)


def shared_model(context: Context) -> Language:
    """The model of this worker."""
    if "model" not in context.shared:
        context.shared["model"] = load_model(context.settings.model)
    return cast(Language, context.shared["model"])
