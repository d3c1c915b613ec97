"""The spaCy model, loaded once a worker and shared by the stages that need it."""

from __future__ import annotations

import importlib
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from dateline.errors import SettingsError
from dateline.stage import Context

GLUED = r"""(?<=[.!?,])[”"»’](?=[^\W\d_])"""  # a closing mark between an end mark and a letter


def load_model(name: str) -> Language:
    """A model by the name of its package. Nothing is downloaded."""
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        raise SettingsError(
            f"the language model {name} is not installed", "install it as a package, or set `model` to one that is"
        ) from error
    where = package.model_path() if hasattr(package, "model_path") else name
    model = spacy.load(where)
    part_glued_sentences(model)
    return model


def part_glued_sentences(model: Language) -> None:
    """Let the tokenizer cut where a sentence follows a closing mark without a space: “must go.”The minister."""
    tokenizer = cast(Tokenizer, model.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex([*(model.Defaults.infixes or ()), GLUED]).finditer


def shared_model(context: Context) -> Language:
    """The model of this worker."""
    if "model" not in context.shared:
        context.shared["model"] = load_model(context.settings.model)
    return cast(Language, context.shared["model"])
